#include "core/duty/duty.h"

#include "core/text/limits.h"

namespace chengyun {

Result<Duty> apply(const Duty& before, const SetDuty& command, Instant now) {
    if (command.version != before.version)
        return fail(FailureKind::conflict, "version", "it has changed since");
    const bool switched = command.mode != before.mode;
    const auto reason = command.reason.value_or("");
    if (auto ok =
            first_failure(check_text(command.commander, "commander", limits::name, false),
                          check_text(command.shift_leader, "shift_leader", limits::name, false),
                          check_text(reason, "reason", limits::text, switched, Lines::many));
        !ok)
        return ok.error();
    Duty after = before;
    after.commander = command.commander;
    after.shift_leader = command.shift_leader;
    if (switched) {
        after.mode = command.mode;
        after.mode_since = now;
        after.mode_reason = reason;
    }
    return after;
}

} // namespace chengyun
