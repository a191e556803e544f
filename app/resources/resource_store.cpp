#include "app/resources/resource_store.h"

#include "app/link/language.h"
#include "app/resources/words.h"
#include "core/json/codec.h"
#include "core/resource/entry_kinds.h"

#include <algorithm>

namespace chengyun::console {

ResourceStore::ResourceStore(Source& source, QObject* parent) : QObject(parent), source_(source) {
    connect(&source, &Source::loaded, this, &ResourceStore::load);
    connect(&source, &Source::arrived, this, &ResourceStore::apply);
    onLanguageChange(this, [this] { Q_EMIT languageChanged(); });
}

void ResourceStore::load(const SnapshotPtr& snapshot) {
    resources_.replace(snapshot->values<Resource>());
    units_.replace(snapshot->values<Unit>());
    unitByResource_.clear();
    for (std::size_t i = 0; i < units().size(); ++i)
        if (!units()[i].resource.empty())
            unitByResource_[units()[i].resource] = i;
    setAreas(snapshot->values<Area>());
    involved_.clear();
    involve(snapshot->values<Assignment>());
    Q_EMIT countChanged();
    Q_EMIT reloaded();
}

void ResourceStore::involve(const std::vector<Assignment>& assignments) {
    if (source_.scope().area.empty())
        return;
    for (const auto& assignment : assignments)
        involved_.insert(assignment.unit);
}

void ResourceStore::setAreas(std::vector<Area> areas) {
    std::ranges::sort(areas, {}, &Area::code);
    areas_.replace(std::move(areas));
}

void ResourceStore::apply(const EntriesPtr& entries) {
    ResourceChange change;
    const auto countBefore = count(), unitsBefore = unitCount();
    for (const auto& entry : *entries) {
        involve(entry.body.values<Assignment>());
        if (entry.kind == entry_kind::resource_removed) {
            dropResource(entry.id, change);
            dropUnit(entry.id, change); // its team has its id, and goes with it
        } else {
            for (const auto& resource : entry.body.values<Resource>())
                takeResource(resource, change);
        }
        for (const auto& unit : entry.body.values<Unit>())
            takeUnit(unit, change);
        for (const auto& area : entry.body.values<Area>())
            takeArea(area, change);
    }
    if (change.areas)
        setAreas(areas());
    if (change.added.empty() && change.updated.empty() && change.removed.empty() &&
        change.units.empty() && !change.areas)
        return;
    if (countBefore != count() || unitsBefore != unitCount())
        Q_EMIT countChanged();
    Q_EMIT changed(change);
}

void ResourceStore::takeResource(const Resource& resource, ResourceChange& change) {
    if (!source_.scope().holds(resource.area))
        return dropResource(resource.id, change); // moved away
    const auto put = resources_.put(resource);
    if (put.fresh)
        change.added.push_back(put.at);
    else if (std::ranges::find(change.added, put.at) == change.added.end() &&
             std::ranges::find(change.updated, put.at) == change.updated.end())
        change.updated.push_back(put.at);
}

void ResourceStore::dropResource(const std::string& id, ResourceChange& change) {
    const auto hole = resources_.remove(id);
    if (!hole)
        return;
    const auto last = resources().size();
    // What the batch has told of positions so far must follow the move.
    const auto moved = [&](std::vector<std::size_t>& positions) {
        std::erase(positions, *hole);
        std::ranges::replace(positions, last, *hole);
    };
    moved(change.added);
    moved(change.updated);
    change.removed.push_back(id);
}

void ResourceStore::dropUnit(const std::string& id, ResourceChange& change) {
    const auto* dropped = unit(id);
    if (!dropped)
        return;
    unitByResource_.erase(dropped->resource);
    const auto hole = *units_.remove(id);
    if (hole < units().size() && !units()[hole].resource.empty())
        unitByResource_[units()[hole].resource] = hole;
    change.units.push_back(id);
}

void ResourceStore::takeUnit(const Unit& unit, ResourceChange& change) {
    const auto& scope = source_.scope();
    if (!scope.holds(unit.area) && unit.id != scope.unit && !involved_.contains(unit.id))
        return dropUnit(unit.id, change); // moved away
    const auto put = units_.put(unit);
    if (!unit.resource.empty())
        unitByResource_[unit.resource] = put.at;
    change.units.push_back(unit.id);
}

void ResourceStore::takeArea(const Area& area, ResourceChange& change) {
    areas_.put(area);
    change.areas = true;
}

const Unit* ResourceStore::unitOf(std::string_view resource) const {
    const auto found = unitByResource_.find(std::string(resource));
    return found == unitByResource_.end() ? nullptr : &units()[found->second];
}

QString ResourceStore::areaName(std::string_view code) const {
    const auto* here = area(code);
    if (!here)
        return {};
    const auto* above = here->level == AreaLevel::community ? area(here->parent) : nullptr;
    return above ? isolated(qs(above->name)) + QStringLiteral(" · ") + isolated(qs(here->name))
                 : qs(here->name);
}

QString ResourceStore::apart(const Unit& unit) const {
    std::vector<const Unit*> namesakes;
    for (const auto& other : units())
        if (other.name == unit.name && other.id != unit.id)
            namesakes.push_back(&other);
    if (namesakes.empty())
        return {};
    const auto area = [this](const Unit& of) { return areaName(of.area); };
    const auto address = [this](const Unit& of) {
        const auto* stands = resource(of.resource);
        return stands ? qs(stands->address) : QString();
    };
    const auto phone = [](const Unit& of) { return qs(of.contact.phone); };
    const auto tells = [&](const auto& say) {
        const QString own = say(unit);
        return !own.isEmpty() && std::ranges::none_of(namesakes, [&](const Unit* other) {
            return say(*other) == own;
        });
    };
    if (!tells(area) && tells(address))
        return address(unit);
    if (!tells(area) && tells(phone))
        return phone(unit);
    return area(unit);
}

QVariantMap ResourceStore::receivers(const QStringList& resources) const {
    QStringList units;
    double lon = 0, lat = 0;
    for (const QString& id : resources) {
        const auto* stands = resource(id.toStdString());
        const auto* team = stands ? unitOf(stands->id) : nullptr;
        if (!team || team->state == Availability::unavailable ||
            stands->state == Availability::unavailable)
            continue;
        units.append(qs(team->id));
        lon += stands->place.lon;
        lat += stands->place.lat;
    }
    const auto n = double(std::max<qsizetype>(1, units.size()));
    return {{QStringLiteral("units"), units},
            {QStringLiteral("lon"), lon / n},
            {QStringLiteral("lat"), lat / n},
            {QStringLiteral("others"), int(resources.size() - units.size())}};
}

QVariantMap ResourceStore::card(const QString& id) const {
    const auto* r = resource(id.toStdString());
    if (!r)
        return {};
    QVariantList attributes;
    for (const auto& [name, value] : r->attributes)
        attributes.append(
            QVariantMap{{QStringLiteral("name"), qs(name)}, {QStringLiteral("value"), qs(value)}});
    QStringList flags;
    for (const auto& flag : r->flags)
        flags.append(qs(flag));
    const auto* team = unitOf(r->id);
    return {{QStringLiteral("id"), qs(r->id)},
            {QStringLiteral("layer"), qs(json::name_of(r->layer))},
            {QStringLiteral("layerName"), layerName(r->layer)},
            {QStringLiteral("code"), qs(r->code)},
            {QStringLiteral("name"), qs(r->name)},
            {QStringLiteral("kind"), qs(r->kind)},
            {QStringLiteral("kindName"), resourceKindName(r->layer, r->kind)},
            {QStringLiteral("level"), qs(json::name_of(r->level))},
            {QStringLiteral("levelName"), levelName(r->level)},
            {QStringLiteral("state"), qs(json::name_of(r->state))},
            {QStringLiteral("stateName"), availabilityName(r->state, r->layer)},
            {QStringLiteral("capacity"), static_cast<qlonglong>(r->capacity)},
            {QStringLiteral("capacityText"), capacityText(r->layer, r->kind, r->capacity)},
            {QStringLiteral("area"), qs(r->area)},
            {QStringLiteral("areaName"), areaName(r->area)},
            {QStringLiteral("address"), qs(r->address)},
            {QStringLiteral("lon"), r->place.lon},
            {QStringLiteral("lat"), r->place.lat},
            {QStringLiteral("contactName"), qs(r->contact.name)},
            {QStringLiteral("contactPhone"), qs(r->contact.phone)},
            {QStringLiteral("stream"), qs(r->stream)},
            {QStringLiteral("streamSub"), qs(r->stream_sub.value_or(std::string()))},
            {QStringLiteral("unit"), team ? qs(team->id) : QString()},
            {QStringLiteral("updated"), qint64(ms_of(r->updated))},
            {QStringLiteral("flags"), flags},
            {QStringLiteral("attributes"), attributes}};
}

QVariantMap ResourceStore::unitCard(const QString& id) const {
    const auto* u = unit(id.toStdString());
    if (!u)
        return {};
    return {{QStringLiteral("id"), qs(u->id)},
            {QStringLiteral("kind"), qs(json::name_of(u->kind))},
            {QStringLiteral("kindName"), unitKindName(u->kind)},
            {QStringLiteral("name"), qs(u->name)},
            {QStringLiteral("area"), qs(u->area)},
            {QStringLiteral("areaName"), areaName(u->area)},
            {QStringLiteral("contactName"), qs(u->contact.name)},
            {QStringLiteral("contactPhone"), qs(u->contact.phone)},
            {QStringLiteral("state"), qs(json::name_of(u->state))},
            {QStringLiteral("stateName"), availabilityName(u->state)},
            {QStringLiteral("hasPlace"), u->place.has_value()},
            {QStringLiteral("lon"), u->place ? u->place->lon : 0.0},
            {QStringLiteral("lat"), u->place ? u->place->lat : 0.0},
            {QStringLiteral("resource"), qs(u->resource)}};
}

QVariantList ResourceStore::areaChoices() const {
    // Sorted by code, a street stands right before its communities.
    QVariantList out;
    out.reserve(static_cast<qsizetype>(areas().size()));
    for (const auto& a : areas()) {
        int depth = 0;
        for (const auto* above = area(a.parent); above; above = area(above->parent))
            ++depth;
        out.append(QVariantMap{{QStringLiteral("code"), qs(a.code)},
                               {QStringLiteral("name"), qs(a.name)},
                               {QStringLiteral("level"), qs(json::name_of(a.level))},
                               {QStringLiteral("depth"), depth}});
    }
    return out;
}

} // namespace chengyun::console
