#include "core/duty/log.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

namespace chengyun {

namespace {

/// Clocks of seats and of the hub differ by a little.
constexpr std::chrono::minutes clock_difference{5};
constexpr std::chrono::days oldest_event{7};

} // namespace

bool may_stand(LogKind kind) {
    return kind == LogKind::instruction || kind == LogKind::equipment ||
           kind == LogKind::announcement;
}

Result<> check(const WriteLog& command, Instant now) {
    if (auto ok =
            first_failure(check_new_id(command.id, "id"),
                          check_text(command.text, "text", limits::text, true, Lines::many),
                          check_text(command.with.value_or(""), "with", limits::name, false),
                          check_text(command.phone.value_or(""), "phone", limits::phone, false));
        !ok)
        return ok;
    if (command.time &&
        (*command.time > now + clock_difference || *command.time < now - oldest_event))
        return fail(FailureKind::invalid_field, "time", "within the last seven days");
    if (command.order) {
        if (auto ok = check_id(*command.order, "order"); !ok)
            return ok;
    }
    if (command.corrects) {
        if (auto ok = check_id(*command.corrects, "corrects"); !ok)
            return ok;
    }
    if (command.stands.value_or(false) && !may_stand(command.kind))
        return fail(FailureKind::invalid_field, "stands",
                    "only instructions, equipment and announcements stand");
    return {};
}

LogEntry entry_of(const WriteLog& command, const std::string& account, const std::string& name,
                  const std::string& shift, Instant now) {
    LogEntry entry;
    entry.id = command.id;
    entry.kind = command.kind;
    entry.text = command.text;
    entry.time = command.time.value_or(now);
    entry.recorded = now;
    entry.by = account;
    entry.by_name = name;
    entry.shift = shift;
    entry.with = command.with.value_or("");
    entry.phone = command.phone.value_or("");
    entry.order = command.order.value_or("");
    entry.corrects = command.corrects.value_or("");
    entry.stands = command.stands.value_or(false);
    return entry;
}

Result<LogEntry> settle(const LogEntry& before, const std::string& account, Instant now) {
    if (!before.stands || before.settled)
        return fail(FailureKind::wrong_state, "stands", "it stands on no sheet");
    LogEntry after = before;
    after.settled = now;
    after.settled_by = account;
    return after;
}

} // namespace chengyun
