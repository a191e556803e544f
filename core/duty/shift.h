// Shifts (班次): who mans a post from when to when, and what happens to a shift.
#pragma once

#include "core/duty/person.h"
#include "core/duty/post.h"

#include <optional>
#include <span>

namespace chengyun {

/// A shift that is over and still `planned` was missed: nobody has checked in.
enum class ShiftState { planned, on_duty, closed, cancelled };
BOOST_DESCRIBE_ENUM(ShiftState, planned, on_duty, closed, cancelled)

enum class CheckInFrom { seat, field, telephone };
BOOST_DESCRIBE_ENUM(CheckInFrom, seat, field, telephone)

struct Shift {
    std::string id; ///< UUIDv7, made by the console
    std::string post;
    std::string person; ///< empty: still open, and a gap
    std::string backup; ///< 备班: stands in when `person` does not come; or empty
    Instant start{};
    Instant end{};
    ShiftState state = ShiftState::planned;
    std::int64_t grace_minutes = 10; ///< the post's, as it was when the shift was planned
    std::optional<Instant> checked_in;
    std::optional<CheckInFrom> checked_in_from;
    std::string checked_in_by;    ///< account that did it: his own, or of the one he telephoned
    std::optional<Instant> ended; ///< when it was closed
    std::string stands_in_for;    ///< person who was planned and did not come, or empty
    std::int64_t version = 0;
    bool operator==(const Shift&) const = default;
};
BOOST_DESCRIBE_STRUCT(Shift, (),
                      (id, post, person, backup, start, end, state, grace_minutes, checked_in,
                       checked_in_from, checked_in_by, ended, stands_in_for, version))

inline constexpr std::int64_t shortest_shift_minutes = 15;
inline constexpr std::int64_t longest_shift_minutes = 7 * 24 * 60;

/// Ids, and a length within the two above.
[[nodiscard]] Result<> check(const Shift& shift);

/// Everything that can be done to a shift.
enum class ShiftAct {
    check_in, ///< 签到
    stand_in, ///< 替班: another person takes it, since the planned one does not come
    cancel,
    close
};
BOOST_DESCRIBE_ENUM(ShiftAct, check_in, stand_in, cancel, close)

/// The right by which an account acts on a shift. `own`: the account is that of the shift's person.
/// `leads`: its person is on duty now at a superior post. `plans`: it may plan the post. An account
/// may have several of these rights.
enum class ShiftSide { own, leads, plans };
BOOST_DESCRIBE_ENUM(ShiftSide, own, leads, plans)

struct ShiftTransition {
    ShiftState from;
    ShiftAct act;
    ShiftState to;
    std::vector<ShiftSide> sides; ///< any of these may do it
};
/// The whole table, for documents, tests and enumerating what is possible.
[[nodiscard]] std::span<const ShiftTransition> shift_transitions();

/// The next state; wrong_state when the table has no such row, forbidden when none of `sides` may.
[[nodiscard]] Result<ShiftState> next_state(ShiftState from, ShiftAct act,
                                            std::span<const ShiftSide> sides);

/// A person may check in so long before his shift begins.
inline constexpr std::chrono::minutes check_in_early{60};

/// Checks in at `now`. Refuses by the table; too early or after the end: wrong_state ("now"); a
/// shift without a person: wrong_state ("person").
[[nodiscard]] Result<Shift> check_in(const Shift& before, std::span<const ShiftSide> sides,
                                     CheckInFrom from, const std::string& account, Instant now);
/// Gives the shift to `person`, who has yet to check in. The former person stays named in
/// `stands_in_for`; the backup that stands in is no backup any more. Refuses by the table; the same
/// person again: invalid_field ("person").
[[nodiscard]] Result<Shift> stand_in(const Shift& before, std::span<const ShiftSide> sides,
                                     const std::string& person);
[[nodiscard]] Result<Shift> cancel(const Shift& before, std::span<const ShiftSide> sides);
/// Whether its handover lets it close is asked of core/duty/handover.h.
[[nodiscard]] Result<Shift> close(const Shift& before, std::span<const ShiftSide> sides,
                                  Instant now);

/// Has the person the qualification that the post asks for, if it asks for one?
[[nodiscard]] bool is_qualified(const Person& person, const Post& post);

/// Not cancelled: it counts for the rota.
[[nodiscard]] inline bool counts(const Shift& shift) {
    return shift.state != ShiftState::cancelled;
}
/// When a shift without a check-in becomes late.
[[nodiscard]] inline Instant late_at(const Shift& shift) {
    return shift.start + std::chrono::minutes(shift.grace_minutes);
}
/// Checked in after the grace time, or not at all when it ends.
[[nodiscard]] bool is_late(const Shift& shift, Instant now);

} // namespace chengyun
