// Bodies of the duty roster's commands. Posts, people, patterns and holiday years are written as
// they are: each has a check() of its own.
#pragma once

#include "core/duty/handover.h"
#include "core/duty/pattern.h"

namespace chengyun {

/// A shift as a planner writes it. What happened to it (check-in, stand-in) is not his to write.
struct PlannedShift {
    std::string id; ///< UUIDv7
    std::string post;
    std::optional<std::string> person; ///< none: still open
    std::optional<std::string> backup;
    Instant start{};
    Instant end{};
    /// Of the shift that this was written upon, 0 for a new one: another's change is not undone
    /// unseen.
    std::int64_t version = 0;
    bool operator==(const PlannedShift&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedShift, (), (id, post, person, backup, start, end, version))

/// A shift that a planner takes out.
struct CancelledShift {
    std::string id;
    std::int64_t version = 0; ///< of the shift that he saw
    bool operator==(const CancelledShift&) const = default;
};
BOOST_DESCRIBE_STRUCT(CancelledShift, (), (id, version))

/// Writes several shifts, all or none: one moved by mouse, or a month that was laid out.
struct PlanShifts {
    std::vector<PlannedShift> shifts; ///< new and changed ones
    std::vector<CancelledShift> cancelled;
    bool operator==(const PlanShifts&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanShifts, (), (shifts, cancelled))

inline constexpr std::size_t most_planned_shifts = 5'000;

/// 1 to 5,000 shifts, none twice, each as check(Shift); the failure names "shifts[3].end".
[[nodiscard]] Result<> check(const PlanShifts& command);

/// The shift that `planned` makes of `before` (null: a new one). Refused with conflict
/// ("version"), and with wrong_state ("state") when the shift is not planned any more. A change of
/// person forgets the stand-in.
[[nodiscard]] Result<Shift> written(const PlannedShift& planned, const Shift* before,
                                    const Post& post);

struct CheckIn {
    CheckInFrom from = CheckInFrom::seat;
    bool operator==(const CheckIn&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckIn, (), (from))

struct StandIn {
    std::string person;
    bool operator==(const StandIn&) const = default;
};
BOOST_DESCRIBE_STRUCT(StandIn, (), (person))
[[nodiscard]] Result<> check(const StandIn& command);

struct AskExchange {
    std::string id; ///< UUIDv7
    std::string shift;
    std::string other;
    std::optional<std::string> in_return;
    std::string reason;
    bool operator==(const AskExchange&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskExchange, (), (id, shift, other, in_return, reason))
/// The request that `person` makes by it; check() it before it is kept.
[[nodiscard]] ShiftExchange request_of(const AskExchange& command, const std::string& person,
                                       Instant now);

struct AskLeave {
    std::string id; ///< UUIDv7
    Instant start{};
    Instant end{};
    std::string reason;
    bool operator==(const AskLeave&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskLeave, (), (id, start, end, reason))
[[nodiscard]] Leave request_of(const AskLeave& command, const std::string& person, Instant now);

/// One body for all acts on exchanges and leave.
struct ActOnRequest {
    std::optional<std::string> text;
    bool operator==(const ActOnRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActOnRequest, (), (text))

/// One body for all acts on a handover sheet; each act takes what it needs and refuses the rest.
struct ActOnHandover {
    std::optional<std::string>
        item;                      ///< remark, acknowledge: of this item; remark without: a new one
    std::optional<std::string> id; ///< UUIDv7 of the item that a remark or send_back adds
    std::optional<std::string> title; ///< of that item; send_back: the reason
    std::optional<std::string> text;  ///< the remark, or the answer to an item
    bool operator==(const ActOnHandover&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActOnHandover, (), (item, id, title, text))

/// Carries out any act on a sheet. A part that is missing is missing_field, one that the act has no
/// place for invalid_field, each by its name.
[[nodiscard]] Result<Handover> apply(const Handover& before, HandoverAct act,
                                     const ActOnHandover& command, const HandoverActor& actor,
                                     Instant now);

} // namespace chengyun
