#include "hub/attachments/sniff.h"

#include "core/text/limits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>

namespace chengyun::hub {
namespace {

using namespace std::string_view_literals;

bool has(std::string_view content, std::size_t at, std::string_view bytes) {
    return content.size() >= at + bytes.size() && content.substr(at, bytes.size()) == bytes;
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// ISO base media: the brand says whether it is a picture or a film.
std::string_view media_brand(std::string_view content) {
    if (!has(content, 4, "ftyp"))
        return {};
    const auto brand = content.substr(8, 4);
    if (is_one_of(brand, {"heic", "heix", "heim", "heis", "mif1", "msf1"}))
        return "image/heic";
    if (is_one_of(brand, {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ",
                          "MSNV", "dash", "3gp4", "3gp5", "3gp6"}))
        return "video/mp4";
    return {};
}

bool is_control(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

/// Pairs and quadruples as GB 18030 has them; what spreadsheets in China save as CSV.
bool is_gb18030(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        if (at(i) < 0x80) {
            ++i;
            continue;
        }
        if (at(i) == 0x80 || at(i) == 0xff || i + 1 >= text.size())
            return false;
        const auto second = at(i + 1);
        if (second >= 0x40 && second != 0x7f && second != 0xff) {
            i += 2;
        } else if (second >= 0x30 && second <= 0x39 && i + 3 < text.size() && at(i + 2) >= 0x81 &&
                   at(i + 3) >= 0x30 && at(i + 3) <= 0x39) {
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

std::string_view text_type(std::string_view content) {
    if (std::any_of(content.begin(), content.end(),
                    [](char c) { return is_control(static_cast<unsigned char>(c)); }))
        return {};
    if (!characters(content))
        return is_gb18030(content) ? "text/plain" : std::string_view();
    const auto first = content.find_first_not_of("\xef\xbb\xbf \t\r\n");
    if (first != std::string_view::npos && (content[first] == '{' || content[first] == '['))
        return "application/json";
    return "text/plain";
}

std::string lower(std::string_view text) {
    std::string out(text.substr(0, text.find(';')));
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

} // namespace

std::string_view sniff_type(std::string_view content) {
    if (content.empty())
        return {};
    if (has(content, 0, "\xff\xd8\xff"))
        return "image/jpeg";
    if (has(content, 0, "\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (has(content, 0, "RIFF") && has(content, 8, "WEBP"))
        return "image/webp";
    if (has(content, 0, "GIF87a") || has(content, 0, "GIF89a"))
        return "image/gif";
    if (has(content, 0, "%PDF-"))
        return "application/pdf";
    if (const auto brand = media_brand(content); !brand.empty())
        return brand;
    if (has(content, 0, "PK\x03\x04"))
        return "application/zip";
    if (has(content, 0, "SQLite format 3\0"sv) && has(content, 68, "GPKG"))
        return "application/geopackage+sqlite3";
    return text_type(content);
}

bool claim_fits(std::string_view claimed, std::string_view sniffed) {
    const auto claim = lower(claimed);
    if (claim.empty() || claim == "application/octet-stream" || claim == sniffed)
        return true;
    if (claim == "image/jpg")
        return sniffed == "image/jpeg";
    if (claim == "image/heif")
        return sniffed == "image/heic";
    if (claim == "application/x-zip-compressed")
        return sniffed == "application/zip";
    if (sniffed == "application/json")
        return claim == "application/geo+json" || claim == "text/plain" || claim == "text/json";
    if (sniffed == "text/plain")
        return is_one_of(claim, {"text/csv", "application/csv", "application/vnd.ms-excel",
                                 "text/tab-separated-values", "application/geo+json"});
    return false;
}

namespace {

struct Named {
    std::string_view type, extension;
};
constexpr Named names[] = {
    {"image/jpeg", "jpg"},
    {"image/png", "png"},
    {"image/webp", "webp"},
    {"image/gif", "gif"},
    {"image/heic", "heic"},
    {"application/pdf", "pdf"},
    {"video/mp4", "mp4"},
    {"application/zip", "zip"},
    {"application/geopackage+sqlite3", "gpkg"},
    {"application/json", "json"},
    {"text/plain", "txt"},
};

} // namespace

std::string_view sniff_name(std::string_view type) {
    for (const auto& name : names)
        if (name.type == type)
            return name.type;
    return "application/octet-stream";
}

std::string_view sniff_extension(std::string_view type) {
    for (const auto& name : names)
        if (name.type == type)
            return name.extension;
    return "bin";
}

bool is_film(std::string_view type) {
    return type == "video/mp4";
}

bool is_shown_inline(std::string_view type) {
    return is_one_of(type, {"image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4",
                            "application/pdf"});
}

} // namespace chengyun::hub
