#include "core/consult/consult_codec.h"

#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_CODEC(Consult)
CHENGYUN_CODEC(MakeConsult)
CHENGYUN_CODEC(CallMembers)
CHENGYUN_CODEC(ChosenMember)
CHENGYUN_CODEC(LockConsult)
CHENGYUN_CODEC(InviteGuest)

CHENGYUN_ENTITY(Consult, .name = "consults", .key = &Consult::id)

} // namespace chengyun
