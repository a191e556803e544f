// Every symbol of the map in one picture, painted when the map starts, and where each is in it.
//
// A symbol says the layer by its shape and colour, the kind by its glyph, the state by how it is
// filled, and the level by a chip with its numeral; nothing is said by colour alone.
#pragma once

#include "app/map/map_palette.h"
#include "app/map/point_set.h"

#include <QImage>
#include <QRectF>

#include <array>
#include <vector>

namespace chengyun::console {

/// One picture of the atlas. `box`: where it goes about the point it marks, in logical pixels.
struct Sprite {
    QRectF box;
    QRectF uv; ///< 0…1
};

/// What an open order's pin looks like.
enum class PinState { fresh, active, late };
/// Marks under a symbol.
enum class Halo { hover, selected };

class SymbolAtlas {
public:
    /// Pixels for each logical pixel, and how much larger than at a seat. Any thread. The palette
    /// has to outlive the atlas.
    [[nodiscard]] static SymbolAtlas paint(double pixel_ratio, double scale,
                                           const MapPalette& palette);

    [[nodiscard]] const QImage& image() const { return image_; }
    [[nodiscard]] double scale() const { return scale_; }
    [[nodiscard]] const MapPalette& palette() const { return *palette_; }
    [[nodiscard]] const Sprite& symbol(PointLook look) const;
    /// Empty for Level::none.
    [[nodiscard]] const Sprite& chip(Level level) const { return chips_[std::size_t(level)]; }
    [[nodiscard]] const Sprite& pin(Level level, PinState state) const;
    [[nodiscard]] const Sprite& halo(Halo halo) const { return halos_[std::size_t(halo)]; }
    [[nodiscard]] const Sprite& pin_halo(Halo halo) const { return pin_halos_[std::size_t(halo)]; }
    /// Of "0123456789.k"; the box's width is the advance.
    [[nodiscard]] const Sprite& figure(char c) const;

    /// Half of a symbol's side, for hit tests.
    static constexpr double symbol_radius = 14;

private:
    class Painting;

    QImage image_;
    double scale_ = 1;
    const MapPalette* palette_ = &dark_palette;
    std::vector<Sprite> symbols_; ///< kind × 3 states
    std::array<Sprite, 5> chips_;
    std::array<Sprite, 15> pins_;
    std::array<Sprite, 2> halos_;
    std::array<Sprite, 2> pin_halos_;
    std::array<Sprite, 12> figures_;
};

} // namespace chengyun::console
