// Limits of what people and programs may send, and the checks that say which field is beyond them.
// Lengths count characters (UTF-8 code points), as a person does.
#pragma once

#include "core/result.h"
#include "core/text/visible.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun {

namespace limits {
inline constexpr std::size_t title = 200;
inline constexpr std::size_t name = 200;
inline constexpr std::size_t code = 100;
inline constexpr std::size_t text = 10'000;
inline constexpr std::size_t address = 500;
inline constexpr std::size_t phone = 50;
inline constexpr std::size_t url = 2'000;
inline constexpr std::size_t definition = 16'384; ///< of a coordinate system: WKT is long
inline constexpr std::size_t attachments = 20;
inline constexpr std::size_t attributes = 100;
inline constexpr std::size_t flags = 20;
inline constexpr std::int64_t minutes = 43'200; ///< 30 days
inline constexpr std::int64_t capacity = 100'000'000;
} // namespace limits

/// The number of code points, or nothing when the text is not valid UTF-8.
[[nodiscard]] std::optional<std::size_t> characters(std::string_view text);

/// The one rule for whatever text comes from outside: valid UTF-8 without a bad_character, at most
/// `most` characters; not blank when `required`. The text is kept as it is: nothing is trimmed or
/// normalised. The failure names `field`; a bad_character's kind is unseen_character.
[[nodiscard]] Result<> check_text(std::string_view text, const std::string& field, std::size_t most,
                                  bool required, Lines lines = Lines::one);

/// Canonical UUID text.
[[nodiscard]] Result<> check_id(std::string_view id, const std::string& field);

/// A 12-digit area code that full_area_code would return unchanged.
[[nodiscard]] Result<> check_area(std::string_view code, const std::string& field);

/// `low` … `high`.
[[nodiscard]] Result<> check_range(std::int64_t value, const std::string& field, std::int64_t low,
                                   std::int64_t high);

/// The first failure among them, or success.
template <class... Checks>
[[nodiscard]] Result<> first_failure(const Checks&... checks) {
    Result<> first;
    const auto keep = [&](const Result<>& check) {
        if (first.has_value() && check.has_error())
            first = check.error();
    };
    (keep(checks), ...);
    return first;
}

} // namespace chengyun
