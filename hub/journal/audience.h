// The accounts that see something by their place: of these areas and what lies in them, of these
// units, and those that `units` names by their own ids (Viewers::by_place).
#pragma once

#include <string>
#include <vector>

namespace chengyun::hub {

struct Audience {
    std::vector<std::string> areas, units;
    bool operator==(const Audience&) const = default;
};

} // namespace chengyun::hub
