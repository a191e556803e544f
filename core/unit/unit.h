// Units: those who receive orders. A street office, a department, or the team of a resource.
#pragma once

#include "core/geo/place.h"
#include "core/resource/resource.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

namespace chengyun {

enum class UnitKind { office, department, team };
BOOST_DESCRIBE_ENUM(UnitKind, office, department, team)

struct Unit {
    std::string id; ///< UUID; the team of a resource has the resource's id
    UnitKind kind = UnitKind::team;
    std::string name;
    std::string area; ///< 12-digit code, or empty
    Contact contact;
    std::optional<Place> place;
    std::string resource; ///< id of the resource whose team it is, or empty
    /// As its people say. `committed` is also derived from its open assignments.
    Availability state = Availability::available;
    std::string initials;
    std::int64_t version = 0;

    bool operator==(const Unit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Unit, (),
                      (id, kind, name, area, contact, place, resource, state, initials, version))

} // namespace chengyun
