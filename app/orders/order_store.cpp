#include "app/orders/order_store.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/local/local.h"
#include "app/orders/order_words.h"
#include "app/resources/place_words.h"
#include "app/resources/resource_store.h"
#include "app/resources/words.h"
#include "core/json/codec.h"
#include "core/order/rules.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace chengyun::console {
namespace {

/// Closed orders stay as long as a snapshot would bring them, and a little for what is being read.
constexpr qint64 keepClosedMs = 25LL * 3600 * 1000;

template <class T>
std::vector<const T*> of(const std::vector<T>& values,
                         const std::unordered_map<std::string, std::vector<std::size_t>>& groups,
                         std::string_view order) {
    std::vector<const T*> out;
    const auto found = groups.find(std::string(order));
    if (found != groups.end())
        for (const auto position : found->second)
            out.push_back(&values[position]);
    return out;
}

} // namespace

OrderStore::OrderStore(Source& source, ResourceStore& resources, HubClock& clock, QObject* parent)
    : QObject(parent), resources_(resources), clock_(clock) {
    connect(&source, &Source::loaded, this, &OrderStore::load);
    connect(&source, &Source::arrived, this, &OrderStore::apply);
    connect(&resources, &ResourceStore::reloaded, this, [this] { told_.clear(); });
    connect(&Local::instance(), &Local::changed, this, [this] { told_.clear(); });
    onLanguageChange(this, [this] {
        told_.clear();
        Q_EMIT languageChanged();
    });
}

void OrderStore::load(const SnapshotPtr& snapshot) {
    orders_.replace(snapshot->values<Order>());
    assignments_.replace(snapshot->values<Assignment>());
    reports_.replace(snapshot->values<Report>());
    supervisions_.replace(snapshot->values<Supervision>());
    const auto* policy = snapshot->one<OrderPolicy>();
    setPolicy(policy ? *policy : OrderPolicy()); // an older hub says none
    index();
    // After a start nobody has looked at anything: that would mark every order. What is there
    // counts as seen, what changes from now on is unread.
    if (orders().empty())
        seen_.clear(); // signed out: the next person has seen nothing of this
    if (seen_.empty())
        for (const auto& order : orders())
            seen_[order.id] = newest(order);
    Q_EMIT reloaded();
    Q_EMIT countsChanged();
    Q_EMIT loadChanged();
}

void OrderStore::setPolicy(const OrderPolicy& policy) {
    if (std::exchange(policy_, policy) != policy)
        Q_EMIT policyChanged();
}

void OrderStore::index() {
    assignmentsOf_.clear();
    reportsOf_.clear();
    supervisionsOf_.clear();
    openOf_.clear();
    const auto group = [](const auto& values, auto& groups) {
        for (std::size_t at = 0; at < values.size(); ++at)
            groups[values[at].order].push_back(at);
    };
    group(assignments(), assignmentsOf_);
    group(reports_.all(), reportsOf_);
    group(supervisions(), supervisionsOf_);
    for (const auto& assignment : assignments())
        openOf_[assignment.unit] += is_open(assignment.state);
}

