// Cameras around a place (周边摄像机), and the group that is made of them: what a wall's screen
// shows of an order or of a thing on the map.
#pragma once

#include "core/resource/resource.h"
#include "core/wall/preset.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace chengyun {

/// How far a camera is taken to see where its record does not say.
inline constexpr double around_reach_m = 3'000;
/// No camera is looked for beyond this, whatever its record says.
inline constexpr double most_reach_m = 5'000;
/// Of one group.
inline constexpr std::size_t most_group_cameras = 6;

/// The distance in metres from the camera to the place, where it can see it: it has a stream, is in
/// service, and reaches so far. A record knows more by attributes, each a number: how far it sees
/// in metres ("range", "range_m", "可视距离"), where it looks in degrees from north ("bearing",
/// "azimuth", "朝向", "方位角") and how wide in degrees ("angle", "视场角"; 90 where not said).
/// What is no number counts as not said.
[[nodiscard]] std::optional<double> sees(const Resource& camera, Place place);

struct CameraAround {
    std::string id;
    std::string name;
    double metres = 0;
    bool operator==(const CameraAround&) const = default;
};
/// Those that can see the place, the nearest first, `most_group_cameras` at most.
[[nodiscard]] std::vector<CameraAround> cameras_around(Place place,
                                                       std::span<const Resource> cameras);

/// What lies so far from the place in every direction, and somewhat more at the corners.
[[nodiscard]] Box box_around(Place place, double metres);

/// What a group shows.
enum class LinkageShows {
    around, ///< the map at the large cell, cameras round it, and the order's sheet
    map,    ///< the map alone
    sheet   ///< the order's sheet alone
};
BOOST_DESCRIBE_ENUM(LinkageShows, around, map, sheet)

/// What a group is about.
struct GroupSubject {
    std::string thing; ///< "order" or "resource"
    std::string id;
    std::string title;
    std::optional<Place> place; ///< nothing: an order that says none is shown by its sheet alone
};
/// The screen that shows the group: the layout that fits the number of cameras.
[[nodiscard]] PresetScreen group_screen(const std::string& screen, const GroupSubject& subject,
                                        LinkageShows shows, std::span<const CameraAround> cameras);

} // namespace chengyun
