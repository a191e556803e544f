#include "core/order/commands.h"

#include "core/id/attachment_id.h"
#include "core/id/uuid.h"
#include "core/resource/kinds.h"
#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>
#include <set>

namespace chengyun {

namespace {

std::string item(const char* list, std::size_t index, const char* member = "") {
    return std::string(list) + "[" + std::to_string(index) + "]" + member;
}

Result<> check_place(const std::optional<Place>& place) {
    if (place && !is_plausible(*place))
        return fail(FailureKind::invalid_field, "place", "not on the globe");
    return {};
}

Result<> check_recipients(const std::vector<Recipient>& recipients, std::int64_t most) {
    if (recipients.empty())
        return fail(FailureKind::missing_field, "recipients", "at least one");
    if (recipients.size() > static_cast<std::size_t>(std::max<std::int64_t>(most, 0)))
        return fail(FailureKind::invalid_field, "recipients",
                    "at most " + std::to_string(most) + " recipients");
    std::set<std::string_view> seen;
    bool has_lead = false;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        if (auto ok = check_id(recipients[i].unit, item("recipients", i, ".unit")); !ok)
            return ok;
        if (!seen.insert(recipients[i].unit).second)
            return fail(FailureKind::invalid_field, item("recipients", i, ".unit"),
                        "the unit is listed already");
        const bool leads = recipients[i].role == RecipientRole::lead;
        if (leads && has_lead)
            return fail(FailureKind::invalid_field, item("recipients", i, ".role"),
                        "one unit leads, and one before it does");
        has_lead = has_lead || leads;
    }
    return {};
}

Result<> check_attachments(const std::vector<std::string>& attachments) {
    if (attachments.size() > limits::attachments)
        return fail(FailureKind::invalid_field, "attachments",
                    "at most " + std::to_string(limits::attachments));
    for (std::size_t i = 0; i < attachments.size(); ++i) {
        if (!is_attachment_id(attachments[i]))
            return fail(FailureKind::invalid_field, item("attachments", i), "not an attachment id");
    }
    return {};
}

} // namespace

Result<> check(const IssueOrder& command, std::int64_t max_recipients) {
    if (auto ok = first_failure(
            check_new_id(command.id, "id"), check_text(command.title, "title", limits::title, true),
            check_text(command.text, "text", limits::text, false, Lines::many),
            check_range(command.limits.acknowledge, "limits.acknowledge", 1, limits::minutes),
            check_range(command.limits.report, "limits.report", 1, limits::minutes),
            check_range(command.limits.complete, "limits.complete", 1, limits::minutes),
            check_place(command.place), check_recipients(command.recipients, max_recipients));
        !ok)
        return ok;
    if (!find_event_kind(command.kind))
        return fail(FailureKind::invalid_field, "kind", "no such event class");
    if (command.level == Level::none)
        return fail(FailureKind::invalid_field, "level", "an order has a level, I to IV");
    if (command.area) {
        if (auto ok = check_area(*command.area, "area"); !ok)
            return ok;
    }
    if (command.address) {
        if (auto ok = check_text(*command.address, "address", limits::address, false); !ok)
            return ok;
    }
    if (command.resource)
        return check_id(*command.resource, "resource");
    return {};
}

Result<> check(const ActOnAssignment& command) {
    if (command.text) {
        if (auto ok = check_text(*command.text, "text", limits::text, false, Lines::many); !ok)
            return ok;
    }
    if (auto ok = first_failure(check_place(command.place), check_attachments(command.attachments));
        !ok)
        return ok;
    if (command.unit) {
        if (auto ok = check_id(*command.unit, "unit"); !ok)
            return ok;
    }
    if (command.report)
        return check_new_id(*command.report, "report");
    return {};
}

Result<> check(const AttachToOrder& command) {
    if (command.attachments.empty())
        return fail(FailureKind::missing_field, "attachments", "at least one");
    return first_failure(check_new_id(command.report, "report"),
                         check_text(command.text, "text", limits::text, false, Lines::many),
                         check_attachments(command.attachments));
}

} // namespace chengyun
