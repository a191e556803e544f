#include "app/duty/duty_capability.h"

#include "app/resources/resources_capability.h"

namespace chengyun::console {

DutyCapability::DutyCapability(const Shared& shared, ResourcesCapability& resources)
    : Capability(QStringLiteral("duty")), state_(shared.source, shared.outbox, shared.clock),
      roster_(shared.source, shared.link, shared.clock, shared.session, *resources.store()),
      commands_(roster_, shared.outbox, shared.session, shared.clock),
      onDuty_(roster_, shared.clock), draft_(roster_, commands_, shared.outbox, shared.session),
      alarms_(roster_, shared.clock), records_(shared, roster_, commands_) {}

std::vector<Alarm> DutyCapability::alarms(const Entry& entry, const Account& account) {
    return alarms_.of(entry, account);
}

std::vector<Alarm> DutyCapability::missedAlarms(const Snapshot& snapshot,
                                                const Account& /*account*/) {
    return alarms_.missedIn(snapshot);
}

void DutyCapability::forgetAlarms() {
    alarms_.forget();
}

} // namespace chengyun::console
