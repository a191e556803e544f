#include "hub/store/condition.h"

#include "hub/store/area_range.h"

namespace chengyun::hub {

Conditions& Conditions::below(const std::string& column, std::string_view code) {
    if (code.empty())
        return *this;
    auto range = area_range(code);
    return add(column + " BETWEEN ? AND ?", {std::move(range.first), std::move(range.last)});
}

} // namespace chengyun::hub
