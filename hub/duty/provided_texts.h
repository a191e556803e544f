// The files of resources/duty as built into the program; provided_texts.cpp is made by CMake, so
// that program and data cannot part.
#pragma once

#include <span>
#include <string_view>

namespace chengyun::hub {

/// A JSON list of Pattern.
[[nodiscard]] std::string_view provided_patterns();
/// Each the JSON of a HolidayYear.
[[nodiscard]] std::span<const std::string_view> provided_holidays();

} // namespace chengyun::hub
