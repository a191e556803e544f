#include "app/link/hub_clock.h"

#include "app/local/local.h"

#include <utility>

namespace chengyun::console {
namespace {

constexpr qint64 second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;

} // namespace

HubClock::HubClock(Clock local, QObject* parent) : QObject(parent), local_(std::move(local)) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &HubClock::tick);
    tick();
}

Instant HubClock::exact() const {
    return local_() + std::chrono::milliseconds(offset_);
}

void HubClock::follow(const QString& hub) {
    if (hub == hub_)
        return;
    hub_ = hub;
    heard_ = false;
    if (std::exchange(offset_, 0) == 0)
        return;
    Q_EMIT offsetChanged();
    tick();
}

void HubClock::setOffsetMs(qint64 offset) {
    heard_ = true;
    // Round trips jitter by some milliseconds; only a real difference moves what people see.
    if (std::abs(offset - offset_) < 20)
        return;
    offset_ = offset;
    Q_EMIT offsetChanged();
    tick();
}

void HubClock::tick() {
    now_ = ms_of(exact());
    // On the second, so that all count-downs of all seats change together.
    timer_.start(static_cast<int>(second - now_ % second));
    Q_EMIT ticked();
}

QString HubClock::leftText(qint64 due, qint64 now) const {
    if (due == 0)
        return {};
    const qint64 left = due - now;
    const qint64 amount = std::abs(left);
    if (left >= 0 && left < 2 * minute)
        return tr("%1:%2 left")
            .arg(left / minute)
            .arg(left % minute / second, 2, 10, QLatin1Char('0'));
    if (amount < minute)
        return tr("%1 s late").arg(amount / second);
    if (amount < 2 * hour)
        return (left >= 0 ? tr("%1 min left") : tr("%1 min late")).arg(amount / minute);
    if (amount < 2 * day)
        return (left >= 0 ? tr("%1 h left") : tr("%1 h late")).arg(amount / hour);
    return (left >= 0 ? tr("%1 d left") : tr("%1 d late")).arg(amount / day);
}

bool HubClock::isLate(qint64 due, qint64 now) const {
    return due != 0 && now > due;
}

QString HubClock::timeText(qint64 at) const {
    return Local::moment(Local::instance().zone(), at, now_, false);
}

QString HubClock::fullText(qint64 at) const {
    return Local::text(Local::instance().zone(), at, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString HubClock::agoText(qint64 at, qint64 now) const {
    if (at == 0)
        return {};
    const qint64 ago = now - at;
    if (ago < minute)
        return tr("just now");
    if (ago < hour)
        return tr("%1 min ago").arg(ago / minute);
    if (ago < 2 * day)
        return tr("%1 h ago").arg(ago / hour);
    return tr("%1 d ago").arg(ago / day);
}

} // namespace chengyun::console
