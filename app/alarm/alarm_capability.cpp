#include "app/alarm/alarm_capability.h"

namespace chengyun::console {

AlarmCapability::AlarmCapability(const Shared& shared, std::vector<Capability*> others)
    : Capability(QStringLiteral("alarm")),
      bell_(shared.source, std::move(others), shared.session, shared.clock, makeSpeaker()) {}

} // namespace chengyun::console