void OrderStore::apply(const EntriesPtr& entries) {
    QSet<QString> touched;
    bool units = false;
    for (const auto& entry : *entries) {
        if (const auto* policy = entry.body.one<OrderPolicy>())
            setPolicy(*policy);
        for (const auto& order : entry.body.values<Order>()) {
            orders_.put(order);
            touched.insert(qs(order.id));
        }
        for (const auto& assignment : entry.body.values<Assignment>()) {
            const auto* before = this->assignment(assignment.id);
            openOf_[assignment.unit] +=
                int(is_open(assignment.state)) - int(before && is_open(before->state));
            if (const auto put = assignments_.put(assignment); put.fresh)
                assignmentsOf_[assignment.order].push_back(put.at);
            touched.insert(qs(assignment.order));
            units = true;
        }
        for (const auto& report : entry.body.values<Report>()) {
            if (const auto put = reports_.put(report); put.fresh)
                reportsOf_[report.order].push_back(put.at);
            touched.insert(qs(report.order));
        }
        for (const auto& supervision : entry.body.values<Supervision>()) {
            if (const auto put = supervisions_.put(supervision); put.fresh)
                supervisionsOf_[supervision.order].push_back(put.at);
            touched.insert(qs(supervision.order));
        }
    }
    if (touched.isEmpty())
        return;
    if (forgetClosed()) {
        Q_EMIT reloaded();
    } else {
        Q_EMIT changed(touched);
        for (const auto& id : std::as_const(touched))
            Q_EMIT orderChanged(id);
    }
    Q_EMIT countsChanged();
    if (units)
        Q_EMIT loadChanged();
}

bool OrderStore::forgetClosed() {
    // A seat runs for weeks: what nobody can see any more must not pile up. In lots, because it
    // costs a new index.
    constexpr std::size_t lot = 200;
    const auto before = clock_.now() - keepClosedMs;
    const auto isPast = [&](const Order& order) {
        return !is_open(order.state) && order.closed && ms_of(*order.closed) < before;
    };
    if (static_cast<std::size_t>(std::ranges::count_if(orders(), isPast)) < lot)
        return false;
    orders_.removeIf(isPast);
    const auto gone = [&](const auto& value) { return !orders_.contains(value.order); };
    assignments_.removeIf(gone);
    reports_.removeIf(gone);
    supervisions_.removeIf(gone);
    std::erase_if(told_, [&](const auto& told) { return !orders_.contains(told.first); });
    std::erase_if(seen_, [&](const auto& seen) { return !orders_.contains(seen.first); });
    index();
    return true;
}

std::vector<const Assignment*> OrderStore::assignmentsOf(std::string_view order) const {
    auto out = of(assignments(), assignmentsOf_, order);
    std::ranges::stable_sort(out, [](const auto* a, const auto* b) {
        if (a->role != b->role)
            return a->role == RecipientRole::lead;
        return a->issued != b->issued ? a->issued < b->issued : a->id < b->id;
    });
    return out;
}
std::vector<const Report*> OrderStore::reportsOf(std::string_view order) const {
    return of(reports_.all(), reportsOf_, order);
}
std::vector<const Supervision*> OrderStore::supervisionsOf(std::string_view order) const {
    return of(supervisions(), supervisionsOf_, order);
}

int OrderStore::openAssignmentsOf(std::string_view unit) const {
    const auto found = openOf_.find(std::string(unit));
    return found == openOf_.end() ? 0 : found->second;
}

qint64 OrderStore::dueOf(const Order& order) const {
    qint64 earliest = 0;
    if (!is_open(order.state))
        return earliest;
    const auto found = assignmentsOf_.find(order.id);
    if (found == assignmentsOf_.end())
        return earliest;
    for (const auto position : found->second) {
        const auto due = nextDue(assignments()[position]).at;
        if (due != 0 && (earliest == 0 || due < earliest))
            earliest = due;
    }
    return earliest;
}

int OrderStore::openCount() const {
    return static_cast<int>(
        std::ranges::count_if(orders(), [](const Order& o) { return is_open(o.state); }));
}

QString OrderStore::placeText(const Order& order) const {
    if (!order.address.empty())
        return qs(order.address);
    if (!order.place)
        return resources_.areaName(order.area);
    auto& told = told_[order.id];
    if (told.text.isEmpty() || told.place != *order.place)
        told = {*order.place, placeWords(resources_, *order.place)};
    return told.text;
}

