#include "app/screens/walk_steps.h"

#include "app/link/session.h"
#include "app/screens/cut_line.h"

#include <QQmlListReference>

namespace chengyun::console {

namespace {

WalkStep stepOf(QObject* picture) {
    return {picture->property("name").toString(),
            [picture] { QMetaObject::invokeMethod(picture, "entered"); },
            [picture] { return picture->property("settled").toBool(); },
            [picture] { QMetaObject::invokeMethod(picture, "left"); },
            picture->property("moving").toBool()};
}

/// The same while the hub is away.
WalkStep offline(WalkStep step, Session& session, CutLine& line) {
    return {step.name,
            [enter = step.enter, &line] {
                enter();
                line.cut();
            },
            [settled = step.settled, &session] {
                return session.state() == Session::State::Offline && settled();
            },
            [leave = step.leave, &session, &line] {
                line.mend();
                session.retry();
                leave();
            },
            step.moving};
}

} // namespace

std::vector<WalkStep> walkSteps(QObject& seat, Session& session, CutLine& line) {
    QMetaObject::invokeMethod(&seat, "makePictures");
    const QQmlListReference pictures(&seat, "pictures");
    std::vector<WalkStep> steps;
    for (qsizetype at = 0; at < pictures.count(); ++at) {
        auto* picture = pictures.at(at);
        auto step = stepOf(picture);
        steps.push_back(picture->property("offline").toBool()
                            ? offline(std::move(step), session, line)
                            : std::move(step));
    }
    return steps;
}

} // namespace chengyun::console
