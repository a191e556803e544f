// The little pictures within symbols: one for each kind of resource, as outlines in a 16 × 16 box.
#pragma once

#include <QPainterPath>

#include <string_view>

namespace chengyun::console {

struct Glyph {
    QPainterPath lines; ///< to be stroked
    QPainterPath solid; ///< to be filled
};

/// The glyph of the kind at this index of resource_kinds().
[[nodiscard]] Glyph glyph_of_kind(std::size_t kind);

/// Reads an outline: M, L, H, V, C and Z as in SVG, absolute; "O x y r" is a circle.
[[nodiscard]] QPainterPath outline(std::string_view text);

} // namespace chengyun::console
