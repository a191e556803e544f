// The colours that the map's painters need in C++: tiles, symbols and outlines are painted off the
// GUI thread, where the QML style cannot be asked. Values are the tokens of the product's style.
#pragma once

#include "core/resource/resource.h"

#include <QColor>

namespace chengyun::console::theme {

inline constexpr QRgb ground = 0xff0d1520;
inline constexpr QRgb surface = 0xff141f2d;
inline constexpr QRgb raised = 0xff1b2a3c;
inline constexpr QRgb line = 0xff26384e;
inline constexpr QRgb text = 0xffe8eef5;
inline constexpr QRgb quiet_text = 0xff8fa3ba;
inline constexpr QRgb accent = 0xff2ec4b6;
inline constexpr QRgb late = 0xffff7fb0;

inline constexpr QRgb water = 0xff11293f;
inline constexpr QRgb shore = 0xff1f4a6b;
inline constexpr QRgb water_text = 0xff5f8fb4;
inline constexpr QRgb graticule = 0xff142130;
inline constexpr QRgb outline = 0xff3b5470;
inline constexpr QRgb place_text = 0xff6f839a;

/// The national level colours, used for nothing but levels.
[[nodiscard]] constexpr QRgb level(Level level) {
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
    return quiet_text;
}

/// Layer colours: none is near a level colour, and each layer has a shape of its own besides.
[[nodiscard]] constexpr QRgb layer(Layer layer) {
    switch (layer) {
    case Layer::risk:
        return 0xffb49cfa;
    case Layer::supply:
        return 0xffcfae87;
    case Layer::rescue_force:
        return 0xff86d9ee;
    case Layer::shelter:
        return 0xffb7cf86;
    case Layer::camera:
        return 0xffb4c4d6;
    }
    return quiet_text;
}

} // namespace chengyun::console::theme
