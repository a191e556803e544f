// A number for an id, where an index of numbers is much smaller than one of texts.
#pragma once

#include <cstdint>
#include <string_view>

namespace chengyun::hub {

/// FNV-1a. Different ids may share a number: queries compare the id too. Stored, so never changed.
[[nodiscard]] constexpr std::int64_t unit_key(std::string_view id) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash);
}

} // namespace chengyun::hub
