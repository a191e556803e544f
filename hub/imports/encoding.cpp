#include "hub/imports/encoding.h"

#include "core/text/limits.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

namespace chengyun::hub {

namespace {

// The characters that names, addresses and headings are mostly made of, simplified and traditional:
// the most frequent of the language, and those of places and organisations. Text that is read in
// its own encoding has some 70 % of them, read in another one less than 5 % (measured on five lists
// of cities, 16,000 rows).
constexpr std::string_view telling = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出"
                                     "就分对成会可主发年动同工也能下过子说产种面而方后多"
                                     "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物"
                                     "现实加量都两体制机当使点从业本去把性好应开它合还因"
                                     "由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正"
                                     "心反你明看原又么利比或但质气第向道命此变条只没结解"
                                     "问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革"
                                     "位入常文总次品式活设及管特件长求老头基资边流路级少"
                                     "图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必"
                                     "战先回则任取据处队南给色光门即保治北造百规热领七海"
                                     "口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美"
                                     "再采转更单风切打白教速花带安场身车例真务具万每目至"
                                     "达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温"
                                     "传土许步群广石记需段研界拉林律叫且究观越织装影算低"
                                     "持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列"
                                     "习响约支般史感劳便团往历市克何除消构府称太准精值号"
                                     "率族维划选标写存候亲快效斯院查江型眼王按格养易置派层片始却专"
                                     "状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
                                     "镇乡村街巷弄栋幢室楼园湖河桥仓库站医诊疗卫防避校幼宫寺庙教堂"
                                     "居邻州港泉阳龙凤虎春福永兴店屯庄湾岛溪洲沟坡岭峰"
                                     "塘堤坝泵闸涵隧网警急救援抢险燃储罐危码场馆甲乙丙丁座班"
                                     "這為個國們來時於發會過說產種後經進著電裡實兩體當點從業應開還"
                                     "與關無間樣數質氣變條沒結問見長邊論運農幾區強決戰則"
                                     "據處隊給門規熱領東導壓濟階術極聯認權證單風場車務萬達積議聲報"
                                     "類離華確張馬節話況溫傳許廣記織裝書復兒須際驗連斷"
                                     "難礦備辦習響約團歷構稱準號維劃選標寫親養層專狀廠識屬圓滿縣參"
                                     "紅細聽該鐵價嚴鎮鄉樓園橋倉庫醫診療衛廟鄰陽龍鳳興"
                                     "島溝嶺閘網險儲碼館動廳臺灣樹豐環壇總員圖設線級義";

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::array encodings = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"};
constexpr std::size_t excerpt_bytes = 64U << 10;
constexpr std::size_t sample_characters = 40;
constexpr double makes_sense = 0.3; // of an encoding that is offered
constexpr double makes_none = 0.15; // of the stated one, where another makes sense

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

/// Stops at the first byte that is not in the encoding.
Converter open_converter(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status))
        return {};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    return U_FAILURE(status) ? Converter() : std::move(converter);
}

struct Decoded {
    std::string text;
    std::optional<std::size_t> bad; ///< where the bytes are not in the encoding
};

Decoded decode(UConverter& from, std::string_view bytes) {
    Decoded out;
    const auto to = open_converter("UTF-8");
    if (!to) {
        out.bad = 0;
        return out;
    }
    ucnv_reset(&from);
    std::array<UChar, 4096> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    std::array<char, 16384> buffer{};
    const char* source = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    out.text.reserve(bytes.size() + bytes.size() / 2);
    bool is_first = true;
    while (true) {
        char* target = buffer.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), &from, &target, buffer.data() + buffer.size(), &source, end,
                       pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                       is_first, true, &status);
        is_first = false;
        out.text.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
        if (status == U_BUFFER_OVERFLOW_ERROR)
            continue;
        if (U_FAILURE(status))
            out.bad = static_cast<std::size_t>(source - bytes.data());
        return out;
    }
}

template <class Visit>
void each_character(std::string_view text, Visit visit) {
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(text.data(), i, text.size(), c);
        if (!visit(static_cast<char32_t>(c)))
            return;
    }
}

bool is_foreign(char32_t c) {
    return c == 0xFFFD || is_private_use(c) || (c & 0xFFFEU) == 0xFFFE ||
           (c >= 0xFDD0 && c <= 0xFDEF);
}

/// The share of telling characters among those that are not ASCII or punctuation; 1 where there are
/// none, 0 where one is foreign or a control character.
double sense_of(std::string_view text) {
    static const auto known = [] {
        std::unordered_set<char32_t> out;
        each_character(telling, [&](char32_t c) { return out.insert(c), true; });
        return out;
    }();
    std::size_t all = 0;
    std::size_t found = 0;
    bool is_text = true;
    each_character(text, [&](char32_t c) {
        is_text = !is_foreign(c) && c != 0x7F &&
                  (c >= 0x20 || c == '\t' || c == '\r' || c == '\n') && (c < 0x80 || c > 0x9F);
        const bool counts = c > 0x9F && (c < 0x3000 || c > 0x303F) && (c < 0xFF00 || c > 0xFFEF);
        all += counts ? 1 : 0;
        found += counts && known.contains(c) ? 1 : 0;
        return is_text;
    });
    if (!is_text)
        return 0;
    return all == 0 ? 1 : static_cast<double>(found) / static_cast<double>(all);
}

/// Whole lines from the first one that is not ASCII alone; what wide encodings have is even.
std::string_view excerpt_of(std::string_view bytes, std::string_view encoding) {
    if (encoding.starts_with("UTF-16"))
        return bytes.substr(0, std::min(bytes.size(), excerpt_bytes) & ~std::size_t(1));
    const auto foreign =
        std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto at = static_cast<std::size_t>(foreign - bytes.begin());
    const auto begin = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1; // npos + 1 is 0
    auto out = bytes.substr(begin, excerpt_bytes);
    if (out.size() == excerpt_bytes && out.rfind('\n') != out.npos)
        out = out.substr(0, out.rfind('\n') + 1);
    return out;
}

