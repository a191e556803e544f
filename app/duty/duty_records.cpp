#include "app/duty/duty_records.h"

#include "app/capability/capability.h"
#include "app/capability/journal_words.h"
#include "app/duty/record_words.h"
#include "app/duty/roster.h"

namespace chengyun::console {

DutyRecords::DutyRecords(const Shared& shared, DutyRoster& roster, DutyCommands& commands)
    : sheets_(roster, shared.link, shared.clock), sheet_(sheets_, roster, commands, shared.outbox),
      log_(roster, commands, shared.link, shared.outbox),
      requests_(roster, commands, shared.outbox, shared.clock), figures_(roster, shared.clock),
      exports_(roster, sheets_, figures_, shared.clock) {
    shared.words.add({"exchange", "leave", "handover", "log"},
                     [&roster](const Entry& entry) { return recordWords(entry, roster); });
}

} // namespace chengyun::console
