// The steps of the walk: each screen, dialog and state with real content on it, as the parts of the
// seat declare them (qml/Capability/Picture.qml).
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QObject;

namespace chengyun::console {

class CutLine;
class Session;

struct WalkStep {
    QString name;
    std::function<void()> enter;
    std::function<bool()> settled; ///< may be empty
    std::function<void()> leave;   ///< may be empty
    bool moving = false;           ///< never comes to rest (video)
};

/// What can be seen signed in, at this seat (qml/Capability/Seat.qml). All three must live as long
/// as the steps.
[[nodiscard]] std::vector<WalkStep> walkSteps(QObject& seat, Session& session, CutLine& line);

} // namespace chengyun::console
