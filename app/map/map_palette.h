// The colours that the map's painters need in C++: tiles, symbols and outlines are painted off the
// GUI thread, where the QML style cannot be asked. Values are the tokens of the product's style,
// dark for the hall and light for the consultation room.
#pragma once

#include "app/map/point_set.h"
#include "core/resource/resource.h"

#include <QColor>

#include <array>

namespace chengyun::console {

struct MapPalette {
    QRgb ground, surface, raised, text, quiet_text, accent, late;
    QRgb ink; ///< on a layer's colour and on `late`
    QRgb water, shore, water_text, graticule, outline, place_text;
    /// None is near a level colour, and each layer has a shape of its own besides.
    std::array<QRgb, layer_count> layers;

    [[nodiscard]] constexpr QRgb layer(Layer layer) const { return layers[std::size_t(layer)]; }
};

inline constexpr MapPalette dark_palette{
    .ground = 0xff0d1520,
    .surface = 0xff141f2d,
    .raised = 0xff1b2a3c,
    .text = 0xffe8eef5,
    .quiet_text = 0xff8fa3ba,
    .accent = 0xff2ec4b6,
    .late = 0xffff7fb0,
    .ink = 0xff0b1017,
    .water = 0xff11293f,
    .shore = 0xff1f4a6b,
    .water_text = 0xff5f8fb4,
    .graticule = 0xff142130,
    .outline = 0xff3b5470,
    .place_text = 0xff6f839a,
    .layers = {0xffb49cfa, 0xffcfae87, 0xff86d9ee, 0xffb7cf86, 0xffb4c4d6},
};

inline constexpr MapPalette light_palette{
    .ground = 0xffeef2f6,
    .surface = 0xffffffff,
    .raised = 0xffffffff,
    .text = 0xff14202c,
    .quiet_text = 0xff4e6378,
    .accent = 0xff0b8074,
    .late = 0xffb0195e,
    .ink = 0xffffffff,
    .water = 0xffc6dcec,
    .shore = 0xff86aecb,
    .water_text = 0xff3a6b93,
    .graticule = 0xffe0e7ee,
    .outline = 0xff8ba1b6,
    .place_text = 0xff5f7387,
    .layers = {0xff5f41c4, 0xff80592b, 0xff0b6e8c, 0xff4e6b1a, 0xff3e5a78},
};

[[nodiscard]] constexpr const MapPalette& map_palette(bool dark) {
    return dark ? dark_palette : light_palette;
}

inline constexpr QRgb level_ink = 0xff0b1017; ///< on the bright level colours

/// The national level colours, the same in both themes and used for nothing but levels; an order
/// without a level is `none`.
[[nodiscard]] constexpr QRgb level_colour(Level level, QRgb none) {
    switch (level) {
    case Level::I:
        return 0xffe5484d;
    case Level::II:
        return 0xfff76b15;
    case Level::III:
        return 0xffffc53d;
    case Level::IV:
        return 0xff3e8bff;
    case Level::none:
        break;
    }
    return none;
}

} // namespace chengyun::console
