#include "core/duty/commands.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <set>

namespace chengyun {

namespace {

Shift shift_as_written(const PlannedShift& planned) {
    Shift shift;
    shift.id = planned.id;
    shift.post = planned.post;
    shift.person = planned.person.value_or("");
    shift.backup = planned.backup.value_or("");
    shift.start = planned.start;
    shift.end = planned.end;
    return shift;
}

/// The parts of ActOnHandover that an act takes: 'n'eeded, 'm'ay be there, '-' not.
struct Parts {
    char item, id, title, text;
};

Parts parts_of(HandoverAct act, bool has_item) {
    switch (act) {
    case HandoverAct::remark:
        return has_item ? Parts{'n', '-', '-', 'n'} : Parts{'m', 'n', 'n', 'm'};
    case HandoverAct::acknowledge:
        return {'n', '-', '-', 'm'};
    case HandoverAct::send_back:
        return {'-', 'n', 'n', '-'};
    case HandoverAct::hand_over:
    case HandoverAct::accept:
        break;
    }
    return {'-', '-', '-', '-'};
}

Result<> check_part(const std::optional<std::string>& part, const char* field, char rule) {
    if (!part && rule == 'n')
        return fail(FailureKind::missing_field, field, "this act needs it");
    if (part && rule == '-')
        return fail(FailureKind::invalid_field, field, "this act has no place for it");
    return {};
}

} // namespace

Result<> check(const PlanShifts& command) {
    const auto count = command.shifts.size() + command.cancelled.size();
    if (count == 0)
        return fail(FailureKind::missing_field, "shifts", "at least one");
    if (count > most_planned_shifts)
        return fail(FailureKind::too_many, "shifts",
                    "at most " + std::to_string(most_planned_shifts));
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < command.shifts.size(); ++i) {
        const auto field = "shifts[" + std::to_string(i) + "].";
        const auto& planned = command.shifts[i];
        if (auto ok = check(shift_as_written(planned)); !ok)
            return fail(ok.error().kind, field + ok.error().field, ok.error().detail);
        if (!seen.insert(planned.id).second)
            return fail(FailureKind::invalid_field, field + "id", "listed already");
    }
    for (std::size_t i = 0; i < command.cancelled.size(); ++i) {
        const auto field = "cancelled[" + std::to_string(i) + "].id";
        const auto& id = command.cancelled[i].id;
        if (auto ok = check_new_id(id, field); !ok)
            return ok;
        if (!seen.insert(id).second)
            return fail(FailureKind::invalid_field, field, "listed already");
    }
    return {};
}

Result<Shift> written(const PlannedShift& planned, const Shift* before, const Post& post) {
    if (planned.version != (before ? before->version : 0))
        return fail(FailureKind::conflict, "version", "it has changed since");
    if (before && before->state != ShiftState::planned)
        return fail(FailureKind::wrong_state, "state", "the shift is not planned any more");
    Shift shift = shift_as_written(planned);
    shift.grace_minutes = post.grace_minutes;
    shift.version = planned.version;
    if (before && before->person == shift.person)
        shift.stands_in_for = before->stands_in_for;
    return shift;
}

Result<> check(const StandIn& command) {
    return check_new_id(command.person, "person");
}

ShiftExchange request_of(const AskExchange& command, const std::string& person, Instant now) {
    ShiftExchange exchange;
    exchange.id = command.id;
    exchange.person = person;
    exchange.reason = command.reason;
    exchange.asked = now;
    exchange.shift = command.shift;
    exchange.other = command.other;
    exchange.in_return = command.in_return.value_or("");
    return exchange;
}

Leave request_of(const AskLeave& command, const std::string& person, Instant now) {
    Leave leave;
    leave.id = command.id;
    leave.person = person;
    leave.reason = command.reason;
    leave.asked = now;
    leave.start = command.start;
    leave.end = command.end;
    return leave;
}

Result<Handover> apply(const Handover& before, HandoverAct act, const ActOnHandover& command,
                       const HandoverActor& actor, Instant now) {
    const auto parts = parts_of(act, command.item.has_value());
    if (auto ok = first_failure(check_part(command.item, "item", parts.item),
                                check_part(command.id, "id", parts.id),
                                check_part(command.title, "title", parts.title),
                                check_part(command.text, "text", parts.text));
        !ok)
        return ok.error();
    const auto text = command.text.value_or("");
    switch (act) {
    case HandoverAct::remark:
        return command.item ? remark_item(before, actor, *command.item, text)
                            : add_item(before, actor, *command.id, *command.title, text);
    case HandoverAct::hand_over:
        return hand_over(before, actor, now);
    case HandoverAct::acknowledge:
        return acknowledge(before, actor, *command.item, text, now);
    case HandoverAct::send_back:
        return send_back(before, actor, *command.id, *command.title);
    case HandoverAct::accept:
        break;
    }
    return accept(before, actor, now);
}

} // namespace chengyun
