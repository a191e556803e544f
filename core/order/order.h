// Orders (指令) and what hangs on them: assignments, reports, supervisions.
// An order has many recipients; state belongs to the assignment (order × unit), and the order's
// state is derived from its assignments (docs/workflow.md, "Order").
#pragma once

#include "core/geo/place.h"
#include "core/resource/resource.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chengyun {

/// Derived: the least advanced of the assignments that count (see derive_state).
enum class OrderState { issued, acknowledged, executing, completed, closed, withdrawn };
BOOST_DESCRIBE_ENUM(OrderState, issued, acknowledged, executing, completed, closed, withdrawn)

/// 下达 · 签收 · 执行 · 办结 · 核验 and the ways out: 退回(待批) · 改派 · 撤回.
enum class AssignmentState {
    issued,
    acknowledged,
    executing,
    completed,
    verified,
    return_requested,
    reassigned,
    withdrawn
};
BOOST_DESCRIBE_ENUM(AssignmentState, issued, acknowledged, executing, completed, verified,
                    return_requested, reassigned, withdrawn)

enum class RecipientRole { lead, assisting };
BOOST_DESCRIBE_ENUM(RecipientRole, lead, assisting)

/// How far a missed timer has climbed (docs/workflow.md): L0 due soon, L1 overdue and reminded,
/// L2 supervision order to the unit's leader, L3 circulated with a deduction.
enum class Escalation { none, L0, L1, L2, L3 };
BOOST_DESCRIBE_ENUM(Escalation, none, L0, L1, L2, L3)

/// Minutes from issue to acknowledgement, between reports, from issue to completion.
struct TimeLimits {
    std::int64_t acknowledge = 10;
    std::int64_t report = 60;
    std::int64_t complete = 240;
    bool operator==(const TimeLimits&) const = default;
};
BOOST_DESCRIBE_STRUCT(TimeLimits, (), (acknowledge, report, complete))

struct Order {
    std::string id;          ///< UUIDv7, made by the issuing console
    std::int64_t number = 0; ///< the hub's running number, what people say on the telephone
    std::string title;
    std::string text;
    std::string kind; ///< event class, a key of event_kinds()
    Level level = Level::IV;
    OrderState state = OrderState::issued;
    std::string area; ///< 12-digit code, or empty
    std::optional<Place> place;
    std::string address;
    std::string resource; ///< id of the resource it is about, or empty
    TimeLimits limits;
    bool exercise = false;
    Instant issued{};
    std::string issued_by; ///< account id
    std::string issuer_name;
    std::optional<Instant> closed;
    std::int64_t version = 0; ///< journal number of its last change

    bool operator==(const Order&) const = default;
};
BOOST_DESCRIBE_STRUCT(Order, (),
                      (id, number, title, text, kind, level, state, area, place, address, resource,
                       limits, exercise, issued, issued_by, issuer_name, closed, version))

struct Assignment {
    std::string id; ///< UUIDv7
    std::string order;
    std::string unit;
    std::string unit_name;
    std::string unit_area;
    RecipientRole role = RecipientRole::lead;
    AssignmentState state = AssignmentState::issued;
    Instant issued{};
    std::optional<Instant> acknowledged, departed, arrived, completed, verified, cleared;
    std::string clear_reason; ///< why it ended without completion
    std::string by;           ///< account that made it
    Instant acknowledge_due{};
    Instant report_due{}; ///< next one
    Instant complete_due{};
    std::int64_t returns = 0; ///< how often it was asked back; capped (OrderPolicy::max_returns)
    std::int64_t reworks = 0;
    std::int64_t reminders = 0;
    Escalation escalation = Escalation::none; ///< highest of its open timers
    std::string reassigned_from;              ///< the assignment it replaces, or empty
    std::string last_report;                  ///< text of the newest report, for boards
    std::int64_t version = 0;

    bool operator==(const Assignment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Assignment, (),
                      (id, order, unit, unit_name, unit_area, role, state, issued, acknowledged,
                       departed, arrived, completed, verified, cleared, clear_reason, by,
                       acknowledge_due, report_due, complete_due, returns, reworks, reminders,
                       escalation, reassigned_from, last_report, version))

/// `attached` is the centre's: pictures and films of a camera. It is of no assignment.
enum class ReportKind { departed, arrived, progress, completion, return_request, attached };
BOOST_DESCRIBE_ENUM(ReportKind, departed, arrived, progress, completion, return_request, attached)

struct Report {
    std::string id;         ///< UUIDv7, made by the sender
    std::string assignment; ///< empty for what the centre has attached
    std::string order;
    ReportKind kind = ReportKind::progress;
    std::string text;
    std::optional<Place> place;
    std::vector<std::string> attachments; ///< attachment ids
    Instant time{};
    std::string by;
    std::string by_name;
    std::optional<Instant> done_at{}; ///< when it was done, if it arrived (`time`) later than that

    bool operator==(const Report&) const = default;
};
BOOST_DESCRIBE_STRUCT(Report, (),
                      (id, assignment, order, kind, text, place, attachments, time, by, by_name,
                       done_at))

enum class SupervisionState { open, replied, closed };
BOOST_DESCRIBE_ENUM(SupervisionState, open, replied, closed)

/// 督办单: to the leader of a unit that is late; a reply is required.
struct Supervision {
    std::string id;
    std::string order;
    std::string assignment;
    std::string unit;
    Escalation level = Escalation::L2;
    SupervisionState state = SupervisionState::open;
    std::string basis;
    std::string issuer; ///< account id, or "timer"
    std::string issuer_name;
    Instant issued{};
    Instant deadline{};
    std::string receiver; ///< name of the unit's leader
    std::string reply;
    std::optional<Instant> replied;
    std::string outcome;
    double deduction = 0; ///< points in the assessment

    bool operator==(const Supervision&) const = default;
};
BOOST_DESCRIBE_STRUCT(Supervision, (),
                      (id, order, assignment, unit, level, state, basis, issuer, issuer_name,
                       issued, deadline, receiver, reply, replied, outcome, deduction))

} // namespace chengyun
