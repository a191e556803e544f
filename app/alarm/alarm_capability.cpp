#include "app/alarm/alarm_capability.h"

#include "app/alarm/alarm_words.h"

namespace chengyun::console {

AlarmCapability::AlarmCapability(const Shared& shared, std::vector<Capability*> others)
    : Capability(QStringLiteral("alarm")),
      desk_(shared.source, shared.outbox, shared.session, shared.clock),
      bell_(shared.source, others, desk_, shared.session, shared.clock, makeSpeaker()) {
    shared.words.add({"alarm"}, [others = std::move(others)](const Entry& entry) {
        return alarmEntryWords(entry, others);
    });
}

} // namespace chengyun::console
