// Letters of names that a file format means to be ASCII.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// A to Z become small; every other byte stays.
[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

} // namespace chengyun::hub
