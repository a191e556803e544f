// Text files to UTF-8, and whether what comes out can be meant: a wrong encoding often reads
// without any fault, as other characters.
#pragma once

#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// The bytes as UTF-8, without the mark at its beginning. `encoding` is a name that ICU knows;
/// empty is UTF-8. Fails with `invalid_field` ("map.encoding": no such encoding) and with
/// `malformed` where the bytes are not in it, or make no sense in it and do in another: the detail
/// then says the line, and how the text reads in the encodings that make sense.
[[nodiscard]] Result<std::string> to_utf8(std::string bytes, const std::string& encoding);

/// The first character that no text of people has: the replacement character (something was lost
/// before), one of private use, or none at all. `text` is UTF-8.
[[nodiscard]] std::optional<char32_t> foreign_character(std::string_view text);

/// Somebody's own character, which no other font has.
[[nodiscard]] bool is_private_use(char32_t c);

/// Fails with `invalid_field`, naming `field`, where the text has a foreign character.
[[nodiscard]] Result<> check_characters(std::string_view text, const std::string& field);

} // namespace chengyun::hub
