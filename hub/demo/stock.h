// What stands in the demonstration district: its resources and departments.
#pragma once

#include "core/resource/resource.h"
#include "core/unit/unit.h"
#include "hub/demo/geography.h"

#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Fills {c}, {s}, {r} and {n} of a text.
struct Words {
    std::string community, street, road;
    int number = 1;
    [[nodiscard]] std::string in(std::string_view text) const;
};

/// 000-… is no area code: nobody can be rung by mistake.
[[nodiscard]] Contact invented_contact(Dice& dice);

[[nodiscard]] std::vector<Resource> make_resources(const Geography& geography, Dice& dice,
                                                   const std::string& cameras);
[[nodiscard]] std::vector<Unit> make_departments(const Geography& geography, Dice& dice);

} // namespace chengyun::hub
