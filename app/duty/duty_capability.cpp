#include "app/duty/duty_capability.h"

#include "app/resources/resources_capability.h"
#include "app/text.h"

namespace chengyun::console {

DutyCapability::DutyCapability(const Shared& shared, ResourcesCapability& resources)
    : Capability(QStringLiteral("duty")), state_(shared.source, shared.outbox, shared.clock),
      roster_(shared.source, shared.link, shared.clock, shared.session, *resources.store()),
      commands_(roster_, shared.outbox, shared.session, shared.clock) {}

std::vector<Alarm> DutyCapability::alarms(const Entry& entry, const Account& account) {
    if (entry.kind != "mode.switched" || !entry.body.one<Duty>())
        return {};
    return follow(*entry.body.one<Duty>(), entry.actor == account.id);
}

std::vector<Alarm> DutyCapability::missedAlarms(const Snapshot& snapshot,
                                                const Account& /*account*/) {
    const auto* duty = snapshot.one<Duty>();
    return duty ? follow(*duty, false) : std::vector<Alarm>();
}

void DutyCapability::forgetAlarms() {
    mode_.reset();
}

std::vector<Alarm> DutyCapability::follow(const Duty& duty, bool own) {
    const bool switched = mode_ && *mode_ != duty.mode;
    mode_ = duty.mode;
    if (!switched || own)
        return {};
    const bool emergency = duty.mode == Mode::emergency;
    Alarm alarm;
    alarm.kind = emergency ? "emergency" : "peace";
    alarm.icon = emergency ? QStringLiteral("warning") : QStringLiteral("info");
    alarm.urgent = emergency;
    alarm.at = ms_of(duty.mode_since);
    alarm.title = [emergency] {
        return emergency ? tr("Emergency mode") : tr("Back to peace mode");
    };
    alarm.text = [reason = qs(duty.mode_reason)] { return reason; };
    return {std::move(alarm)};
}

} // namespace chengyun::console
