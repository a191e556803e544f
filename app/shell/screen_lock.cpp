#include "app/shell/screen_lock.h"

#include "app/link/failure_text.h"
#include "app/link/own_password.h"
#include "app/link/session.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>

#include <algorithm>
#include <chrono>

namespace chengyun::console {
namespace {

constexpr qint64 minuteMs = 60000;

bool isInput(QEvent::Type type) {
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

ScreenLock::ScreenLock(Session& session, OwnPassword& password, Ticks ticks, QObject* parent)
    : QObject(parent), session_(session), password_(password),
      ticks_(ticks ? std::move(ticks) : [] { return QDeadlineTimer::current().deadline(); }) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &ScreenLock::look);
    connect(&session_, &Session::stateChanged, this, [this] {
        if (!session_.isSignedIn())
            set(false, false, {});
        watch();
    });
}

void ScreenLock::lock() {
    if (session_.isSignedIn() && !locked_)
        set(true, false, {});
}

void ScreenLock::unlock(const QString& password) {
    if (!locked_ || checking_)
        return;
    set(true, true, {});
    password_.prove(password, this, [this](const Result<>& proven) {
        if (!checking_) // they have left meanwhile
            return;
        if (proven)
            return set(false, false, {});
        const auto& failure = proven.error();
        switch (failure.kind) {
        case FailureKind::forbidden:
            return set(true, false, tr("The password is wrong."));
        case FailureKind::unavailable:
            return set(true, false,
                       console::failureText(failure) + QLatin1Char(' ') +
                           tr("Only the hub can check this password: try again when it is back."));
        default:
            return set(true, false, console::failureText(failure));
        }
    });
}

void ScreenLock::set(bool locked, bool checking, const QString& failure) {
    if (locked == locked_ && checking == checking_ && failure == failureText_)
        return;
    locked_ = locked;
    checking_ = checking;
    failureText_ = failure;
    watch();
    Q_EMIT stateChanged();
}

void ScreenLock::setIdleMinutes(int minutes) {
    minutes = std::max(0, minutes);
    if (minutes == idleMinutes_)
        return;
    idleMinutes_ = 0;
    watch();
    idleMinutes_ = minutes;
    watch(); // the time counts from now on
    Q_EMIT idleMinutesChanged();
}

void ScreenLock::watch() {
    const bool wanted = idleMinutes_ > 0 && session_.isSignedIn() && !locked_;
    if (wanted == watching_)
        return;
    watching_ = wanted;
    if (!wanted) {
        QCoreApplication::instance()->removeEventFilter(this);
        timer_.stop();
        return;
    }
    // Every event of the program comes by: only where somebody has asked for it.
    QCoreApplication::instance()->installEventFilter(this);
    lastInput_ = ticks_();
    timer_.start(std::chrono::milliseconds(idleMinutes_ * minuteMs));
}

void ScreenLock::look() {
    if (!watching_)
        return;
    const auto left = idleMinutes_ * minuteMs - (ticks_() - lastInput_);
    if (left <= 0)
        lock();
    else
        timer_.start(std::chrono::milliseconds(left));
}

bool ScreenLock::eventFilter(QObject* watched, QEvent* event) {
    if (isInput(event->type()))
        lastInput_ = ticks_();
    return QObject::eventFilter(watched, event);
}

} // namespace chengyun::console
