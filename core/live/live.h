// What travels on the live lane: values that are true now and worth nothing tomorrow (positions,
// sensor values, presence). docs/api.md, "Live".
#pragma once

#include "core/geo/place.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chengyun {

namespace limits {
inline constexpr std::size_t live_values = 2'000;   ///< in one PublishLive, and removals in it
inline constexpr std::size_t live_value = 2'048;    ///< bytes of one value's JSON text
inline constexpr std::size_t watch_subjects = 50;   ///< of one WatchLive
inline constexpr std::size_t present_subjects = 16; ///< of one PresentLive
} // namespace limits

/// A value of a topic as a producer says it. The latest under a key is the only one.
struct LiveWord {
    std::string key;
    std::optional<std::string> subject; ///< what it is about, where that is not the key
    std::optional<Place> place;
    std::optional<std::string>
        area; ///< 12-digit code; without it only accounts without an area see it
    boost::json::value value;
    bool operator==(const LiveWord&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveWord, (), (key, subject, place, area, value))

/// POST /api/v1/live/{topic}
struct PublishLive {
    std::vector<LiveWord> set;
    std::vector<std::string> remove; ///< keys; one that is not there is no fault
    bool operator==(const PublishLive&) const = default;
};
BOOST_DESCRIBE_STRUCT(PublishLive, (), (set, remove))

struct Published {
    std::int64_t set = 0;
    std::int64_t removed = 0;
};
BOOST_DESCRIBE_STRUCT(Published, (), (set, removed))

/// A seat's wish to be told of a topic. One with the `id` of an earlier one takes its place: so a
/// view moves.
struct WatchLive {
    std::int64_t id = 0; ///< the seat's own number for it
    std::string topic;
    std::optional<Box> box;            ///< only values whose place lies in it; placed topics only
    std::vector<std::string> subjects; ///< only values with one of these as subject or key
    bool operator==(const WatchLive&) const = default;
};
BOOST_DESCRIBE_STRUCT(WatchLive, (), (id, topic, box, subjects))

/// What a seat has open: takes the place of what it said of that topic before.
struct PresentLive {
    std::string topic;
    std::vector<std::string> subjects;
    bool operator==(const PresentLive&) const = default;
};
BOOST_DESCRIBE_STRUCT(PresentLive, (), (topic, subjects))

/// The value of a presence topic's entries.
struct Presence {
    std::string account; ///< UUID
    std::string name;    ///< display name
    bool operator==(const Presence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Presence, (), (account, name))

/// A LiveWord as a seat gets it.
struct LiveValue {
    std::string key;
    std::optional<std::string> subject;
    std::optional<Place> place;
    std::optional<std::string> area;
    Instant at{}; ///< when the hub was told
    boost::json::value value;
    bool operator==(const LiveValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveValue, (), (key, subject, place, area, at, value))

/// What has changed for one watch since the last batch.
struct LiveChange {
    std::int64_t id = 0;           ///< the watch's
    std::vector<std::string> gone; ///< keys: outside the view now, removed, or no longer said
    std::vector<LiveValue> set;
    bool operator==(const LiveChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveChange, (), (id, gone, set))

// What can be said of each without knowing the topic; the failure names the field.
[[nodiscard]] Result<> check(const LiveWord& word, const std::string& field);
[[nodiscard]] Result<> check(const PublishLive& command);
[[nodiscard]] Result<> check(const WatchLive& watch);
[[nodiscard]] Result<> check(const PresentLive& present);

} // namespace chengyun
