#include "hub/imports/merge.h"

#include <utility>

namespace chengyun::hub {

namespace {

constexpr double same_place_m = 50;

}

Area merged(Area area, const Area& stored) {
    if (area.rings.empty())
        area.rings = stored.rings;
    if (!area.centre)
        area.centre = stored.centre;
    if (!area.population)
        area.population = stored.population;
    if (area.parent.empty())
        area.parent = stored.parent;
    return area;
}

bool is_same_place(Place one, Place other) {
    return distance_m(one, other) <= same_place_m;
}

Resource merged(Resource resource, const Resource& stored, Told told) {
    const auto keep = [](bool is_told, auto& value, const auto& before) {
        if (!is_told)
            value = before;
    };
    resource.id = stored.id;
    resource.state = stored.state;
    keep(told.kind, resource.kind, stored.kind);
    keep(told.level, resource.level, stored.level);
    keep(told.capacity, resource.capacity, stored.capacity);
    for (const auto member : {&Resource::address, &Resource::stream})
        keep(!(resource.*member).empty(), resource.*member, stored.*member);
    keep(resource.stream_sub.has_value(), resource.stream_sub, stored.stream_sub);
    for (const auto member : {&Contact::name, &Contact::phone})
        keep(!(resource.contact.*member).empty(), resource.contact.*member, stored.contact.*member);
    keep(!resource.area.empty() || !is_same_place(resource.place, stored.place), resource.area,
         stored.area);
    // The source's own column of a name wins; others, from an earlier source, stay.
    resource.attributes.insert(stored.attributes.begin(), stored.attributes.end());
    return resource;
}

bool is_same(Resource edition, const Resource& stored) {
    edition.id = stored.id;
    edition.initials = stored.initials;
    edition.version = stored.version;
    edition.updated = stored.updated;
    if (edition.area.empty())
        edition.area = stored.area;
    return edition == stored;
}

} // namespace chengyun::hub
