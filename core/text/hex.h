// Bytes as lower-case hexadecimal digits: how hashes and tokens are written.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace chengyun {

inline constexpr std::string_view hex_digits = "0123456789abcdef";

/// Two digits a byte.
[[nodiscard]] inline std::string hex_of(std::span<const unsigned char> bytes) {
    std::string out;
    out.reserve(2 * bytes.size());
    for (const auto byte : bytes) {
        out += hex_digits[byte >> 4];
        out += hex_digits[byte & 15];
    }
    return out;
}

/// This many digits, and nothing else.
[[nodiscard]] inline bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of(hex_digits) == std::string_view::npos;
}

} // namespace chengyun