QVariantMap OrderStore::card(const QString& id) const {
    const auto* o = order(id.toStdString());
    if (!o)
        return {};
    const auto* about = o->resource.empty() ? nullptr : resources_.resource(o->resource);
    return {{QStringLiteral("id"), qs(o->id)},
            {QStringLiteral("number"), static_cast<qlonglong>(o->number)},
            {QStringLiteral("title"), qs(o->title)},
            {QStringLiteral("text"), qs(o->text)},
            {QStringLiteral("kind"), qs(o->kind)},
            {QStringLiteral("kindName"), eventKindName(o->kind)},
            {QStringLiteral("level"), qs(json::name_of(o->level))},
            {QStringLiteral("levelName"), levelName(o->level)},
            {QStringLiteral("state"), qs(json::name_of(o->state))},
            {QStringLiteral("stateName"), orderStateName(o->state)},
            {QStringLiteral("area"), qs(o->area)},
            {QStringLiteral("areaName"), resources_.areaName(o->area)},
            {QStringLiteral("hasPlace"), o->place.has_value()},
            {QStringLiteral("lon"), o->place ? o->place->lon : 0.0},
            {QStringLiteral("lat"), o->place ? o->place->lat : 0.0},
            {QStringLiteral("address"), qs(o->address)},
            {QStringLiteral("placeText"), placeText(*o)},
            {QStringLiteral("resource"), qs(o->resource)},
            {QStringLiteral("resourceName"), about ? qs(about->name) : QString()},
            {QStringLiteral("acknowledgeMinutes"), static_cast<int>(o->limits.acknowledge)},
            {QStringLiteral("reportMinutes"), static_cast<int>(o->limits.report)},
            {QStringLiteral("completeMinutes"), static_cast<int>(o->limits.complete)},
            {QStringLiteral("exercise"), o->exercise},
            {QStringLiteral("issued"), qint64(ms_of(o->issued))},
            {QStringLiteral("closed"), o->closed ? qint64(ms_of(*o->closed)) : qint64(0)},
            {QStringLiteral("issuerName"), qs(o->issuer_name)},
            {QStringLiteral("dueAt"), dueOf(*o)},
            {QStringLiteral("open"), is_open(o->state)}};
}

QVariantList OrderStore::openNear(double lon, double lat, int most) const {
    struct Near {
        const Order* order;
        double distance;
    };
    std::vector<Near> near;
    for (const auto& order : orders())
        if (is_open(order.state))
            near.push_back({&order, order.place ? distance_m(Place{lon, lat}, *order.place)
                                                : std::numeric_limits<double>::infinity()});
    std::ranges::stable_sort(near, {}, &Near::distance);
    QVariantList out;
    for (const auto& [order, distance] : near) {
        if (out.size() == most)
            break;
        out.append(QVariantMap{
            {QStringLiteral("id"), qs(order->id)},
            {QStringLiteral("number"), static_cast<qlonglong>(order->number)},
            {QStringLiteral("title"), qs(order->title)},
            {QStringLiteral("level"), qs(json::name_of(order->level))},
            {QStringLiteral("placeText"), placeText(*order)},
            {QStringLiteral("distanceText"), order->place ? distanceText(distance) : QString()}});
    }
    return out;
}

void OrderStore::markRead(const QString& id) {
    const auto* o = order(id.toStdString());
    if (!o || !isUnread(o->id))
        return;
    seen_[o->id] = newest(*o);
    Q_EMIT changed({id});
    Q_EMIT orderChanged(id);
}

bool OrderStore::isUnread(std::string_view id) const {
    const auto* o = order(id);
    if (!o)
        return false;
    // Another one, not a higher one: a hub restored from a backup counts anew.
    const auto seen = seen_.find(o->id);
    return seen == seen_.end() || seen->second != newest(*o);
}

std::int64_t OrderStore::newest(const Order& order) const {
    auto newest = order.version;
    if (const auto found = assignmentsOf_.find(order.id); found != assignmentsOf_.end())
        for (const auto position : found->second)
            newest = std::max(newest, assignments()[position].version);
    return newest;
}

} // namespace chengyun::console
