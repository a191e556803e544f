#include "core/area/area.h"

#include <algorithm>

namespace chengyun {

namespace {

constexpr std::size_t full_length = 12;

bool all_zero(std::string_view digits) {
    return digits.find_first_not_of('0') == std::string_view::npos;
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How many leading digits tell the area from its sisters. A code that ends in ten zeros is a
/// province or one of the four cities directly under the state: 2.
std::size_t significant_digits(std::string_view code12) {
    if (all_zero(code12.substr(2)))
        return 2;
    if (all_zero(code12.substr(4)))
        return 4;
    if (all_zero(code12.substr(6)))
        return 6;
    if (all_zero(code12.substr(9)))
        return 9;
    return full_length;
}

} // namespace

Result<std::string> full_area_code(std::string_view code) {
    const bool known_length =
        code.size() == 4 || code.size() == 6 || code.size() == 9 || code.size() == full_length;
    if (!known_length || !all_digits(code))
        return fail(FailureKind::invalid_field, "area", "expected 4, 6, 9 or 12 digits");
    if (code.starts_with('0'))
        return fail(FailureKind::invalid_field, "area", "no area code begins with 0");
    std::string full(code);
    full.resize(full_length, '0');
    return full;
}

AreaLevel area_level(std::string_view code12) {
    if (code12.size() != full_length)
        return AreaLevel::community;
    switch (significant_digits(code12)) {
    case 2:
    case 4:
        return AreaLevel::city;
    case 6:
        return AreaLevel::district;
    case 9:
        return AreaLevel::street;
    default:
        return AreaLevel::community;
    }
}

std::string parent_area(std::string_view code12) {
    if (code12.size() != full_length)
        return {};
    std::size_t kept = 0;
    switch (area_level(code12)) {
    case AreaLevel::city:
        return {};
    case AreaLevel::district:
        kept = 4;
        break;
    case AreaLevel::street:
        kept = 6;
        break;
    case AreaLevel::community:
        kept = 9;
        break;
    }
    std::string parent(code12.substr(0, kept));
    parent.resize(full_length, '0');
    return parent;
}

bool area_contains(std::string_view outer, std::string_view inner) {
    if (outer.empty())
        return true;
    if (outer.size() != full_length || inner.size() != full_length)
        return false; // a malformed scope must not open everything
    const auto digits = significant_digits(outer);
    return inner.substr(0, digits) == outer.substr(0, digits);
}

} // namespace chengyun
