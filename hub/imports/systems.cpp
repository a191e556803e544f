#include "hub/imports/systems.h"

#include "core/geo/projection.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chengyun::hub {

namespace {

// Of a file's numbers this share has to look alike; the rest are mistakes in rows.
constexpr double most = 0.9;

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
    if (name == "degrees" || name == "wgs-84" || name == "wgs84")
        return "EPSG:4326";
    return std::string(answer);
}

Result<SystemChoice> choose_system(const SystemClaim& claim, Magnitude found) {
    const auto headings = lower(claim.headings);
    const bool is_answered = !claim.answer.empty();
    const auto claimed = is_answered          ? plain_system(claim.answer)
                         : !claim.map.empty() ? plain_system(claim.map)
                                              : claim.file;
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
               "degrees, but of which datum: GPS, public Chinese maps, or Baidu",
               {"EPSG:4326", "GCJ-02", "BD-09"});
}

} // namespace chengyun::hub
