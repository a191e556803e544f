// The outer shapes of symbols, about (0, 0) in logical pixels.
#pragma once

#include "core/resource/resource.h"

#include <QPainterPath>

namespace chengyun::console {

/// risk a triangle, supply a square, rescue force a shield, shelter a gable, camera a circle.
[[nodiscard]] QPainterPath shape_of(Layer layer);

/// Where within its shape a 16 × 16 glyph goes: middle and size.
struct GlyphPlace {
    QPointF middle;
    double side;
};
[[nodiscard]] GlyphPlace glyph_place(Layer layer);

/// An order's pin; its tip is the place.
[[nodiscard]] QPainterPath pin_shape();
inline constexpr double pin_head_y = -24; ///< middle of the pin's head
inline constexpr double pin_head_radius = 13.5;

} // namespace chengyun::console
