// JSON of the walls' types, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/wall/commands.h"
#include "core/wall/hand.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Wall)
CHENGYUN_DECLARE_CODEC(WallBoard)
CHENGYUN_DECLARE_CODEC(WallPreset)
CHENGYUN_DECLARE_CODEC(PutUp)
CHENGYUN_DECLARE_CODEC(TakeDown)
CHENGYUN_DECLARE_CODEC(SetLayout)
CHENGYUN_DECLARE_CODEC(MovePane)
CHENGYUN_DECLARE_CODEC(SetLock)
CHENGYUN_DECLARE_CODEC(WallHand)
CHENGYUN_DECLARE_CODEC(ShownHand)

} // namespace chengyun
