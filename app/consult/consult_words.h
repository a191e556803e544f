// Consultations in words: journal entries, kinds of rooms, and what has become of a call.
#pragma once

#include "app/capability/journal_words.h"
#include "core/consult/consult.h"

#include <QString>

namespace chengyun {
struct Failure;
}

namespace chengyun::console {

[[nodiscard]] EntryWords consultEntryWords(const Entry& entry);
[[nodiscard]] QString kindWords(ConsultKind kind);
[[nodiscard]] QString stateWords(MemberState state);
/// Why a command about a room was refused.
[[nodiscard]] QString consultFailure(const Failure& failure);
/// What stands in the place of a picture: the last two characters of a Chinese name, else the
/// first letters of the first two words.
[[nodiscard]] QString initialsOf(const QString& name);

} // namespace chengyun::console
