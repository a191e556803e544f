// The journal kinds of the hall's duty.
#pragma once

#include "hub/journal/journal_kinds.h"

namespace chengyun::hub {

inline constexpr JournalKind duty_kinds[] = {{"duty", {Viewers::everybody}}};

} // namespace chengyun::hub
