// What is done to a consultation: the bodies of the commands, and their rules as pure functions, by
// which hub and console judge alike.
#pragma once

#include "core/consult/consult.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace chengyun {

/// Somebody to be called: an account, or a unit.
struct CalledMember {
    std::string id;
    MemberKind kind = MemberKind::person;
    std::string post; ///< as the proposal says
    bool operator==(const CalledMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(CalledMember, (), (id, kind, post))

/// POST /api/v1/consults. Who makes it has the chair.
struct MakeConsult {
    std::string id;
    ConsultKind kind = ConsultKind::standing;
    std::string title;
    std::string order;             ///< of kind order
    std::string area;              ///< an order's room has the order's
    std::optional<Instant> starts; ///< of kind planned
    std::vector<CalledMember> call;
    bool operator==(const MakeConsult&) const = default;
};
BOOST_DESCRIBE_STRUCT(MakeConsult, (), (id, kind, title, order, area, starts, call))
[[nodiscard]] Result<> check(const MakeConsult& command);

/// POST /api/v1/consults/{id}/call
struct CallMembers {
    std::vector<CalledMember> call;
    bool operator==(const CallMembers&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallMembers, (), (call))
[[nodiscard]] Result<> check(const CallMembers& command);

/// POST /api/v1/consults/{id}/let_in, /remove, /chair: whom.
struct ChosenMember {
    std::string member;
    bool operator==(const ChosenMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChosenMember, (), (member))

/// POST /api/v1/consults/{id}/lock
struct LockConsult {
    bool locked = false;
    bool operator==(const LockConsult&) const = default;
};
BOOST_DESCRIBE_STRUCT(LockConsult, (), (locked))

/// POST /api/v1/consults/{id}/guests: for whom the link is.
struct InviteGuest {
    std::string name;
    bool operator==(const InviteGuest&) const = default;
};
BOOST_DESCRIBE_STRUCT(InviteGuest, (), (name))
[[nodiscard]] Result<> check(const InviteGuest& command);

// Each gives the room after the command. One that is over refuses all of them with wrong_state
// ("ended"). What only the chair may do is `forbidden` to others; somebody who is no member is
// not_found ("member"); a step that the member's state does not have is wrong_state ("member").
// `version` is left to the hub.

/// `maker` and `called` have names; their states are set here. Who is called twice counts once.
[[nodiscard]] Result<Consult> make_consult(const MakeConsult& command, ConsultMember maker,
                                           std::vector<ConsultMember> called, Instant now);
/// By the chair. Those who are coming, waiting or in stay as they are; where nobody is left to
/// call: wrong_state ("call"). A locked room: wrong_state ("locked"). Beyond most_consult_members:
/// no_room.
[[nodiscard]] Result<Consult> call_members(Consult consult, std::vector<ConsultMember> called,
                                           std::string_view by, Instant now);
/// By who has been called. Minds may change until one is in.
[[nodiscard]] Result<Consult> answer_call(Consult consult, std::string_view member, bool accepts,
                                          Instant now);
/// Who was called is in; who was not waits in the lobby. Where nobody has the chair, who enters has
/// it. A locked room takes only those who were in before: wrong_state ("locked"). Who was removed:
/// `forbidden`.
[[nodiscard]] Result<Consult> enter(Consult consult, ConsultMember who, Instant now);
/// By the chair: who waits is in, also where the room is locked.
[[nodiscard]] Result<Consult> let_in(Consult consult, std::string_view member, std::string_view by,
                                     Instant now);
/// By the chair: puts out, turns away, takes a call back. Not himself: invalid_field ("member").
[[nodiscard]] Result<Consult> remove_member(Consult consult, std::string_view member,
                                            std::string_view by, Instant now);
/// The chair goes to the first who is in and no guest, or to nobody.
[[nodiscard]] Result<Consult> leave(Consult consult, std::string_view member, Instant now);
/// By the chair, to somebody who is in and no guest.
[[nodiscard]] Result<Consult> hand_over_chair(Consult consult, std::string_view to,
                                              std::string_view by);
/// By the chair: may a link be made? A locked room: wrong_state ("locked"); a full one: no_room.
[[nodiscard]] Result<> check_invitation(const Consult& consult, std::string_view by);
/// A guest has opened his link, and waits in the lobby, also where nobody has the chair. A locked
/// room: wrong_state ("locked"); a full one: no_room ("member").
[[nodiscard]] Result<Consult> admit_guest(Consult consult, ConsultMember guest, Instant now);
/// The chair `lost` is in and is not seen any more: it goes to the first of `by_post` who is in,
/// `present` and no guest, else to the first such member by order of call. Where there is none, or
/// the chair is another's by now: wrong_state ("chair").
[[nodiscard]] Result<Consult> pass_lost_chair(Consult consult, std::string_view lost,
                                              const std::set<std::string, std::less<>>& present,
                                              const std::vector<std::string>& by_post);
/// By the chair. Locked already, or not locked: wrong_state ("locked").
[[nodiscard]] Result<Consult> set_lock(Consult consult, bool locked, std::string_view by);
/// By the chair, or by one who `leads` the hall. A standing room sends everybody out, forgets its
/// guests, and is ready again.
[[nodiscard]] Result<Consult> end_consult(Consult consult, std::string_view by, bool leads,
                                          Instant now);

} // namespace chengyun
