#include "app/resources/resource_store.h"

#include "core/resource/entry_kinds.h"
#include "app/link/language.h"
#include "app/resources/words.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

template <class T>
const T* at(const std::vector<T>& values,
            const std::unordered_map<std::string, std::size_t>& positions, std::string_view key) {
    const auto found = positions.find(std::string(key));
    return found == positions.end() ? nullptr : &values[found->second];
}

template <class T>
void index(const std::vector<T>& values, std::string T::* key,
           std::unordered_map<std::string, std::size_t>& positions) {
    positions.clear();
    positions.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        positions[values[i].*key] = i;
}

} // namespace

ResourceStore::ResourceStore(Source& source, QObject* parent) : QObject(parent), source_(source) {
    connect(&source, &Source::loaded, this, &ResourceStore::load);
    connect(&source, &Source::arrived, this, &ResourceStore::apply);
    onLanguageChange(this, [this] { Q_EMIT languageChanged(); });
}

void ResourceStore::load(const SnapshotPtr& snapshot) {
    resources_ = snapshot->values<Resource>();
    units_ = snapshot->values<Unit>();
    areas_ = snapshot->values<Area>();
    index(resources_, &Resource::id, resourceAt_);
    index(units_, &Unit::id, unitAt_);
    unitByResource_.clear();
    for (std::size_t i = 0; i < units_.size(); ++i)
        if (!units_[i].resource.empty())
            unitByResource_[units_[i].resource] = i;
    indexAreas();
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

void ResourceStore::indexAreas() {
    std::ranges::sort(areas_, {}, &Area::code);
    index(areas_, &Area::code, areaAt_);
}

void ResourceStore::apply(const EntriesPtr& entries) {
    ResourceChange change;
    const auto countBefore = resources_.size(), unitsBefore = units_.size();
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
        indexAreas();
    if (change.added.empty() && change.updated.empty() && change.removed.empty() &&
        change.units.empty() && !change.areas)
        return;
    if (countBefore != resources_.size() || unitsBefore != units_.size())
        Q_EMIT countChanged();
    Q_EMIT changed(change);
}

void ResourceStore::takeResource(const Resource& resource, ResourceChange& change) {
    if (!source_.scope().holds(resource.area))
        return dropResource(resource.id, change); // moved away
    const auto [found, fresh] = resourceAt_.try_emplace(resource.id, resources_.size());
    if (fresh) {
        change.added.push_back(resources_.size());
        resources_.push_back(resource);
        return;
    }
    resources_[found->second] = resource;
    if (std::ranges::find(change.added, found->second) == change.added.end() &&
        std::ranges::find(change.updated, found->second) == change.updated.end())
        change.updated.push_back(found->second);
}

void ResourceStore::dropResource(const std::string& id, ResourceChange& change) {
    const auto found = resourceAt_.find(id);
    if (found == resourceAt_.end())
        return;
    const auto hole = found->second, last = resources_.size() - 1;
    resourceAt_.erase(found);
    // What the batch has told of positions so far must follow the move.
    const auto moved = [&](std::vector<std::size_t>& positions) {
        std::erase(positions, hole);
        std::ranges::replace(positions, last, hole);
    };
    moved(change.added);
    moved(change.updated);
    if (hole != last) {
        resources_[hole] = std::move(resources_[last]);
        resourceAt_[resources_[hole].id] = hole;
    }
    resources_.pop_back();
    change.removed.push_back(id);
}

void ResourceStore::dropUnit(const std::string& id, ResourceChange& change) {
    const auto found = unitAt_.find(id);
    if (found == unitAt_.end())
        return;
    const auto hole = found->second, last = units_.size() - 1;
    unitByResource_.erase(units_[hole].resource);
    unitAt_.erase(found);
    if (hole != last) {
        units_[hole] = std::move(units_[last]);
        unitAt_[units_[hole].id] = hole;
        if (!units_[hole].resource.empty())
            unitByResource_[units_[hole].resource] = hole;
    }
    units_.pop_back();
    change.units.push_back(id);
}

void ResourceStore::takeUnit(const Unit& unit, ResourceChange& change) {
    const auto& scope = source_.scope();
    if (!scope.holds(unit.area) && unit.id != scope.unit && !involved_.contains(unit.id))
        return dropUnit(unit.id, change); // moved away
    const auto [found, fresh] = unitAt_.try_emplace(unit.id, units_.size());
    const auto position = found->second;
    if (fresh)
        units_.push_back(unit);
    else
        units_[position] = unit;
    if (!unit.resource.empty())
        unitByResource_[unit.resource] = position;
    change.units.push_back(unit.id);
}

void ResourceStore::takeArea(const Area& area, ResourceChange& change) {
    const auto found = areaAt_.find(area.code);
    if (found != areaAt_.end()) {
        areas_[found->second] = area;
    } else {
        areaAt_[area.code] = areas_.size();
        areas_.push_back(area);
    }
    change.areas = true;
}

const Resource* ResourceStore::resource(std::string_view id) const {
    return at(resources_, resourceAt_, id);
}
const Unit* ResourceStore::unit(std::string_view id) const {
    return at(units_, unitAt_, id);
}
const Unit* ResourceStore::unitOf(std::string_view resource) const {
    return at(units_, unitByResource_, resource);
}
const Area* ResourceStore::area(std::string_view code) const {
    return at(areas_, areaAt_, code);
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
    for (const auto& other : units_)
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
    out.reserve(static_cast<qsizetype>(areas_.size()));
    for (const auto& a : areas_) {
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
