#include "app/resources/resources_capability.h"

#include "app/link/language.h"
#include "app/map/map_feed.h"
#include "app/resources/words.h"
#include "core/json/codec.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

struct SearchWords {
    Q_DECLARE_TR_FUNCTIONS(ResourceSearch)
};

} // namespace

ResourcesCapability::ResourcesCapability(const Shared& shared)
    : Capability(QStringLiteral("resources")), store_(shared.source), list_(store_),
      around_(store_), points_(store_, shared.map), outlines_(shared.link, store_, shared.map),
      district_(shared.source, store_) {
    shared.map.setWords("resource", [this](std::string_view id) {
        const auto* resource = store_.resource(id);
        if (!resource)
            return ThingWords();
        return ThingWords{resourceKindName(resource->layer, resource->kind),
                          resource->address.empty() ? store_.areaName(resource->area)
                                                    : qs(resource->address),
                          qs(resource->code), qs(resource->initials)};
    });
    connect(&store_, &ResourceStore::reloaded, this, &Capability::findablesChanged);
    connect(&store_, &ResourceStore::changed, this, &Capability::findablesChanged);
}

void forgetView(ResourceListModel& list) {
    list.setText({});
    list.setArea({});
    list.setState({});
    list.sortBy(ResourceListModel::NameColumn, false);
}

void forgetView(AroundModel& around) {
    around.clear();
    around.setText({});
}

void ResourcesCapability::forgetViews() {
    forgetView(list_);
    list_.setLayers({});
    forgetView(around_);
    outlines_.choose({});
}

std::vector<Findable> ResourcesCapability::findables() const {
    std::vector<Findable> items;
    items.reserve(store_.units().size() + store_.resources().size() + store_.areas().size());
    for (const auto& unit : store_.units())
        if (unit.resource.empty()) // the team of a resource is found as that resource
            items.push_back(
                {"unit", unit.id, unit.name, unit.contact.phone, unit.initials, {}, 10});
    for (const auto& resource : store_.resources())
        items.push_back(
            {"resource", resource.id, resource.name, resource.code, resource.initials, {}, 0});
    for (const auto& area : store_.areas())
        items.push_back({"area", area.code, area.name, area.code, area.initials, {}, 5});
    return items;
}

FoundLook ResourcesCapability::lookOf(const Findable& found) const {
    auto look = Capability::lookOf(found);
    if (found.kind == "unit") {
        look.kindName = SearchWords::tr("Unit");
        look.icon = QStringLiteral("users");
        if (const auto* unit = store_.unit(found.id))
            look.subtitle = joined(
                {unitKindName(unit->kind), store_.areaName(unit->area), qs(unit->contact.name)});
    } else if (found.kind == "area") {
        look.kindName = SearchWords::tr("Area");
        look.icon = QStringLiteral("area");
        if (const auto* area = store_.area(found.id)) {
            const auto* above = store_.area(area->parent);
            look.subtitle = joined({above ? qs(above->name) : QString(), qs(area->code)});
        }
    } else if (const auto* resource = store_.resource(found.id)) {
        look.kindName = layerName(resource->layer);
        look.layer = look.icon = qs(json::name_of(resource->layer));
        look.level = resource->level;
        look.subtitle = joined({resourceKindName(resource->layer, resource->kind),
                                store_.areaName(resource->area), qs(resource->address)});
    } else {
        look.kindName = SearchWords::tr("Resource");
    }
    return look;
}

} // namespace chengyun::console
