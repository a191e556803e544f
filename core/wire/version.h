// The version of what hub and console say to each other. The hub tells it with each answer below
// /api and in each frame of entries.
#pragma once

#include <charconv>
#include <string_view>
#include <system_error>

namespace chengyun {

/// "MAJOR.MINOR". MINOR grows with what an older reader may overlook: another field, kind or route.
/// MAJOR grows when an older reader would take something for what it is not.
inline constexpr std::string_view wire_version = "1.0";
/// The header of an answer that tells it. In a frame: the member `wire`.
inline constexpr std::string_view wire_header = "Chengyun-Wire";

/// 0 for what is no version, and for nothing: older hubs tell none.
[[nodiscard]] inline int wire_major(std::string_view version) {
    int major = 0;
    const auto* end = version.data() + version.size();
    const auto read = std::from_chars(version.data(), end, major);
    return read.ec == std::errc() && read.ptr != end && *read.ptr == '.' && major > 0 ? major : 0;
}

/// Whether who tells this version is too new for this program to understand.
[[nodiscard]] inline bool is_newer_wire(std::string_view told) {
    return wire_major(told) > wire_major(wire_version);
}

} // namespace chengyun
