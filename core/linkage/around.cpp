#include "core/linkage/around.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <initializer_list>
#include <numbers>
#include <string_view>

namespace chengyun {

namespace {

constexpr double usual_angle = 90;
/// So near, the camera's own place is not known well enough to say in which direction it lies.
constexpr double beside_m = 15;
constexpr double metres_a_degree = 111'320;
/// The street around the place fills a large cell.
constexpr const char* map_zoom = "16.5";

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// The first of these attributes that is a number within the limits.
std::optional<double> number_of(const Resource& camera,
                                std::initializer_list<std::string_view> names, double low,
                                double high) {
    for (const auto name : names) {
        const auto found = camera.attributes.find(std::string(name));
        if (found == camera.attributes.end())
            continue;
        const auto& text = found->second;
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size() && value >= low &&
            value <= high)
            return value;
    }
    return std::nullopt;
}

/// Degrees from north, clockwise. Good for the distances that a camera sees.
double bearing(Place from, Place to) {
    const double east = (to.lon - from.lon) * std::cos(radians(from.lat));
    const double north = to.lat - from.lat;
    return std::atan2(east, north) * 180 / std::numbers::pi;
}

PresetPane pane(std::int64_t cell, std::string kind, const std::string& subject,
                const std::string& title) {
    PresetPane made;
    made.cell = cell;
    made.content.kind = std::move(kind);
    made.content.subject = subject;
    made.content.title = title;
    return made;
}

PresetPane map_pane(const GroupSubject& subject) {
    auto map = pane(0, "map", {}, subject.title);
    map.content.options = {{"lat", std::format("{:.5f}", subject.place->lat)},
                           {"lon", std::format("{:.5f}", subject.place->lon)},
                           {"zoom", map_zoom}};
    return map;
}

} // namespace

std::optional<double> sees(const Resource& camera, Place place) {
    if (camera.layer != Layer::camera || camera.stream.empty() ||
        camera.state == Availability::unavailable || !is_plausible(camera.place))
        return std::nullopt;
    const auto distance = distance_m(camera.place, place);
    const auto range = number_of(camera, {"range", "range_m", "可视距离"}, 1, 100'000);
    if (distance > std::min(range.value_or(around_reach_m), most_reach_m))
        return std::nullopt;
    const auto looks = number_of(camera, {"bearing", "azimuth", "朝向", "方位角"}, -360, 360);
    if (looks && distance > beside_m) {
        const auto angle = number_of(camera, {"angle", "视场角"}, 1, 360).value_or(usual_angle);
        const auto off = std::abs(std::remainder(bearing(camera.place, place) - *looks, 360.0));
        if (off > angle / 2)
            return std::nullopt;
    }
    return distance;
}

std::vector<CameraAround> cameras_around(Place place, std::span<const Resource> cameras) {
    std::vector<CameraAround> found;
    for (const auto& camera : cameras)
        if (const auto distance = sees(camera, place))
            found.push_back({camera.id, camera.name, *distance});
    // Two on one mast: always in the same order.
    std::ranges::sort(found, [](const CameraAround& a, const CameraAround& b) {
        return a.metres != b.metres ? a.metres < b.metres : a.id < b.id;
    });
    if (found.size() > most_group_cameras)
        found.resize(most_group_cameras);
    return found;
}

Box box_around(Place place, double metres) {
    const auto north = metres / metres_a_degree;
    const auto east = north / std::max(0.01, std::cos(radians(place.lat)));
    return {place.lon - east, place.lat - north, place.lon + east, place.lat + north};
}

PresetScreen group_screen(const std::string& screen, const GroupSubject& subject,
                          LinkageShows shows, std::span<const CameraAround> cameras) {
    const bool has_sheet = subject.thing == "order";
    PresetScreen made{screen, "1", {}, {}};
    if (has_sheet && (shows == LinkageShows::sheet || !subject.place)) {
        made.panes = {pane(0, "order", subject.id, subject.title)};
        return made;
    }
    if (!subject.place)
        return made;
    made.panes = {map_pane(subject)};
    if (shows != LinkageShows::around)
        return made;
    cameras = cameras.first(std::min(cameras.size(), most_group_cameras));
    std::int64_t cell = 1;
    for (const auto& camera : cameras)
        made.panes.push_back(pane(cell++, "camera", camera.id, camera.name));
    if (has_sheet)
        made.panes.push_back(pane(cell++, "order", subject.id, subject.title));
    if (cameras.empty() && has_sheet) {
        made.layout = free_layout;
        made.boxes = {{0, 0, 32, 48}, {32, 0, 16, 48}};
    } else if (!cameras.empty()) {
        made.layout = cell <= 6 ? "6" : "8";
    }
    return made;
}

} // namespace chengyun