/// The first line that is not ASCII alone, else the last one; shortened, and fit to be shown.
std::string sample_of(std::string_view text) {
    std::string line;
    std::size_t size = 0;
    bool is_telling = false;
    bool is_over = false; // the line before
    each_character(text, [&](char32_t c) {
        if (c == '\n' || c == '\r') {
            is_over = true;
            return !is_telling;
        }
        if (std::exchange(is_over, false)) {
            line.clear();
            size = 0;
        }
        is_telling |= c >= 0x80;
        if (size++ < sample_characters) {
            std::array<char, 4> utf8{};
            int length = 0;
            U8_APPEND_UNSAFE(utf8.data(), length, static_cast<UChar32>(c));
            line.append(utf8.data(), static_cast<std::size_t>(length));
        }
        return true;
    });
    return showable(line);
}

struct Reading {
    std::string encoding;
    std::string sample;
    double sense = 0;
};

/// How the bytes read in the encodings that make sense of them, the best first.
std::vector<Reading> readings_of(std::string_view bytes) {
    std::vector<Reading> out;
    for (const std::string encoding : encodings) {
        const auto converter = open_converter(encoding);
        if (!converter)
            continue;
        const auto decoded = decode(*converter, excerpt_of(bytes, encoding));
        const double sense = decoded.bad ? 0 : sense_of(decoded.text);
        if (sense >= makes_sense)
            out.push_back({encoding, sample_of(decoded.text), sense});
    }
    std::ranges::stable_sort(out, std::ranges::greater(), &Reading::sense);
    return out;
}

Failure not_in_encoding(std::string_view bytes, std::string what, const std::string& stated) {
    auto detail = std::move(what);
    bool is_first = true;
    for (const auto& reading : readings_of(bytes)) {
        if (reading.encoding == stated)
            continue;
        detail += std::format("{} as {} it reads “{}”", is_first ? ";" : ",", reading.encoding,
                              reading.sample);
        is_first = false;
    }
    detail += is_first ? "; nor does it make sense as GB18030, Big5, UTF-16 or UTF-8"
                       : ". The map's key encoding says which";
    return fail(FailureKind::malformed, "map.encoding", detail);
}

std::int64_t line_of(std::string_view bytes, std::size_t at) {
    return 1 + std::ranges::count(bytes.substr(0, at), '\n');
}

/// Where the bytes stop being UTF-8; a NUL ends it too, which no text has.
std::optional<std::size_t> end_of_utf8(std::string_view bytes) {
    const auto nul = bytes.find('\0');
    if (nul == bytes.npos && characters(bytes))
        return {};
    for (std::size_t i = 0; i < bytes.size();) {
        const auto at = i;
        UChar32 c = 0;
        U8_NEXT(bytes.data(), i, bytes.size(), c);
        if (c <= 0)
            return at;
    }
    return {};
}

bool is_utf8_name(const std::string& encoding) {
    return encoding.empty() || encoding == "UTF-8" || encoding == "utf-8" || encoding == "UTF8" ||
           encoding == "utf8";
}

} // namespace

Result<std::string> to_utf8(std::string bytes, const std::string& encoding) {
    if (bytes.starts_with(mark))
        bytes.erase(0, mark.size());
    if (is_utf8_name(encoding)) {
        if (const auto bad = end_of_utf8(bytes))
            return not_in_encoding(bytes, std::format("line {} is not UTF-8", line_of(bytes, *bad)),
                                   "UTF-8");
        return bytes;
    }
    const auto converter = open_converter(encoding);
    if (!converter)
        return fail(FailureKind::invalid_field, "map.encoding", "no encoding " + encoding);
    auto decoded = decode(*converter, bytes);
    if (decoded.bad)
        return not_in_encoding(bytes,
                               std::format("line {} cannot be read as {}, which the map says",
                                           line_of(bytes, *decoded.bad), encoding),
                               encoding);
    if (sense_of(excerpt_of(decoded.text, "UTF-8")) < makes_none) {
        const auto readings = readings_of(bytes);
        if (!readings.empty() && readings.front().encoding != encoding)
            return not_in_encoding(bytes,
                                   std::format("as {}, which the map says, it reads “{}”", encoding,
                                               sample_of(decoded.text)),
                                   encoding);
    }
    if (decoded.text.starts_with(mark))
        decoded.text.erase(0, mark.size());
    return std::move(decoded.text);
}

Result<> check_characters(std::string_view text, const std::string& field) {
    const auto foreign = foreign_character(text);
    if (!foreign)
        return {};
    if (*foreign == 0xFFFD)
        return fail(FailureKind::invalid_field, field,
                    "U+FFFD stands where a character was lost before this file was made");
    return fail(FailureKind::invalid_field, field,
                std::format("U+{:04X} is no character of any language: is the file's encoding "
                            "another than the one said?",
                            static_cast<std::uint32_t>(*foreign)));
}

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

std::optional<char32_t> foreign_character(std::string_view text) {
    std::optional<char32_t> found;
    // Their first byte is one of a few, so nearly every text is only looked through for those.
    constexpr auto may_be = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xEE || byte == 0xEF || byte >= 0xF0;
    };
    if (std::ranges::none_of(text, may_be))
        return found;
    each_character(text, [&](char32_t c) {
        if (is_foreign(c))
            found = c;
        return !found;
    });
    return found;
}

} // namespace chengyun::hub
