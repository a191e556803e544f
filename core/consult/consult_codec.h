// JSON of the consultations' types, compiled once.
#pragma once

#include "core/consult/commands.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Consult)
CHENGYUN_DECLARE_CODEC(MakeConsult)
CHENGYUN_DECLARE_CODEC(CallMembers)
CHENGYUN_DECLARE_CODEC(ChosenMember)
CHENGYUN_DECLARE_CODEC(LockConsult)
CHENGYUN_DECLARE_CODEC(InviteGuest)

} // namespace chengyun
