// What is wrong with a rota, found at once: gaps, double bookings, too little rest and the like.
#pragma once

#include "core/duty/request.h"

namespace chengyun {

enum class RotaProblemKind {
    gap,                   ///< fewer people than the post needs
    double_booking,        ///< two shifts of a person at the same time
    too_little_rest,       ///< between two shifts of a person
    missing_qualification, ///< of the person or the backup
    inactive_person,       ///< the same
    unknown_person,        ///< the same: no such person
    unknown_post,          ///< no such post, or it is closed
    same_backup,           ///< the shift's person is his own backup
    busy_backup,           ///< the backup has a shift of his own then
    on_leave,              ///< the person or backup has approved leave then
    unknown_calendar       ///< no holidays are known of days that depend on them
};
BOOST_DESCRIBE_ENUM(RotaProblemKind, gap, double_booking, too_little_rest, missing_qualification,
                    inactive_person, unknown_person, unknown_post, same_backup, busy_backup,
                    on_leave, unknown_calendar)

struct RotaProblem {
    RotaProblemKind kind = RotaProblemKind::gap;
    std::string post;                ///< of the (later) shift; empty where it is about no post
    std::string person;              ///< empty for gaps
    std::vector<std::string> shifts; ///< ids, the earlier one first; none for gaps
    Instant from{};
    Instant to{};
    std::int64_t missing = 0; ///< gap: how many people
    bool operator==(const RotaProblem&) const = default;
};
BOOST_DESCRIBE_STRUCT(RotaProblem, (), (kind, post, person, shifts, from, to, missing))

/// What is looked at. Shifts before the period count for the rest before its first ones.
struct Rota {
    std::span<const Post> posts;
    std::span<const Person> people;
    std::span<const Shift> shifts;
    std::span<const Leave> leaves;
};

/// Problems within [from, to), by their beginning, kind and post. Those of shifts are told when the
/// (later) shift overlaps that. Cancelled shifts and closed posts need nobody. A month of 3,720
/// shifts takes a few milliseconds.
[[nodiscard]] std::vector<RotaProblem> problems(const Rota& rota, const Calendar& calendar,
                                                Instant from, Instant to);

} // namespace chengyun
