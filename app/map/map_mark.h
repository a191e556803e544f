// A thing on the map that is marked: hovered, looked at or chosen.
#pragma once

#include "app/map/mercator.h"
#include "app/map/symbol_atlas.h"

namespace chengyun::console {

/// Something marked: a point, a pin or a cluster.
struct Mark {
    World at;
    Halo halo = Halo::hover;
    enum class What { point, pin, cluster } what = What::point;
    PointLook look;      ///< points only
    double ring = 0;     ///< clusters only: the ring's radius
    bool partly = false; ///< clusters only: some of its points are not meant
    bool operator==(const Mark&) const = default;
};

} // namespace chengyun::console
