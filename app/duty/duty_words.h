// The words for journal entries of duty, by group of their kinds.
#pragma once

#include "app/capability/journal_words.h"

namespace chengyun::console {

class DutyRoster;

/// The fields of duty's commands get their names.
void nameDutyFields();
/// "duty.…": posts, people, patterns and holidays are written.
[[nodiscard]] EntryWords dutyEntryWords(const Entry& entry);
/// "shift.…": planned, checked in, stood in, closed, late.
[[nodiscard]] EntryWords shiftEntryWords(const Entry& entry, const DutyRoster& roster);

} // namespace chengyun::console
