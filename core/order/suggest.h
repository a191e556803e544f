// Which units to send: by class, distance and availability (docs/workflow.md, "Units").
#pragma once

#include "core/order/order.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace chengyun {

struct Candidate {
    const Unit* unit = nullptr;
    const Resource* resource = nullptr; ///< nullptr for offices and departments
    std::int64_t open_assignments = 0;
};

enum class Gate { open, warn, block };
BOOST_DESCRIBE_ENUM(Gate, open, warn, block)

struct Suggestion {
    std::string unit;
    double distance_m = 0; ///< 0 and unknown_distance when there is no place
    bool unknown_distance = false;
    int class_rank = 0;     ///< 0 is the best class for this event
    Gate gate = Gate::open; ///< warn: already committed; block: out of service
    bool operator==(const Suggestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (unit, distance_m, unknown_distance, class_rank, gate))

/// A unit further away than this is in another city, and comes after all units within reach.
inline constexpr double reach_m = 100'000;

/// Best first: within reach, suitable class, then free before committed, then nearest; the street
/// and community offices in charge of the area are always included. At most `limit`.
[[nodiscard]] std::vector<Suggestion> suggest(std::span<const Candidate> candidates,
                                              std::string_view event_kind, Place where,
                                              std::string_view area, std::size_t limit);

} // namespace chengyun
