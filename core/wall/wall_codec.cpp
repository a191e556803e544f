#include "core/wall/wall_codec.h"

#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_CODEC(Wall)
CHENGYUN_CODEC(WallBoard)
CHENGYUN_CODEC(WallPreset)
CHENGYUN_CODEC(PutUp)
CHENGYUN_CODEC(TakeDown)
CHENGYUN_CODEC(SetLayout)
CHENGYUN_CODEC(MovePane)
CHENGYUN_CODEC(SetLock)
CHENGYUN_CODEC(WallHand)
CHENGYUN_CODEC(ShownHand)

CHENGYUN_ENTITY(Wall, .name = "walls", .key = &Wall::id, .area = &Wall::area,
                .removed_by = wall_kinds::removed)
CHENGYUN_ENTITY(WallBoard, .name = "wall_boards", .key = &WallBoard::wall,
                .removed_by = wall_kinds::removed)
CHENGYUN_ENTITY(WallPreset, .name = "wall_presets", .key = &WallPreset::id,
                .removed_by = wall_kinds::preset_removed)

} // namespace chengyun
