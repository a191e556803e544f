#include "app/orders/order_load.h"

#include "app/link/hub_clock.h"
#include "app/orders/order_counts.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "core/order/rules.h"

#include <algorithm>
#include <limits>
#include <span>

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

} // namespace

bool OrderLoad::Course::isLate(qint64 at) const {
    return std::ranges::any_of(
        late, [at](const auto& span) { return span.first < at && at <= span.second; });
}

OrderLoad::OrderLoad(OrderStore& store, OrderCounts& counts, HubClock& clock, QObject* parent)
    : QObject(parent), store_(store), counts_(counts), clock_(clock) {
    connect(&store_, &OrderStore::reloaded, this, &OrderLoad::reload);
    connect(&store_, &OrderStore::changed, this, &OrderLoad::take);
    connect(&counts_, &OrderCounts::changed, this, &OrderLoad::showPresent);
    connect(&clock_, &HubClock::ticked, this, [this] {
        if (clock_.now() / minuteMs != points_.back().at / minuteMs)
            showPresent();
    });
    reload();
}

/// Only the present deadlines are known, so a report that came late long ago does not show;
/// acknowledgement and completion, which decide, do.
OrderLoad::Course OrderLoad::courseOf(const Order& order) const {
    Course course{ms_of(order.issued), endOf(order, store_), {}};
    const auto missed = [&course](qint64 due, qint64 met) {
        if (due != 0 && due < met)
            course.late.emplace_back(due, met);
    };
    for (const auto* assignment : store_.assignmentsOf(order.id)) {
        const auto cleared = stampOrNever(assignment->cleared);
        missed(ms_of(assignment->acknowledge_due),
               std::min(stampOrNever(assignment->acknowledged), cleared));
        missed(ms_of(assignment->complete_due),
               std::min(stampOrNever(assignment->completed), cleared));
    }
    return course;
}

void OrderLoad::add(const Course& course, int sign) {
    for (auto& point : std::span(points_).first(buckets)) {
        if (course.issued > point.at - bucketMs && course.issued <= point.at)
            point.fresh += sign;
        if (!course.isOpen(point.at))
            continue;
        point.open += sign;
        if (course.isLate(point.at))
            point.late += sign;
    }
}

void OrderLoad::layOut() {
    points_.assign(buckets + 1, {});
    const auto first = (clock_.now() / bucketMs - buckets + 1) * bucketMs;
    for (int i = 0; i < buckets; ++i)
        points_[static_cast<std::size_t>(i)].at = first + i * bucketMs;
    for (const auto& [id, course] : courses_)
        add(course, 1);
}

void OrderLoad::setPresent() {
    const auto now = clock_.now();
    if (now < points_[buckets - 1].at || now >= points_[buckets - 1].at + bucketMs)
        layOut();
    LoadPoint present{now, counts_.all(), 0, counts_.late()};
    const auto lastPast = points_[buckets - 1].at;
    for (const auto& [id, course] : courses_)
        present.fresh += course.issued > lastPast && course.issued <= now;
    points_.back() = present;
}

void OrderLoad::reload() {
    courses_.clear();
    for (const auto& order : store_.orders())
        courses_.emplace(order.id, courseOf(order));
    layOut();
    setPresent();
    Q_EMIT changed();
}

void OrderLoad::take(const QSet<QString>& orders) {
    const auto before = points_;
    for (const auto& id : orders) {
        const auto key = id.toStdString();
        const auto* order = store_.order(key);
        if (const auto old = courses_.find(key); old != courses_.end()) {
            add(old->second, -1);
            courses_.erase(old);
        }
        if (order)
            add(courses_.emplace(key, courseOf(*order)).first->second, 1);
    }
    setPresent();
    const auto same = [](const LoadPoint& a, const LoadPoint& b) {
        return a.open == b.open && a.fresh == b.fresh && a.late == b.late;
    };
    if (!std::ranges::equal(points_, before, same))
        Q_EMIT changed();
}

void OrderLoad::showPresent() {
    setPresent();
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

int OrderLoad::freshLastHour() const {
    const auto since = clock_.now() - 60 * minuteMs;
    return static_cast<int>(std::ranges::count_if(
        store_.orders(), [since](const Order& order) { return ms_of(order.issued) > since; }));
}

} // namespace chengyun::console
