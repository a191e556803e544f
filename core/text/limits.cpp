#include "core/text/limits.h"

#include "core/area/area.h"
#include "core/id/uuid.h"

#include <algorithm>

namespace chengyun {

namespace {

bool is_continuation(unsigned char byte) {
    return (byte & 0xc0) == 0x80;
}

/// Bytes of the code point that begins at `i`; 0 when it is not valid (RFC 3629: no overlong forms,
/// no surrogates, nothing above U+10FFFF).
std::size_t code_point_length(std::string_view text, std::size_t i) {
    const auto at = [&](std::size_t offset) {
        return i + offset < text.size() ? static_cast<unsigned char>(text[i + offset])
                                        : static_cast<unsigned char>(0);
    };
    const unsigned char lead = at(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return is_continuation(at(1)) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const unsigned char low = lead == 0xe0 ? 0xa0 : 0x80;
        const unsigned char high = lead == 0xed ? 0x9f : 0xbf;
        return at(1) >= low && at(1) <= high && is_continuation(at(2)) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const unsigned char low = lead == 0xf0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xf4 ? 0x8f : 0xbf;
        return at(1) >= low && at(1) <= high && is_continuation(at(2)) && is_continuation(at(3))
                   ? 4
                   : 0;
    }
    return 0;
}

bool is_forbidden_control(char c, Lines lines) {
    const auto byte = static_cast<unsigned char>(c);
    if (lines == Lines::many && (c == '\n' || c == '\r' || c == '\t'))
        return false;
    return byte < 0x20 || byte == 0x7f;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

std::optional<std::size_t> characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) {
        const auto length = code_point_length(text, i);
        if (length == 0)
            return std::nullopt;
        i += length;
    }
    return count;
}

Result<> check_text(std::string_view text, const std::string& field, std::size_t most,
                    bool required, Lines lines) {
    const auto length = characters(text);
    if (!length)
        return fail(FailureKind::invalid_field, field, "not valid UTF-8");
    if (required && is_blank(text))
        return fail(FailureKind::missing_field, field, "required");
    if (*length > most)
        return fail(FailureKind::invalid_field, field,
                    "at most " + std::to_string(most) + " characters");
    if (std::any_of(text.begin(), text.end(),
                    [&](char c) { return is_forbidden_control(c, lines); }))
        return fail(FailureKind::invalid_field, field, "control characters are not allowed");
    return {};
}

Result<> check_id(std::string_view id, const std::string& field) {
    if (!is_uuid(id))
        return fail(FailureKind::invalid_field, field, "expected a lower-case UUID");
    return {};
}

Result<> check_area(std::string_view code, const std::string& field) {
    const auto full = full_area_code(code);
    if (!full || *full != code)
        return fail(FailureKind::invalid_field, field, "expected a 12-digit area code");
    return {};
}

Result<> check_range(std::int64_t value, const std::string& field, std::int64_t low,
                     std::int64_t high) {
    if (value < low || value > high)
        return fail(FailureKind::invalid_field, field,
                    "expected " + std::to_string(low) + " to " + std::to_string(high));
    return {};
}

} // namespace chengyun
