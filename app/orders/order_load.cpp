#include "app/orders/order_load.h"

#include "app/link/hub_clock.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "core/order/rules.h"

#include <QTimer>

#include <algorithm>
#include <limits>

namespace chengyun::console {
namespace {

constexpr qint64 minuteMs = 60000;
constexpr qint64 bucketMs = 15 * minuteMs;
constexpr int buckets = 96; // 24 hours

qint64 stampOrNever(const std::optional<Instant>& at) {
    return at ? ms_of(*at) : std::numeric_limits<qint64>::max();
}

/// When an order ended: closed, or the last of its assignments was cleared.
qint64 endOf(const Order& order, const OrderStore& store) {
    if (order.closed)
        return ms_of(*order.closed);
    if (is_open(order.state))
        return std::numeric_limits<qint64>::max();
    qint64 end = ms_of(order.issued);
    for (const auto* assignment : store.assignmentsOf(order.id))
        if (assignment->cleared)
            end = std::max<qint64>(end, ms_of(*assignment->cleared));
    return end;
}

/// Was a deadline of this assignment missed and not yet met at this time? Only the present
/// deadlines are known, so a report that came late long ago does not show; acknowledgement and
/// completion, which decide, do.
bool lateAt(const Assignment& assignment, qint64 at, qint64 now) {
    const auto between = [at](qint64 due, qint64 met) { return due != 0 && due < at && at <= met; };
    const auto cleared = stampOrNever(assignment.cleared);
    const auto acknowledged = std::min(stampOrNever(assignment.acknowledged), cleared);
    if (between(ms_of(assignment.acknowledge_due), acknowledged))
        return true;
    const auto completed = std::min(stampOrNever(assignment.completed), cleared);
    if (between(ms_of(assignment.complete_due), completed))
        return true;
    const auto due = nextDue(assignment);
    return at == now && due.at != 0 && due.at < now;
}

} // namespace

OrderLoad::OrderLoad(OrderStore& store, HubClock& clock, QObject* parent)
    : QObject(parent), store_(store), clock_(clock) {
    const auto schedule = [this] {
        if (scheduled_)
            return;
        scheduled_ = true;
        QTimer::singleShot(0, this, [this] {
            scheduled_ = false;
            recompute();
        });
    };
    connect(&store_, &OrderStore::reloaded, this, schedule);
    connect(&store_, &OrderStore::changed, this, schedule);
    connect(&clock_, &HubClock::ticked, this, [this] {
        if (clock_.now() / minuteMs != minute_)
            recompute();
    });
    recompute();
}

void OrderLoad::recompute() {
    const auto now = clock_.now();
    minute_ = now / minuteMs;
    std::vector<LoadPoint> points(buckets + 1);
    const auto first = (now / bucketMs - buckets + 1) * bucketMs;
    for (int i = 0; i < buckets; ++i)
        points[static_cast<std::size_t>(i)].at = first + i * bucketMs;
    points.back().at = now;
    for (const auto& order : store_.orders()) {
        const qint64 issued = ms_of(order.issued);
        const qint64 end = endOf(order, store_);
        const auto assignments = store_.assignmentsOf(order.id);
        qint64 from = std::numeric_limits<qint64>::min();
        for (auto& point : points) {
            point.fresh += issued > from && issued <= point.at && issued > first - bucketMs;
            from = point.at;
            if (issued > point.at || end <= point.at)
                continue;
            ++point.open;
            point.late += std::ranges::any_of(assignments, [&](const auto* assignment) {
                return lateAt(*assignment, point.at, now);
            });
        }
    }
    if (points == points_)
        return;
    points_ = std::move(points);
    Q_EMIT changed();
}

namespace {

template <class Member>
QList<qreal> curve(const std::vector<LoadPoint>& points, Member member) {
    QList<qreal> out;
    out.reserve(static_cast<qsizetype>(points.size()));
    for (const auto& point : points)
        out.append(static_cast<qreal>(point.*member));
    return out;
}

} // namespace

QList<qreal> OrderLoad::times() const {
    return curve(points_, &LoadPoint::at);
}
QList<qreal> OrderLoad::open() const {
    return curve(points_, &LoadPoint::open);
}
QList<qreal> OrderLoad::fresh() const {
    return curve(points_, &LoadPoint::fresh);
}
QList<qreal> OrderLoad::late() const {
    return curve(points_, &LoadPoint::late);
}
int OrderLoad::openNow() const {
    return points_.empty() ? 0 : points_.back().open;
}
int OrderLoad::lateNow() const {
    return points_.empty() ? 0 : points_.back().late;
}

int OrderLoad::freshLastHour() const {
    const auto since = clock_.now() - 60 * minuteMs;
    return static_cast<int>(std::ranges::count_if(
        store_.orders(), [since](const Order& order) { return ms_of(order.issued) > since; }));
}

} // namespace chengyun::console
