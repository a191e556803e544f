// Clipping in tile pixels. QPainter loses its way with coordinates of a million pixels, which a
// large lake has at street zoom; so shapes are cut to the tile before they are painted.
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace chengyun::console {

/// The part of a closed ring inside `box`; edges that run along the box are artefacts of the cut.
[[nodiscard]] QPolygonF clip_ring(const QPolygonF& ring, const QRectF& box);

/// The pieces of an open line that touch `box`.
[[nodiscard]] std::vector<QPolygonF> clip_line(const QPolygonF& line, const QRectF& box);

} // namespace chengyun::console
