#include "hub/imports/systems.h"

#include "core/geo/projection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <initializer_list>

namespace chengyun::hub {

namespace {

// Of a file's numbers this share has to look alike; the rest are mistakes in rows.
constexpr double most = 0.9;
constexpr std::size_t longest_name = 200; // of a system in a message

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

bool contains_any(const std::string& text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words,
                               [&](auto word) { return text.find(word) != std::string::npos; });
}

// Headings in use for projected coordinates: the names of grids, and units.
constexpr std::array<std::string_view, 17> metre_words = {
    "tm121",    "tm119", "tm2",  "_tm",   "twd67", "gauss", "krug",     "utm",     "easting",
    "northing", "米",    "公尺", "metre", "meter", "高斯",  "平面座標", "平面坐标"};
constexpr std::array<std::string_view, 9> degree_words = {"lon",  "lat",  "lng",  "wgs", "degree",
                                                          "经度", "經度", "纬度", "緯度"};

std::vector<std::string> metre_answers(const std::string& headings) {
    if (headings.find("119") != std::string::npos && headings.find("twd97") != std::string::npos)
        return {"EPSG:3825"};
    if (headings.find("twd97") != std::string::npos)
        return {"EPSG:3826"};
    return {"EPSG:4546", "EPSG:4547", "EPSG:4548", "EPSG:4549"};
}

std::vector<std::string> degree_answers() {
    return {"EPSG:4326", "GCJ-02", "BD-09"};
}

SystemChoice ask(QuestionKind kind, std::string detail, std::vector<std::string> answers) {
    return {{}, ImportQuestion{kind, std::move(detail), std::move(answers)}};
}

SystemChoice ask_degrees(const std::string& who, const std::string& headings) {
    auto answers = metre_answers(headings);
    answers.insert(answers.begin(), "degrees");
    return ask(QuestionKind::metres_or_degrees, who + " says metres, but the values are degrees",
               std::move(answers));
}

SystemChoice ask_metres(const std::string& who, const std::string& headings) {
    return ask(QuestionKind::degrees_or_metres,
               who + " says degrees, but the values are metres of some grid",
               metre_answers(headings));
}

} // namespace

Magnitude magnitude_of(std::span<const Point> points) {
    std::size_t degrees = 0;
    std::size_t metres = 0;
    std::size_t known = 0;
    for (const auto& [x, y] : points) {
        if (x == 0 || y == 0 || !std::isfinite(x) || !std::isfinite(y))
            continue;
        ++known;
        // Both ways round: a row with longitude and latitude swapped is still in degrees.
        const auto [small, large] = std::minmax({std::abs(x), std::abs(y)});
        if (small <= 90 && large <= 180)
            ++degrees;
        else if (large > 1000)
            ++metres;
    }
    const auto enough = static_cast<double>(known) * most;
    if (known > 0 && static_cast<double>(degrees) >= enough)
        return Magnitude::degrees;
    if (known > 0 && static_cast<double>(metres) >= enough)
        return Magnitude::metres;
    return Magnitude::unknown;
}

Magnitude claim_of_heading(std::string_view heading) {
    const auto text = lower(heading);
    if (contains_any(text, metre_words))
        return Magnitude::metres;
    if (contains_any(text, degree_words))
        return Magnitude::degrees;
    return Magnitude::unknown;
}

