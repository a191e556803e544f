#include "core/pinyin/pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>

namespace chengyun {

namespace {

// ICU's transliterator costs some ten microseconds a name, so it is asked once for each character:
// readings are kept in pages, each made when the first character of it is met. They are small: the
// characters of a few names lie far apart.
constexpr UChar32 page_size = 16;
constexpr UChar32 last_code_point = 0x3FFFF; // planes beyond hold no Han characters
constexpr std::size_t page_count = (last_code_point + 1) / page_size;

struct Page {
    std::once_flag made;
    std::array<std::string, page_size> readings;
};

/// Names of places read some characters differently from ICU's table of single characters.
struct Word {
    std::u32string_view text;
    std::array<std::string_view, 3> readings;
};
constexpr std::array words = {
    Word{U"重庆", {"chong", "qing"}},  Word{U"重慶", {"chong", "qing"}},
    Word{U"重阳", {"chong", "yang"}},  Word{U"银行", {"yin", "hang"}},
    Word{U"銀行", {"yin", "hang"}},    Word{U"行业", {"hang", "ye"}},
    Word{U"音乐", {"yin", "yue"}},     Word{U"音樂", {"yin", "yue"}},
    Word{U"大厦", {"da", "sha"}},      Word{U"大廈", {"da", "sha"}},
    Word{U"厦门", {"xia", "men"}},     Word{U"长江", {"chang", "jiang"}},
    Word{U"長江", {"chang", "jiang"}}, Word{U"校长", {"xiao", "zhang"}},
    Word{U"会计", {"kuai", "ji"}},     Word{U"六安", {"lu", "an"}},
    Word{U"番禺", {"pan", "yu"}},      Word{U"东莞", {"dong", "guan"}},
    Word{U"铅山", {"yan", "shan"}},    Word{U"蔚县", {"yu", "xian"}},
    Word{U"浚县", {"xun", "xian"}},    Word{U"乐清", {"yue", "qing"}},
    Word{U"黄陂", {"huang", "pi"}},    Word{U"黃陂", {"huang", "pi"}},
    Word{U"调度", {"diao", "du"}},     Word{U"調度", {"diao", "du"}},
    Word{U"仓储", {"cang", "chu"}},    Word{U"车站", {"che", "zhan"}},
    Word{U"地铁", {"di", "tie"}},      Word{U"都市", {"du", "shi"}},
    Word{U"首都", {"shou", "du"}},     Word{U"成都", {"cheng", "du"}},
};

/// "wǔ" → "wu", "lǜ" → "lv"; what is no letter or digit is dropped.
std::string plain_ascii(const icu::UnicodeString& reading) {
    std::string out;
    for (std::int32_t i = 0; i < reading.length(); i = reading.moveIndex32(i, 1)) {
        auto c = reading.char32At(i);
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out.push_back(static_cast<char>(c));
        else if (c == 0x00FC || (c >= 0x01D6 && c <= 0x01DC) || c == 0x00DC)
            out.push_back('v');
    }
    return out;
}

/// To make it costs as much as thousands of readings. It may not be shared between threads.
class Transliteration {
public:
    Transliteration() {
        UErrorCode status = U_ZERO_ERROR;
        to_latin_.reset(icu::Transliterator::createInstance("Fullwidth-Halfwidth; Han-Latin",
                                                            UTRANS_FORWARD, status));
        // The tone of ü must not be stripped before it has become v, so marks come off by our own
        // hand: vowels with a tone are decomposed, the diaeresis is kept by composing again.
        strip_.reset(icu::Transliterator::createInstance(
            "NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC; [^ü] Latin-ASCII; Lower",
            UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            to_latin_.reset(); // without its data names are found by their characters only
    }

    [[nodiscard]] std::string reading_of(UChar32 c) const {
        if (!to_latin_ || !strip_)
            return {};
        icu::UnicodeString text(c);
        to_latin_->transliterate(text);
        strip_->transliterate(text);
        return plain_ascii(text);
    }

private:
    std::unique_ptr<icu::Transliterator> to_latin_, strip_;
};

void fill(Page& page, UChar32 first) {
    static std::mutex one_at_a_time;
    static const Transliteration readings;
    const std::scoped_lock lock(one_at_a_time);
    for (UChar32 i = 0; i < page_size; ++i)
        page.readings[static_cast<std::size_t>(i)] = readings.reading_of(first + i);
}

const std::string& reading_of(UChar32 c) {
    static const std::string none;
    static std::array<Page, page_count> pages;
    if (c < 0 || c > last_code_point)
        return none;
    auto& page = pages[static_cast<std::size_t>(c / page_size)];
    std::call_once(page.made, fill, std::ref(page), c / page_size * page_size);
    return page.readings[static_cast<std::size_t>(c % page_size)];
}

std::u32string decode(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c >= 0)
            out.push_back(static_cast<char32_t>(c));
    }
    return out;
}

const Word* word_at(std::u32string_view rest) {
    const auto found =
        std::ranges::find_if(words, [&](const Word& word) { return rest.starts_with(word.text); });
    return found == words.end() ? nullptr : &*found;
}

template <class Take>
void each_reading(std::string_view utf8, Take take) {
    const auto text = decode(utf8);
    for (std::size_t i = 0; i < text.size();) {
        if (const auto c = text[i]; c < 0x80) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                take(std::string_view(std::string(1, static_cast<char>(c))), true);
            else if (c >= 'A' && c <= 'Z')
                take(std::string_view(std::string(1, static_cast<char>(c - 'A' + 'a'))), true);
            ++i;
            continue;
        }
        if (const auto* word = word_at(std::u32string_view(text).substr(i))) {
            for (std::size_t k = 0; k < word->text.size(); ++k)
                take(word->readings[k], false);
            i += word->text.size();
            continue;
        }
        take(reading_of(static_cast<UChar32>(text[i])), false);
        ++i;
    }
}

} // namespace

std::string pinyin_initials(std::string_view utf8) {
    std::string out;
    each_reading(utf8, [&](std::string_view reading, bool) {
        if (!reading.empty())
            out.push_back(reading.front());
    });
    return out;
}

std::string pinyin(std::string_view utf8) {
    std::string out;
    each_reading(utf8, [&](std::string_view reading, bool) { out += reading; });
    return out;
}

} // namespace chengyun
