// Camera patrol (视频轮巡): groups of cameras that are looked at one after another. docs/patrol.md.
#pragma once

#include "core/geo/place.h"
#include "core/resource/resource.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace chengyun {

/// How the cameras of a group are chosen.
enum class PatrolChoice { hand, rule };
BOOST_DESCRIBE_ENUM(PatrolChoice, hand, rule)

/// Which cameras a group has that are not chosen by hand. All conditions hold; empty ones do not
/// restrict.
struct PatrolRule {
    std::string area;               ///< cameras of this area and below
    std::string kind;               ///< a kind of the layer of cameras
    std::int64_t near_orders_m = 0; ///< so near to the place of an open order; 0: wherever
    bool operator==(const PatrolRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(PatrolRule, (), (area, kind, near_orders_m))

struct PatrolGroup {
    std::string id;   ///< UUIDv7
    std::string name; ///< "汉江沿线"
    /// Who sees it, and where all its cameras lie: 12 digits; empty: the whole hall.
    std::string area;
    std::int64_t dwell_s = 15; ///< how long each camera is shown
    PatrolChoice choice = PatrolChoice::hand;
    std::vector<std::string> cameras; ///< resources, chosen by hand, in the order they are shown
    PatrolRule rule;                  ///< of those that are not chosen by hand
    Instant started{};                ///< when its first turn began; set by the hub
    std::int64_t version = 0;         ///< journal number of its last change
    bool operator==(const PatrolGroup&) const = default;
};
BOOST_DESCRIBE_STRUCT(PatrolGroup, (),
                      (id, name, area, dwell_s, choice, cameras, rule, started, version))

inline constexpr std::size_t most_patrol_groups = 64;
inline constexpr std::size_t most_patrol_cameras = 200; ///< of a group
inline constexpr std::int64_t shortest_dwell_s = 5;
inline constexpr std::int64_t longest_dwell_s = 600;
inline constexpr std::int64_t farthest_from_orders_m = 50'000;

/// Id, name, area, dwell time, and the cameras: by hand 1 … most_patrol_cameras ids, none twice,
/// and no rule; by rule none, and an area of the rule that lies in the group's. That there are such
/// areas and cameras is asked of the hub.
[[nodiscard]] Result<> check(const PatrolGroup& group);

/// Whether the resource is a camera that the group may show: it has a stream and lies in the
/// group's area.
[[nodiscard]] bool can_show(const PatrolGroup& group, const Resource& resource);

/// The ids of the cameras that the group has now, in the order in which they are shown: by hand as
/// they were chosen, by rule by area, code and id, most_patrol_cameras at most. Which of `cameras`
/// cannot be shown, and what is no camera, is left out. `orders`: where open orders in the group's
/// area are.
[[nodiscard]] std::vector<std::string> cameras_of(const PatrolGroup& group,
                                                  std::span<const Resource* const> cameras,
                                                  std::span<const Place> orders);

/// A time in which one camera is due.
struct PatrolTurn {
    std::int64_t number = 0; ///< from 0 at the group's start
    Instant begins{};
    Instant ends{};
    bool operator==(const PatrolTurn&) const = default;
};
[[nodiscard]] PatrolTurn turn_at(const PatrolGroup& group, Instant now);
/// The position of the camera that is due in a turn, of `count` cameras, at least one.
[[nodiscard]] std::size_t due_in(std::int64_t turn, std::size_t count);

} // namespace chengyun
