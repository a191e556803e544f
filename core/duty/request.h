// Exchange of shifts and leave (换班、请假): both are asked for, and count when they are approved.
#pragma once

#include "core/duty/shift.h"

#include <utility>

namespace chengyun {

/// 已申请 · 对方同意 · 已批准 · 未批准 · 已撤回
enum class RequestState { asked, agreed, approved, refused, withdrawn };
BOOST_DESCRIBE_ENUM(RequestState, asked, agreed, approved, refused, withdrawn)

enum class RequestAct {
    agree,   ///< the other takes the shift
    decline, ///< the other does not
    approve,
    refuse,
    withdraw
};
BOOST_DESCRIBE_ENUM(RequestAct, agree, decline, approve, refuse, withdraw)

enum class RequestKind { exchange, leave };
BOOST_DESCRIBE_ENUM(RequestKind, exchange, leave)

/// Asker and other are persons of the request. An approver has the right to approve for the unit of
/// the post (leave: of the person), and is neither of the two: nobody approves his own request.
enum class RequestParty { asker, other, approver };
BOOST_DESCRIBE_ENUM(RequestParty, asker, other, approver)

struct RequestTransition {
    RequestKind kind;
    RequestState from;
    RequestAct act;
    RequestState to;
    RequestParty party;
};
/// The whole table, for documents, tests and enumerating what is possible.
[[nodiscard]] std::span<const RequestTransition> request_transitions();

/// What exchange and leave have in common.
struct DutyRequest {
    std::string id;     ///< UUIDv7, made by the asker's console
    std::string person; ///< the asker
    std::string reason;
    RequestState state = RequestState::asked;
    Instant asked{};
    std::optional<Instant> agreed;
    std::optional<Instant> decided; ///< approved, refused or withdrawn
    std::string decided_by;         ///< account
    std::string answer;             ///< the words of the refusal, or of the approval if any
    std::int64_t version = 0;
    bool operator==(const DutyRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyRequest, (),
                      (id, person, reason, state, asked, agreed, decided, decided_by, answer,
                       version))

/// `other` takes `shift` from `person`; where `in_return` names a shift of `other`, `person` takes
/// that one.
struct ShiftExchange : DutyRequest {
    std::string shift;
    std::string other;
    std::string in_return; ///< or empty
    bool operator==(const ShiftExchange&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShiftExchange, (DutyRequest), (shift, other, in_return))

struct Leave : DutyRequest {
    Instant start{};
    Instant end{};
    bool operator==(const Leave&) const = default;
};
BOOST_DESCRIBE_STRUCT(Leave, (DutyRequest), (start, end))

/// Ids, reason, and: two persons and two shifts that differ; leave of at most a year.
[[nodiscard]] Result<> check(const ShiftExchange& exchange);
[[nodiscard]] Result<> check(const Leave& leave);

/// Who acts on a request.
struct RequestActor {
    std::string account;
    std::string person;       ///< whose account it is; or empty
    bool may_approve = false; ///< for the unit that the request is about
};

/// Applies an act at `now`. Refuses with wrong_state (no such row), forbidden (the row is another
/// party's) and missing_field ("text": a refusal says why; so does declining).
[[nodiscard]] Result<ShiftExchange> apply(const ShiftExchange& before, RequestAct act,
                                          const RequestActor& actor, Instant now,
                                          const std::string& text = {});
[[nodiscard]] Result<Leave> apply(const Leave& before, RequestAct act, const RequestActor& actor,
                                  Instant now, const std::string& text = {});

/// What the actor may do now; what a screen shows as buttons.
[[nodiscard]] std::vector<RequestAct> possible_acts(const ShiftExchange& exchange,
                                                    const RequestActor& actor);
[[nodiscard]] std::vector<RequestAct> possible_acts(const Leave& leave, const RequestActor& actor);

/// The two shifts after the exchange; the second is `in_return` with its new person, or nothing.
/// A backup who becomes the shift's person is no backup any more. Refused with conflict when a
/// shift has another person than the exchange says, and with wrong_state when one has begun or is
/// not planned any more ("shift", "in_return").
[[nodiscard]] Result<std::pair<Shift, std::optional<Shift>>>
exchanged(const ShiftExchange& exchange, const Shift& shift, const Shift* in_return, Instant now);

} // namespace chengyun
