#include "app/wall/wall_seat.h"

#include <QFile>
#include <QLoggingCategory>

#include <chrono>

Q_LOGGING_CATEGORY(lcWallSeat, "chengyun.wall")

namespace chengyun::console {

namespace {
constexpr std::chrono::milliseconds pause{2000};
} // namespace

WallSeat::WallSeat(Session& session, WallSeatOptions options, QObject* parent)
    : QObject(parent), session_(session), options_(std::move(options)) {
    again_.setSingleShot(true);
    again_.setInterval(pause);
    connect(&again_, &QTimer::timeout, this, &WallSeat::tryCode);
    connect(&session_, &Session::stateChanged, this, &WallSeat::follow);
    // It goes on as long as it runs; after that it needs another code.
    connect(&files_, &SmallFiles::failed, this, [](const QString& path, const QString& why) {
        qCCritical(lcWallSeat).noquote() << "the session is not kept in" << path << ":" << why;
    });
}

void WallSeat::start() {
    if (options_.code.isEmpty())
        openKept();
    else
        tryCode();
}

QString WallSeat::keptFile() const {
    return options_.sessionFile.isEmpty() ? options_.folder + QStringLiteral("/session.json")
                                          : options_.sessionFile;
}

void WallSeat::openKept() {
    options_.code.clear();
    if (!QFile::exists(keptFile()))
        return become(refusal_.isEmpty() ? State::Missing : State::Refused, refusal_);
    if (!session_.signInWithFile(keptFile()))
        become(State::Refused, session_.failureText());
}

void WallSeat::tryCode() {
    session_.signInWithLink(options_.url, options_.code);
    if (session_.state() == Session::State::SignedOut)
        follow(); // the address is none: nobody is asked
}

void WallSeat::follow() {
    switch (session_.state()) {
    case Session::State::SigningIn:
        return become(State::Opening);
    case Session::State::Online:
    case Session::State::Offline:
        if (!options_.code.isEmpty()) {
            options_.code.clear(); // it works once
            files_.write(options_.folder + QStringLiteral("/session.json"), session_.sessionFile());
        }
        return become(State::Running);
    case Session::State::Expired:
        return become(State::Revoked);
    case Session::State::SignedOut:
        if (options_.code.isEmpty())
            return;
        if (session_.failureKind() == QStringLiteral("unavailable")) {
            again_.start(); // the hub was not heard: the code may still be good
            return become(State::Opening);
        }
        refusal_ = session_.failureKind() == QStringLiteral("unauthenticated") ||
                           session_.failureKind() == QStringLiteral("not_found")
                       ? tr("The hub does not take this code: it has been used, has expired, or is "
                            "another hub's.")
                       : session_.failureText();
        openKept();
        return;
    }
}

void WallSeat::become(State state, const QString& failureText) {
    if (state == state_ && failureText == failureText_)
        return;
    state_ = state;
    failureText_ = failureText;
    Q_EMIT stateChanged();
}

} // namespace chengyun::console
