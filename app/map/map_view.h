// Where the map looks: the one transformation that panning, zooming and turning change.
#pragma once

#include "app/map/mercator.h"

#include <QMatrix4x4>
#include <QPointF>
#include <QSizeF>

namespace chengyun::console {

struct MapView {
    World centre{0.5, 0.5};
    double zoom = 0;
    double bearing = 0; ///< degrees; this direction points up
    QSizeF size;        ///< of the item, logical pixels

    bool operator==(const MapView&) const = default;

    [[nodiscard]] QPointF to_item(World at) const;
    [[nodiscard]] World to_world(QPointF at) const;
    /// The box of the world around everything within `margin` pixels of the item.
    [[nodiscard]] WorldBox box(double margin) const;
    /// From float offsets about `origin`, in units of the world's width, to item pixels. The
    /// difference of origin and centre is taken in double, so nothing trembles at street zoom.
    [[nodiscard]] QMatrix4x4 matrix(World origin) const;
};

} // namespace chengyun::console
