// The rules of an order's way, as tables. Hub and console run the same ones: the console to say at
// once what is possible, the hub because a console can be wrong or hostile.
#pragma once

#include "core/account/account.h"
#include "core/order/order.h"
#include "core/result.h"

#include <span>
#include <vector>

namespace chengyun {

/// Everything that can be done to an assignment.
enum class Act {
    acknowledge,
    depart,
    arrive,
    report,
    complete,
    request_return,
    reject_return, ///< 驳回: the unit keeps it
    force_return,  ///< 终审强派: the unit keeps it and may not return it again
    reassign,
    verify,
    send_back, ///< 核验不过 → 返工
    withdraw,
    remind,
    supervise
};
BOOST_DESCRIBE_ENUM(Act, acknowledge, depart, arrive, report, complete, request_return,
                    reject_return, force_return, reassign, verify, send_back, withdraw, remind,
                    supervise)

/// Numbers that a city edits; docs/workflow.md says where the defaults come from.
struct OrderPolicy {
    std::int64_t max_returns = 2;
    std::int64_t max_recipients = 200;
    std::int64_t due_soon_percent = 20;         ///< L0 when this share of a limit is left
    std::int64_t supervise_after_minutes = 30;  ///< L1 → L2
    std::int64_t circulate_after_minutes = 120; ///< L2 → L3
    std::int64_t supervision_reply_minutes = 120;
    double circulate_deduction = 1.0;
    bool operator==(const OrderPolicy&) const = default;
};
BOOST_DESCRIBE_STRUCT(OrderPolicy, (),
                      (max_returns, max_recipients, due_soon_percent, supervise_after_minutes,
                       circulate_after_minutes, supervision_reply_minutes, circulate_deduction))

/// One row of the transition table.
struct Transition {
    AssignmentState from;
    Act act;
    AssignmentState to;
    /// The unit's own act (its members) or the centre's (operators, commanders).
    enum class Side { unit, centre } side;
};

/// The whole table, for documents, tests and enumerating what is possible.
[[nodiscard]] std::span<const Transition> transitions();

/// The next state. Fails with wrong_state when the table has no such row, and with forbidden when
/// the row belongs to the other side. `on_behalf` is for what a unit says on the telephone: an
/// operator or a commander then takes the unit's side.
[[nodiscard]] Result<AssignmentState> next_state(AssignmentState from, Act act, Role role,
                                                 bool on_behalf = false);

/// Everything the role may do now; what a screen shows as buttons.
[[nodiscard]] std::vector<Act> possible_acts(AssignmentState from, Role role);

/// Is the account the centre in charge of the order? It acts for the centre, and the order's area
/// lies in its scope, or it has issued the order.
[[nodiscard]] bool commands(const Account& account, const Order& order);

/// The state by which clocks and the order's state go. It is the assignment's own state, except for
/// `return_requested`: a request to return stops no clock, so the assignment counts as
/// `acknowledged` when the unit has signed, and as `issued` when it has not.
[[nodiscard]] AssignmentState standing(const Assignment& assignment);

/// Still somebody's work: neither verified, nor reassigned, nor withdrawn.
[[nodiscard]] bool is_open(AssignmentState state);
[[nodiscard]] bool is_open(OrderState state);

/// The least advanced standing of those that count: issued while any is unacknowledged; closed when
/// all that count are verified; withdrawn when none counts. Reassigned and withdrawn ones do not
/// count.
[[nodiscard]] OrderState derive_state(std::span<const Assignment> assignments);

/// Stamps issue and the three deadlines of a new assignment.
void start_clocks(Assignment& assignment, const TimeLimits& limits, Instant now);

/// Applies an act to an assignment at `now`: state, stamps, counters, next report_due and the
/// escalation that its open timers have reached. `reason` is what came in words: kept as
/// `clear_reason` where the act clears the assignment, as `last_report` where the unit reports; it
/// is required for request_return (the written basis), reject_return, force_return, reassign,
/// send_back, withdraw: missing_field ("text") otherwise. request_return beyond the policy's cap:
/// wrong_state.
[[nodiscard]] Result<Assignment> apply(const Assignment& before, Act act, Role role,
                                       const OrderPolicy& policy, const TimeLimits& limits,
                                       Instant now, const std::string& reason = {},
                                       bool on_behalf = false);

} // namespace chengyun
