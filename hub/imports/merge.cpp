#include "hub/imports/merge.h"

#include <utility>

namespace chengyun::hub {

Area merged(Area area, const Area& stored) {
    if (area.rings.empty())
        area.rings = stored.rings;
    if (!area.centre)
        area.centre = stored.centre;
    if (!area.population)
        area.population = stored.population;
    return area;
}

Resource merged(Resource resource, const Resource& stored, const std::set<std::string>& told) {
    const auto keep_unless_told = [&](const char* field, auto Resource::* member) {
        if (!told.contains(field))
            resource.*member = stored.*member;
    };
    resource.id = stored.id;
    resource.state = stored.state;
    keep_unless_told("level", &Resource::level);
    keep_unless_told("capacity", &Resource::capacity);
    keep_unless_told("address", &Resource::address);
    keep_unless_told("stream", &Resource::stream);
    if (!told.contains("contact_name"))
        resource.contact.name = stored.contact.name;
    if (!told.contains("contact_phone"))
        resource.contact.phone = stored.contact.phone;
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