std::string plain_system(std::string_view answer) {
    const auto name = lower(answer);
    const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (is_one_of({"degrees", "wgs-84", "wgs84", "wgs 84", "wgs_84", "crs84", "ogc:crs84",
                   "urn:ogc:def:crs:ogc:1.3:crs84", "urn:ogc:def:crs:ogc::crs84",
                   "http://www.opengis.net/def/crs/ogc/1.3/crs84",
                   "https://www.opengis.net/def/crs/ogc/1.3/crs84"}))
        return "EPSG:4326";
    if (is_one_of({"cgcs2000", "cgcs-2000", "cgcs 2000"}))
        return "EPSG:4490";
    if (is_one_of({"gcj-02", "gcj02", "gcj_02", "gcj02ll"}))
        return "GCJ-02";
    if (is_one_of({"bd-09", "bd09", "bd_09", "bd09ll"}))
        return "BD-09";
    // The code behind the longer ways to say it: urn:ogc:def:crs:EPSG:9.8:4547, and as an address.
    constexpr std::string_view digits = "0123456789";
    const auto epsg = name.find("epsg");
    const auto code = name.find_last_not_of(digits) + 1;
    // A sentence with two codes in it says neither.
    if (epsg != name.npos && code < name.size() && code > epsg && name.find(' ') == name.npos &&
        (name.starts_with("urn:") || name.starts_with("http") || epsg == 0) &&
        (name[code - 1] == ':' || name[code - 1] == '/'))
        return "EPSG:" + name.substr(code);
    return std::string(answer);
}

bool is_understood(const std::string& system) {
    const auto plain = plain_system(system);
    const auto text = lower(plain);
    // A definition that PROJ can read and that still does not say where: it would be taken for
    // WGS 84, give or take nothing.
    constexpr std::array<std::string_view, 5> unclear = {"gcj", "bd09", "bd-09", "bd_09",
                                                         "datum[\"unknown"};
    const bool is_ours = plain == "GCJ-02" || plain == "BD-09";
    if (!is_ours && contains_any(text, unclear))
        return false;
    // PROJ takes a mere name for the nearest one that it has: "beijing" for New Beijing.
    // Of two codes it would take the first, whatever stands behind it.
    const bool is_code =
        text.find(' ') == text.npos && (text.starts_with("epsg:") || text.starts_with("esri:") ||
                                        text.starts_with("ogc:") || text.starts_with("iau_"));
    const bool is_definite =
        is_ours || is_code || text.find('[') != text.npos || text.find("+proj=") != text.npos;
    return is_definite && Projection::from(plain).has_value();
}

Result<SystemChoice> choose_system(const SystemClaim& claim, Magnitude found) {
    const auto headings = lower(claim.headings);
    const bool is_answered = !claim.answer.empty();
    const auto claimed = is_answered          ? plain_system(claim.answer)
                         : !claim.map.empty() ? plain_system(claim.map)
                                              : plain_system(claim.file);
    if (!is_answered && claim.map.empty() && !claimed.empty() && !is_understood(claimed))
        return ask(
            QuestionKind::system_not_known,
            std::format("the file says that its coordinate system is “{}”, which is not known "
                        "here",
                        claimed.substr(0, longest_name)),
            found == Magnitude::metres ? metre_answers(headings) : degree_answers());
    if (!claimed.empty()) {
        auto projection = Projection::from(claimed);
        if (!projection)
            return projection.error();
        // An answer is final: what does not fit it is refused row by row.
        const bool in_degrees = projection->is_geographic();
        const std::string who = claim.map.empty() ? "the file" : "the map";
        if (!is_answered && in_degrees && found == Magnitude::metres)
            return ask_metres(who, headings);
        if (!is_answered && !in_degrees && found == Magnitude::degrees)
            return ask_degrees(who, headings);
        return SystemChoice{claimed, {}};
    }
    const auto heading = claim_of_heading(headings);
    if (heading == Magnitude::metres && found == Magnitude::degrees)
        return ask_degrees("the heading (" + claim.headings + ")", headings);
    if (heading == Magnitude::degrees && found == Magnitude::metres)
        return ask_metres("the heading (" + claim.headings + ")", headings);
    if (found == Magnitude::metres)
        return claim.from_geojson ? ask_metres("GeoJSON", headings)
                                  : ask(QuestionKind::system_not_stated,
                                        "the values are metres of a grid that nobody names",
                                        metre_answers(headings));
    if (claim.from_geojson)
        return SystemChoice{"EPSG:4326", {}};
    return ask(QuestionKind::system_not_stated,
               "degrees, but of which datum: GPS, public Chinese maps, or Baidu", degree_answers());
}

} // namespace chengyun::hub
