// Who is on duty now and next, who is late, who could stand in, and whom it rings at.
#pragma once

#include "core/duty/problems.h"

namespace chengyun {

/// The shifts of a post at a moment, by id. Those that count as now are the shifts in which
/// somebody is `on_duty` (also after their end: until it is closed, the duty is not handed over)
/// and planned ones whose time it is.
struct OnDuty {
    std::string post;
    std::vector<std::string> now;  ///< by start
    std::vector<std::string> next; ///< all that begin first after the moment
    bool operator==(const OnDuty&) const = default;
};
BOOST_DESCRIBE_STRUCT(OnDuty, (), (post, now, next))

/// One for each post that is not closed, in the order of `posts`.
[[nodiscard]] std::vector<OnDuty> on_duty(std::span<const Post> posts,
                                          std::span<const Shift> shifts, Instant now);

/// Does `person` lead at `now`: is he on duty, checked in, at a post above `kind` in the chain?
[[nodiscard]] bool leads(std::string_view person, PostKind kind, std::span<const Post> posts,
                         std::span<const Shift> shifts, Instant now);

/// A shift to which nobody has come by the end of its grace time.
struct LateShift {
    std::string shift;
    std::string person;
    Instant since{};      ///< the end of the grace time
    std::string proposed; ///< the person to stand in: the first of stand_ins(), or empty
    bool operator==(const LateShift&) const = default;
};
BOOST_DESCRIBE_STRUCT(LateShift, (), (shift, person, since, proposed))
/// Planned shifts that are late and not over at `now`, the longest late first.
[[nodiscard]] std::vector<LateShift> late_shifts(const Rota& rota, Instant now);

/// The people who could take `shift`: active, qualified, of the post's unit (for a centre's post:
/// of the centre), not on leave then and with no shift within the rest before and after. The
/// backup comes first, of whatever unit; the others by how long they have rested, then by id.
[[nodiscard]] std::vector<std::string> stand_ins(const Rota& rota, const Shift& shift);

/// What rings when it is not done in time.
enum class DutyRingKind {
    late_check_in, ///< about a shift
    handover       ///< about a handover sheet that was not accepted
};
BOOST_DESCRIBE_ENUM(DutyRingKind, late_check_in, handover)

struct DutyPolicy {
    std::int64_t sheet_before_minutes = 30; ///< a sheet is drafted so long before the shift's end
    std::int64_t accept_minutes = 30;       ///< it is to be accepted so long after the end
    std::int64_t climb_minutes = 10;        ///< after which it rings one post higher
    bool operator==(const DutyPolicy&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyPolicy, (), (sheet_before_minutes, accept_minutes, climb_minutes))

/// One pending ring. Like a timer of an order it is reckoned from `due` and fires once.
struct DutyRing {
    DutyRingKind kind = DutyRingKind::late_check_in;
    std::string subject; ///< id of the shift or the handover
    PostKind at = PostKind::shift_leader;
    Instant due{};
    Instant fire_at{};
    bool operator==(const DutyRing&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyRing, (), (kind, subject, at, due, fire_at))

/// The first ring is at the post above `kind`, at `due`; for the leader on duty, who has nobody
/// above him, at himself.
[[nodiscard]] DutyRing first_ring(DutyRingKind ring, const std::string& subject, PostKind kind,
                                  Instant due);
/// Then it climbs, post by post; nothing after the leader.
[[nodiscard]] std::optional<DutyRing> next_ring(const DutyRing& fired, const DutyPolicy& policy);

} // namespace chengyun
