#include "app/patrol/patrol_store.h"

#include "app/link/language.h"
#include "app/orders/order_store.h"
#include "app/resources/matching.h"
#include "app/resources/resource_store.h"
#include "core/area/area.h"
#include "core/order/rules.h"
#include "core/patrol/entry_kinds.h"
#include "core/pinyin/pinyin.h"

#include <algorithm>
#include <chrono>

namespace chengyun::console {

namespace {

constexpr std::chrono::milliseconds settle{200};

} // namespace

PatrolStore::PatrolStore(Source& source, const ResourceStore& resources, const OrderStore& orders,
                         const HubClock& clock, QObject* parent)
    : QObject(parent), resources_(resources), orders_(orders), clock_(clock) {
    connect(&source, &Source::loaded, this, [this](const SnapshotPtr& snapshot) {
        groups_.replace(snapshot->values<PatrolGroup>());
        findAll();
        Q_EMIT changed();
    });
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        for (const auto& entry : *entries)
            take(entry);
    });
    later_.setSingleShot(true);
    later_.setInterval(settle);
    connect(&later_, &QTimer::timeout, this, [this] {
        const auto before = cameras_;
        findAll();
        if (cameras_ != before)
            Q_EMIT changed();
    });
    const auto again = [this] {
        if (!groups_.all().empty() && !later_.isActive())
            later_.start();
    };
    connect(&resources_, &ResourceStore::changed, this, again);
    connect(&resources_, &ResourceStore::reloaded, this, again);
    connect(&orders_, &OrderStore::changed, this, again);
    connect(&orders_, &OrderStore::reloaded, this, again);
}

void PatrolStore::take(const Entry& entry) {
    bool different = false;
    for (const auto& group : entry.body.values<PatrolGroup>())
        different = groups_.take(group) || different;
    if (entry.kind == entry_kind::patrol_removed)
        different = groups_.remove(entry.id).has_value() || different;
    if (!different)
        return;
    findAll();
    Q_EMIT changed();
}

void PatrolStore::findAll() {
    cameras_.clear();
    for (const auto& group : groups_.all())
        cameras_.insert(qs(group.id), find(group));
}

QStringList PatrolStore::find(const PatrolGroup& group) const {
    std::vector<const Resource*> cameras;
    for (const auto& resource : resources_.resources())
        if (can_show(group, resource))
            cameras.push_back(&resource);
    std::vector<Place> places;
    if (group.rule.near_orders_m > 0)
        for (const auto& order : orders_.orders())
            if (order.place && is_open(order.state) && area_contains(group.area, order.area))
                places.push_back(*order.place);
    QStringList ids;
    for (const auto& id : cameras_of(group, cameras, places))
        ids.append(qs(id));
    return ids;
}

QString PatrolStore::nameOf(const QString& id) const {
    const auto* known = group(id.toStdString());
    return known ? qs(known->name) : QString();
}

QString PatrolStore::cameraName(const QString& camera) const {
    const auto* known = resources_.resource(camera.toStdString());
    return known ? qs(known->name) : QString();
}

QVariantList PatrolStore::groups() const {
    return matching({});
}

QVariantList PatrolStore::matching(const QString& text) const {
    auto all = groups_.all();
    if (const TypedText typed(text); !typed.isEmpty())
        std::erase_if(all, [&](const PatrolGroup& group) {
            return !typed.matches({group.name, pinyin_initials(group.name), pinyin(group.name)});
        });
    std::ranges::sort(all, {}, &PatrolGroup::name);
    QVariantList list;
    for (const auto& group : all)
        list.append(QVariantMap{{QStringLiteral("id"), qs(group.id)},
                                {QStringLiteral("name"), qs(group.name)},
                                {QStringLiteral("areaName"), resources_.areaName(group.area)},
                                {QStringLiteral("dwell"), int(group.dwell_s)},
                                {QStringLiteral("count"), camerasOf(qs(group.id)).size()}});
    return list;
}

} // namespace chengyun::console
