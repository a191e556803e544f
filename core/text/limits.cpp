#include "core/text/limits.h"

#include "core/area/area.h"
#include "core/id/uuid.h"

namespace chengyun {

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
    const auto plain = plain_characters(text, lines);
    const auto length = plain ? plain : characters(text);
    if (!length)
        return fail(FailureKind::invalid_field, field, "not valid UTF-8");
    if (required && is_blank(text))
        return fail(FailureKind::missing_field, field, "required");
    if (*length > most)
        return fail(FailureKind::invalid_field, field,
                    "at most " + std::to_string(most) + " characters");
    if (plain)
        return {};
    if (const auto bad = bad_character(text, lines))
        return fail(FailureKind::unseen_character, field, text_of(*bad));
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
