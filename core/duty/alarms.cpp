#include "core/duty/alarms.h"

#include "core/json/codec.h"

namespace chengyun {

namespace {

/// Is it of this kind, and about this time?
bool is_about(const AlarmName& alarm, std::string_view kind, Instant missed) {
    const std::string_view occurrence = alarm.occurrence;
    const auto at = json::enum_of<PostKind>(occurrence.substr(0, occurrence.find('.')));
    return alarm.kind == kind && at && occurrence == duty_occurrence(*at, missed);
}

} // namespace

std::string duty_occurrence(PostKind at, Instant missed) {
    return std::string(json::name_of(at)) + '.' + std::to_string(ms_of(missed));
}

bool is_missing(const Shift& shift, Instant now) {
    return shift.state == ShiftState::planned && now < shift.end && is_late(shift, now);
}

bool stands(const AlarmName& alarm, const Shift& shift, Instant now) {
    return is_missing(shift, now) && is_about(alarm, duty_alarm::late_check_in, late_at(shift));
}

bool stands(const AlarmName& alarm, const Handover& sheet, Instant now) {
    return sheet.state != HandoverState::accepted && now >= sheet.due &&
           is_about(alarm, duty_alarm::handover, sheet.due);
}

} // namespace chengyun
