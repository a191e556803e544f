// Patrol duty (轮巡值守): a person goes through the cameras of a group and says of each what there
// is to be seen. docs/patrol.md.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>

namespace chengyun {

/// `nothing`: seen, and nothing is wrong. `order`: an order has been raised there.
enum class PatrolFinding { nothing, order };
BOOST_DESCRIBE_ENUM(PatrolFinding, nothing, order)

/// POST /api/v1/patrol_looks: a camera has been looked at.
struct LookAtCamera {
    std::string id;      ///< UUIDv7
    std::string round;   ///< UUIDv7: the same for all cameras of one going through a group
    std::string group;   ///< its id
    std::int64_t of = 1; ///< how many cameras the group had when the round began
    std::string camera;  ///< resource
    PatrolFinding finding = PatrolFinding::nothing;
    std::string order; ///< the one that was raised; else empty
    bool operator==(const LookAtCamera&) const = default;
};
BOOST_DESCRIBE_STRUCT(LookAtCamera, (), (id, round, group, of, camera, finding, order))

/// Ids, the number of cameras, and an order where the finding is one, and there only.
[[nodiscard]] Result<> check(const LookAtCamera& look);

/// As the hub keeps it, for assessment.
struct PatrolLook : LookAtCamera {
    std::string group_name;
    std::string area; ///< the group's
    std::string camera_name;
    std::string by; ///< account
    std::string by_name;
    Instant at{};
    std::int64_t version = 0; ///< its journal number
    bool operator==(const PatrolLook&) const = default;
};
BOOST_DESCRIBE_STRUCT(PatrolLook, (LookAtCamera),
                      (group_name, area, camera_name, by, by_name, at, version))

/// What came of a round: `seen` of `of` cameras were looked at.
struct PatrolShare {
    std::string round;
    std::string group_name;
    std::string by_name;
    Instant begun{};
    Instant last{};
    std::int64_t of = 0;
    std::int64_t seen = 0;
    std::int64_t orders = 0;
    bool operator==(const PatrolShare&) const = default;
};
BOOST_DESCRIBE_STRUCT(PatrolShare, (), (round, group_name, by_name, begun, last, of, seen, orders))

} // namespace chengyun
