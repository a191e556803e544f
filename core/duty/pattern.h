// Patterns of duty (排班规律): how crews follow one another, as data, and laying out a rota by one.
#pragma once

#include "core/duty/shift.h"

#include <functional>

namespace chengyun {

/// One of the shifts of a day: early, late, night.
struct Turn {
    std::string name;
    std::int64_t start_minute = 0; ///< of the day
    std::int64_t minutes = 480;    ///< its length
    bool operator==(const Turn&) const = default;
};
BOOST_DESCRIBE_STRUCT(Turn, (), (name, start_minute, minutes))

/// In `cycle`: the crew is off.
inline constexpr std::int64_t rest_day = -1;

/// Day by day a crew goes through `cycle` and begins again; each following crew is `stagger` days
/// behind the one before. "Four crews, three shifts" (四班三运转) is night, night, early, early,
/// late, late, off, off with a stagger of 2: every day three crews work and one rests.
struct Pattern {
    std::string key; ///< "four_crews"
    std::string name;
    Days days = Days::every; ///< other days are skipped: no crew works, and the cycle stands still
    std::vector<Turn> turns;
    std::vector<std::int64_t> cycle; ///< positions in `turns`, or rest_day
    std::int64_t stagger = 1;
    bool operator==(const Pattern&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pattern, (), (key, name, days, turns, cycle, stagger))

/// 1 to 12 turns, a cycle of 1 to 366 days that names each turn at least once, and a stagger that
/// divides it.
[[nodiscard]] Result<> check(const Pattern& pattern);
/// Crews that a checked pattern needs: the cycle's length by the stagger.
[[nodiscard]] std::size_t crews_of(const Pattern& pattern);

/// A place in a crew: the post that the person mans whenever the crew works.
struct CrewPlace {
    std::string post;
    std::string person; ///< or empty: to be filled later
    std::string backup;
    bool operator==(const CrewPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(CrewPlace, (), (post, person, backup))

struct Crew {
    std::string name;
    std::vector<CrewPlace> places;
    bool operator==(const Crew&) const = default;
};
BOOST_DESCRIBE_STRUCT(Crew, (), (name, places))

/// What is laid out: from `first` to `last`, both included, at most 366 days.
struct RotaPlan {
    std::string first; ///< "2026-02-01"
    std::string last;
    std::int64_t position = 0; ///< of the first crew in the cycle, on the first day that is worked
    std::vector<Crew> crews;   ///< as many as crews_of(); at most 100 places each
    bool operator==(const RotaPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(RotaPlan, (), (first, last, position, crews))

struct LaidOut {
    std::vector<Shift> shifts;      ///< by day, turn and place
    std::int64_t next_position = 0; ///< for a plan that begins on the day after `last`
    bool operator==(const LaidOut&) const = default;
};

/// Lays out a rota. `next_id` makes the ids of the shifts. Fails with invalid_field where the plan
/// is wrong or does not fit the pattern, and with not_found where a place names no post of `posts`
/// ("crews[1].places[0].post"). `pattern` must be checked.
[[nodiscard]] Result<LaidOut> lay_out(const RotaPlan& plan, const Pattern& pattern,
                                      std::span<const Post> posts, const Calendar& calendar,
                                      const std::function<std::string()>& next_id);

} // namespace chengyun
