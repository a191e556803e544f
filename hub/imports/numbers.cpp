#include "hub/imports/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace chengyun::hub {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr int most_digits = 40;

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<double> real_number(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() ||
        !std::isfinite(value))
        return {};
    return value;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::string plain;
    for (const char c : trimmed(text))
        if (c != ',')
            plain.push_back(c);
    const auto value = real_number(plain);
    if (!value || *value != std::floor(*value) || std::abs(*value) > 9e15)
        return {};
    return static_cast<std::int64_t>(*value);
}

std::string plain_number(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    auto rest = text.substr(is_negative ? 1 : 0);
    int exponent = 0;
    if (const auto e = rest.find_first_of("eE"); e != rest.npos) {
        auto power = rest.substr(e + 1);
        if (power.starts_with('+'))
            power.remove_prefix(1);
        const auto [end, error] =
            std::from_chars(power.data(), power.data() + power.size(), exponent);
        if (error != std::errc() || end != power.data() + power.size() ||
            std::abs(exponent) > most_digits)
            return std::string(text);
        rest = rest.substr(0, e);
    }
    const auto point = rest.find('.');
    std::string all(rest.substr(0, point));
    auto whole = static_cast<int>(all.size()); // digits before the point
    if (point != rest.npos)
        all += rest.substr(point + 1);
    if (all.empty() || all.find_first_not_of(digits) != all.npos || rest.size() > most_digits)
        return std::string(text);
    whole += exponent;
    if (whole < 1) {
        all.insert(0, static_cast<std::size_t>(1 - whole), '0');
        whole = 1;
    }
    if (static_cast<std::size_t>(whole) > all.size())
        all.append(static_cast<std::size_t>(whole) - all.size(), '0');
    auto fraction = all.substr(static_cast<std::size_t>(whole));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    all.resize(static_cast<std::size_t>(whole));
    all.erase(0, std::min(all.find_first_not_of('0'), all.size() - 1));
    if (!fraction.empty())
        all += "." + fraction;
    return (is_negative && all != "0" ? "-" : "") + all;
}

} // namespace chengyun::hub
