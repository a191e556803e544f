// Which characters of a text people can see, and which characters no text may hold: those that
// cannot be seen, and those that change the direction of the text around them. docs/core.md, "What
// a text may hold".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun {

/// Whether line breaks and tabs are welcome. Other control characters never are: PostgreSQL stores
/// no NUL, and terminals and spreadsheets obey the rest.
enum class Lines { one, many };

/// Bytes of the code point that begins at `i`; 0 when it is not valid UTF-8 (RFC 3629: no overlong
/// forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] std::size_t code_point_length(std::string_view text, std::size_t i);

/// The number of characters when all of them are ASCII, Han or the punctuation of both, which are
/// good wherever they stand; nothing when one is not, and the whole rule has to be asked. Most
/// texts are so, and each is judged on the way to the hub's one writer.
[[nodiscard]] std::optional<std::size_t> plain_characters(std::string_view text, Lines lines);

/// A character that a text may not hold where it stands.
struct BadCharacter {
    enum class Why {
        not_utf8,
        control,       ///< C0, DEL, C1, U+2028, U+2029; line breaks and tabs with Lines::one
        turns_text,    ///< the bidirectional controls
        unseen,        ///< it leaves no ink, or joins and selects nothing where it stands
        no_character,  ///< the code points that Unicode keeps free for ever
        nothing_below, ///< a combining mark without a character below it, or one of a pile
    };
    std::size_t at = 0;     ///< byte
    std::size_t length = 0; ///< bytes
    char32_t code = 0;      ///< 0 where it is not UTF-8
    Why why = Why::control;
};

/// The first of them, or nothing.
[[nodiscard]] std::optional<BadCharacter> bad_character(std::string_view text, Lines lines);

/// For a developer: "U+202E turns text round".
[[nodiscard]] std::string text_of(const BadCharacter& bad);

/// Does nothing of it leave ink? Blanks of every kind and characters that cannot be seen.
[[nodiscard]] bool is_blank(std::string_view text);

/// For showing what others wrote, also what was stored before there was this rule: each character
/// that a text may not hold is U+FFFD, which is seen and turns nothing.
[[nodiscard]] std::string showable(std::string_view text, Lines lines = Lines::many);

} // namespace chengyun
