// The wall of the invented district's hall: two screens, filled, with a preset for each mode.
#pragma once

#include "core/result.h"
#include "core/wall/wall.h"
#include "hub/store/transaction.h"

#include <optional>

namespace chengyun::hub {

class ResourceStore;
class WallService;
class WallStore;
struct Demonstration;

[[nodiscard]] Actor demo_maker_of_walls();

/// Made once: nothing where somebody has removed it. Waits for the writer.
[[nodiscard]] Result<std::optional<Wall>> make_wall_demo(const Demonstration& demo,
                                                         WallService& walls, const WallStore& store,
                                                         const ResourceStore& resources);

} // namespace chengyun::hub
