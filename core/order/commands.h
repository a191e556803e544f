// Bodies of the commands about orders.
#pragma once

#include "core/order/order.h"
#include "core/result.h"

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

/// POST /api/v1/orders/{id}/attach: what the centre keeps with an order, of whatever unit.
struct AttachToOrder {
    std::string report; ///< UUIDv7 of the report that it makes
    std::string text;   ///< what it shows; may be empty
    std::vector<std::string> attachments;
    bool operator==(const AttachToOrder&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttachToOrder, (), (report, text, attachments))
/// At least one attachment.
[[nodiscard]] Result<> check(const AttachToOrder& command);

} // namespace chengyun
