// Layouts (分屏): how a screen of a wall is divided into cells.
#pragma once

#include "core/result.h"

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// A rectangle on the grid of a layout, counted from the upper left corner.
struct GridBox {
    std::int64_t column = 0; ///< of its left edge, from 0
    std::int64_t row = 0;    ///< of its upper edge, from 0
    std::int64_t columns = 1;
    std::int64_t rows = 1;
    bool operator==(const GridBox&) const = default;
};
BOOST_DESCRIBE_STRUCT(GridBox, (), (column, row, columns, rows))

struct GridSize {
    std::int64_t columns = 1;
    std::int64_t rows = 1;
    bool operator==(const GridSize&) const = default;
};

/// The layout whose boxes people choose themselves.
inline constexpr std::string_view free_layout = "free";
/// A free layout's grid has so many columns and rows: it is divisible into 2, 3, 4, 6 and 8 parts.
inline constexpr std::int64_t free_grid = 48;
inline constexpr std::size_t most_panes = 64; ///< of a screen

/// "1", "4", "6", "8", "9", "13", "16", "25", "36", "64" and "free", in this order: what a choice
/// of layouts offers.
[[nodiscard]] std::span<const std::string_view> layouts();
[[nodiscard]] bool is_layout(std::string_view layout);

/// The grid on which a layout's boxes lie; 1×1 for a name that is no layout.
[[nodiscard]] GridSize grid_of(std::string_view layout);

/// The boxes of a layout by cell. Where one is larger than the others it is cell 0; the others
/// follow from left to right, from the top down. They fill the grid. Empty for "free", whose boxes
/// stand in the board, and for a name that is no layout.
[[nodiscard]] std::vector<GridBox> cells_of(std::string_view layout);

/// Free boxes: most_panes at most, each inside the grid, none over another. Gaps between them are
/// allowed. The failure names "boxes[i]".
[[nodiscard]] Result<> check_boxes(const std::vector<GridBox>& boxes);

} // namespace chengyun
