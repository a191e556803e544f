// Bodies of the commands under /api/v1 and their answers; docs/api.md lists the routes.
#pragma once

#include "core/account/account.h"
#include "core/area/area.h"
#include "core/duty/duty.h"
#include "core/journal/entry.h"
#include "core/order/order.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"

#include <optional>
#include <string>
#include <vector>

namespace chengyun {

struct Recipient {
    std::string unit;
    RecipientRole role = RecipientRole::lead;
    bool operator==(const Recipient&) const = default;
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (unit, role))

/// POST /api/v1/orders
struct IssueOrder {
    std::string id; ///< UUIDv7 of the new order
    std::string title;
    std::string text;
    std::string kind;
    Level level = Level::IV;
    std::optional<std::string> area; ///< looked up from the place when absent
    std::optional<Place> place;
    std::optional<std::string> address;
    std::optional<std::string> resource;
    TimeLimits limits;
    std::optional<bool> exercise;
    std::vector<Recipient> recipients; ///< one lead at most; the first when none says so
    bool operator==(const IssueOrder&) const = default;
};
BOOST_DESCRIBE_STRUCT(IssueOrder, (),
                      (id, title, text, kind, level, area, place, address, resource, limits,
                       exercise, recipients))

/// Lengths, ids, level, limits, recipients (1 … max_recipients, no unit twice, one lead).
[[nodiscard]] Result<> check(const IssueOrder& command, std::int64_t max_recipients);

/// POST /api/v1/assignments/{id}/{act}, one body for all acts; each act says what it needs.
struct ActOnAssignment {
    std::optional<std::string> text; ///< report text, reason, basis or reminder
    std::optional<Place> place;      ///< where the sender stands
    std::vector<std::string> attachments;
    std::optional<std::string> unit;   ///< reassign: the new recipient
    std::optional<Instant> deadline;   ///< supervise: reply by then
    std::optional<std::string> report; ///< UUIDv7 of the report it makes, for retries offline
    std::optional<bool> on_behalf;     ///< an operator types what the unit said on the telephone
    std::optional<Instant> done_at{};  ///< the unit's own acts: when it was done, if not just now
    bool operator==(const ActOnAssignment&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActOnAssignment, (),
                      (text, place, attachments, unit, deadline, report, on_behalf, done_at))
[[nodiscard]] Result<> check(const ActOnAssignment& command);

/// The answer to every command: the journal number under which it happened and what it changed.
struct Done {
    std::int64_t seq = 0;
    Change change;
    bool operator==(const Done&) const = default;
};
BOOST_DESCRIBE_STRUCT(Done, (), (seq, change))

/// GET /api/v1/snapshot: everything in the caller's scope as of `seq`.
struct Snapshot {
    std::int64_t seq = 0;
    /// Of that entry (JournalPosition); always there from this version of the hub on.
    std::optional<std::string> hash;
    std::vector<Area> areas; ///< without rings
    std::vector<Unit> units;
    std::vector<Resource> resources;
    std::vector<Order> orders; ///< open ones and those closed in the last 24 hours
    std::vector<Assignment> assignments;
    std::vector<Report> reports; ///< of those orders
    std::vector<Supervision> supervisions;
    std::optional<Duty> duty; ///< always there from this version of the hub on
    bool operator==(const Snapshot&) const = default;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (),
                      (seq, hash, areas, units, resources, orders, assignments, reports,
                       supervisions, duty))

/// POST /api/v1/sessions and its answer.
struct SignIn {
    std::string name;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (name, password))
struct Session {
    std::string token; ///< opaque; sent as "Authorization: Bearer …"
    Instant expires{};
    Account account;
};
BOOST_DESCRIBE_STRUCT(Session, (), (token, expires, account))

/// RFC 9457. `type` is "urn:chengyun:problem:" + the FailureKind's name.
struct Problem {
    std::string type;
    std::string title;
    std::int64_t status = 500;
    std::optional<std::string> detail;
    std::optional<std::string> field;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, field))

} // namespace chengyun
