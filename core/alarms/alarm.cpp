#include "core/alarms/alarm.h"

#include "core/text/limits.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace chengyun {

namespace {

constexpr std::size_t longest_part = 120;

bool is_part(std::string_view text) {
    constexpr std::string_view signs = "_.:-";
    return !text.empty() && text.size() <= longest_part && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               signs.find(c) != std::string_view::npos;
    });
}

Result<> check(const std::vector<AlarmItem>& alarms) {
    if (alarms.empty())
        return fail(FailureKind::missing_field, "alarms", "which ones?");
    if (alarms.size() > most_alarms_at_once)
        return fail(FailureKind::too_many, "alarms", "more than one command may name");
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        const auto& item = alarms[i];
        const auto field = "alarms[" + std::to_string(i) + "]";
        if (!alarm_name(item.id))
            return fail(FailureKind::invalid_field, field + ".id", "no alarm is called so");
        if (!seen.insert(item.id).second)
            return fail(FailureKind::invalid_field, field + ".id", "it is named twice");
        if (ms_of(item.raised) <= 0 || ms_of(item.raised) > latest_instant_ms)
            return fail(FailureKind::invalid_field, field + ".raised", "no time");
        if (item.version < 0)
            return fail(FailureKind::invalid_field, field + ".version", "no version");
    }
    return {};
}

} // namespace

std::string id_of(const AlarmName& name) {
    return name.subject_kind + '/' + name.subject + '/' + name.kind + '/' + name.occurrence;
}

std::optional<AlarmName> alarm_name(std::string_view id) {
    std::array<std::string_view, 4> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        const auto end = last ? id.size() : id.find('/');
        if (end == std::string_view::npos)
            return std::nullopt;
        parts[i] = id.substr(0, end);
        if (!is_part(parts[i])) // the last one would hold a further '/'
            return std::nullopt;
        id.remove_prefix(last ? end : end + 1);
    }
    return AlarmName{std::string(parts[0]), std::string(parts[1]), std::string(parts[2]),
                     std::string(parts[3])};
}

bool holds(const AlarmMark& mark, Instant now) {
    return mark.state == AlarmState::taken || !mark.until || *mark.until > now;
}

Result<> check(const TakeAlarms& command) {
    return check(command.alarms);
}

Result<> check(const SnoozeAlarms& command, Instant now) {
    if (auto ok = first_failure(check(command.alarms),
                                check_text(command.reason, "reason", limits::title, true));
        !ok)
        return ok;
    if (command.until <= now)
        return fail(FailureKind::expired, "until", "that time is over");
    if (command.until > now + longest_snooze)
        return fail(FailureKind::invalid_field, "until", "a day at most");
    return {};
}

Result<> check(const GiveBackAlarms& command) {
    return check(command.alarms);
}

} // namespace chengyun
