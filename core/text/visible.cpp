#include "core/text/visible.h"

#include "core/text/unicode_tables.h"

#include <array>
#include <format>

namespace chengyun {

namespace {

using Why = BadCharacter::Why;

/// So many marks on one character are a script's (Tibetan piles up most); more cover the lines
/// above and below.
constexpr int most_marks = 8;

constexpr char32_t non_joiner = 0x200c, joiner = 0x200d;

bool is_continuation(unsigned char byte) {
    return (byte & 0xc0) == 0x80;
}

/// The code point of `length` valid bytes.
char32_t decode(std::string_view text, std::size_t i, std::size_t length) {
    static constexpr std::array<unsigned, 5> lead_bits{0, 0x7f, 0x1f, 0x0f, 0x07};
    char32_t code = static_cast<unsigned char>(text[i]) & lead_bits[length];
    for (std::size_t k = 1; k < length; ++k)
        code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3fU);
    return code;
}

/// The one that begins at `i`; 0 at the end and where it is not UTF-8.
char32_t code_at(std::string_view text, std::size_t i) {
    const auto length = i < text.size() ? code_point_length(text, i) : 0;
    return length == 0 ? 0 : decode(text, i, length);
}

/// The characters that most texts consist of: printable ASCII, Han characters, and the punctuation
/// of both. None of it is special, so the tables need not be asked.
bool is_plain(char32_t code) {
    return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) ||
           (code > 0x3000 && code < 0x302a) || (code > 0xff00 && code < 0xff60);
}

/// The same of three bytes of UTF-8: U+3001 to U+3029, U+4000 to U+9FFF, U+FF01 to U+FF5F.
bool is_plain_triple(const char* bytes) {
    const auto a = static_cast<unsigned char>(bytes[0]), b = static_cast<unsigned char>(bytes[1]),
               c = static_cast<unsigned char>(bytes[2]);
    if (!is_continuation(b) || !is_continuation(c))
        return false;
    return (a >= 0xe4 && a <= 0xe9) || (a == 0xe3 && b == 0x80 && c >= 0x81 && c <= 0xa9) ||
           (a == 0xef && ((b == 0xbc && c >= 0x81) || (b == 0xbd && c <= 0x9f)));
}

bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code == 0x2028 || code == 0x2029;
}

