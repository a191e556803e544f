// Painting of single symbols, about (0, 0) in logical pixels. Any thread.
#pragma once

#include "app/map/symbol_atlas.h"

#include <QFont>
#include <QPainter>

namespace chengyun::console {

inline constexpr double symbol_margin = 18; ///< reach of shape, outline and shadow

[[nodiscard]] QFont symbol_font(double px, QFont::Weight weight);

/// available: hollow with a coloured edge. committed: filled. unavailable: faint and struck
/// through.
void paint_symbol(QPainter& painter, const MapPalette& palette, std::size_t kind,
                  Availability state);
/// The level's chip at the lower right of a symbol.
void paint_chip(QPainter& painter, const MapPalette& palette, Level level);
/// An order's pin, its tip at (0, 0).
void paint_pin(QPainter& painter, const MapPalette& palette, Level level, PinState state);
void paint_halo(QPainter& painter, const MapPalette& palette, QPointF middle, double radius,
                Halo halo);

} // namespace chengyun::console