bool turns_text(char32_t code) {
    return code == 0x061c || code == 0x200e || code == 0x200f ||
           (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

bool is_no_character(char32_t code) {
    return (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
}

/// Chooses the form of the character before: of emoji, of Han characters in names, of Mongolian
/// letters (there also the vowel separator, which stands behind a letter likewise).
bool is_selector(char32_t code) {
    return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef) ||
           (code >= 0x180b && code <= 0x180f);
}

bool is_unseen(char32_t code) {
    // U+FFF9 to U+FFFC stand for what is not in the text: annotations, an object left behind.
    return (code >= 0xfff9 && code <= 0xfffc) || unicode::in(unicode::default_ignorable, code);
}

bool is_space(char32_t code) {
    return code == 0x2800 /* Braille without a dot */ || unicode::in(unicode::white_space, code);
}

bool is_skin_tone(char32_t code) {
    return code >= 0x1f3fb && code <= 0x1f3ff;
}

/// Scripts whose letters join or break: there the two joiners spell words (Uyghur, Kazakh,
/// Mongolian, the Indic scripts).
bool joins_letters(char32_t code) {
    return (code >= 0x0600 && code <= 0x0dff) || (code >= 0x1780 && code <= 0x18af) ||
           (code >= 0xfb50 && code <= 0xfdff) || (code >= 0xfe70 && code < 0xfeff);
}

/// The characters before a character, as far as its right to stand there depends on them.
struct Before {
    char32_t code = 0;     ///< the last that was no mark and no selector; 0 after a blank
    char32_t last = 0;     ///< the very last
    int marks = 0;         ///< on `code`
    bool selected = false; ///< the very last was a selector

    void pass(char32_t now) {
        last = now;
        if (!is_plain(now)) {
            if (is_selector(now)) {
                selected = true;
                return;
            }
            if (unicode::in(unicode::marks, now)) {
                selected = false;
                ++marks;
                return;
            }
            // Between emoji: a skin tone belongs to the picture before it.
            if (is_skin_tone(now) && unicode::in(unicode::pictographic, code)) {
                selected = false;
                return;
            }
        }
        selected = false;
        marks = 0;
        code = is_plain(now) || !(is_control(now) || is_space(now)) ? now : 0;
    }
};

bool may_join(const Before& before, char32_t code, char32_t next) {
    if (code == joiner && unicode::in(unicode::pictographic, before.code) &&
        unicode::in(unicode::pictographic, next))
        return true;
    return joins_letters(before.last) && joins_letters(next);
}

std::optional<Why> wrong(const Before& before, char32_t code, char32_t next, Lines lines) {
    if (is_plain(code) || code == ' ')
        return {};
    if (is_control(code)) {
        const bool welcome = lines == Lines::many && (code == '\n' || code == '\r' || code == '\t');
        return welcome ? std::optional<Why>() : Why::control;
    }
    if (turns_text(code))
        return Why::turns_text;
    if (is_no_character(code))
        return Why::no_character;
    if (is_selector(code))
        return before.code != 0 && !before.selected ? std::optional<Why>() : Why::unseen;
    if (code == joiner || code == non_joiner)
        return may_join(before, code, next) ? std::optional<Why>() : Why::unseen;
    if (is_unseen(code))
        return Why::unseen;
    if (unicode::in(unicode::marks, code) && (before.code == 0 || before.marks >= most_marks))
        return Why::nothing_below;
    return {};
}

/// Goes through a text once.
class Walk {
public:
    Walk(std::string_view text, Lines lines) : text_(text), lines_(lines) {}

    std::optional<BadCharacter> next_bad() {
        while (at_ < text_.size()) {
            const auto length = code_point_length(text_, at_);
            const auto code = length == 0 ? U'\0' : decode(text_, at_, length);
            const auto why = length == 0
                                 ? Why::not_utf8
                                 : wrong(before_, code, code_at(text_, at_ + length), lines_);
            const BadCharacter bad{at_, length == 0 ? 1 : length, code, why.value_or(Why::control)};
            // A refused character counts as U+FFFD, by which showable() replaces it.
            before_.pass(why ? U'\ufffd' : code);
            at_ += bad.length;
            if (why)
                return bad;
        }
        return {};
    }

private:
    std::string_view text_;
    Lines lines_;
    std::size_t at_ = 0;
    Before before_;
};

} // namespace

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

std::optional<std::size_t> plain_characters(std::string_view text, Lines lines) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte >= 0x20 && byte < 0x7f) || (byte == '\n' && lines == Lines::many))
            ++i;
        else if (i + 3 <= text.size() && is_plain_triple(text.data() + i))
            i += 3;
        else
            return {};
    }
    return count;
}

std::optional<BadCharacter> bad_character(std::string_view text, Lines lines) {
    if (plain_characters(text, lines))
        return {};
    return Walk(text, lines).next_bad();
}

std::string text_of(const BadCharacter& bad) {
    const auto said = [](Why why) {
        switch (why) {
        case Why::not_utf8:
            return "not valid UTF-8";
        case Why::control:
            return "is a control character, which is not allowed";
        case Why::turns_text:
            return "turns text round";
        case Why::unseen:
            return "cannot be seen";
        case Why::no_character:
            return "is no character";
        case Why::nothing_below:
            return "has no character below it";
        }
        return "is not allowed";
    };
    if (bad.why == Why::not_utf8)
        return said(bad.why);
    return std::format("U+{:04X} {}", static_cast<unsigned>(bad.code), said(bad.why));
}

bool is_blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto length = code_point_length(text, i);
        if (length == 0)
            return false;
        const auto code = decode(text, i, length);
        if (is_plain(code) ||
            !(is_control(code) || is_space(code) || turns_text(code) || is_selector(code) ||
              is_no_character(code) || is_unseen(code) || unicode::in(unicode::marks, code)))
            return false;
        i += length;
    }
    return true;
}

std::string showable(std::string_view text, Lines lines) {
    Walk walk(text, lines);
    std::string shown;
    std::size_t copied = 0;
    while (const auto bad = walk.next_bad()) {
        shown += text.substr(copied, bad->at - copied);
        shown += "\xef\xbf\xbd"; // U+FFFD
        copied = bad->at + bad->length;
    }
    return shown += text.substr(copied);
}

} // namespace chengyun
