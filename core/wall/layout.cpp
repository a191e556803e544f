#include "core/wall/layout.h"

#include <algorithm>
#include <array>

namespace chengyun {

namespace {

/// A layout as data: `side`×`side` cells, of which those under `large` are one.
struct Layout {
    std::string_view name;
    std::int64_t side;
    GridBox large;
};

constexpr Layout table[] = {
    {"1", 1, {0, 0, 1, 1}},  {"4", 2, {0, 0, 1, 1}},  {"6", 3, {0, 0, 2, 2}},
    {"8", 4, {0, 0, 3, 3}},  {"9", 3, {0, 0, 1, 1}},  {"13", 4, {1, 1, 2, 2}},
    {"16", 4, {0, 0, 1, 1}}, {"25", 5, {0, 0, 1, 1}}, {"36", 6, {0, 0, 1, 1}},
    {"64", 8, {0, 0, 1, 1}},
};

const Layout* find(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Layout::name);
    return found == std::end(table) ? nullptr : found;
}

bool overlap(const GridBox& a, const GridBox& b) {
    return a.column < b.column + b.columns && b.column < a.column + a.columns &&
           a.row < b.row + b.rows && b.row < a.row + a.rows;
}

bool is_inside(const GridBox& box) {
    // No sum of what a stranger sent: it might overflow.
    const auto fits = [](std::int64_t from, std::int64_t length) {
        return from >= 0 && from < free_grid && length >= 1 && length <= free_grid - from;
    };
    return fits(box.column, box.columns) && fits(box.row, box.rows);
}

} // namespace

std::span<const std::string_view> layouts() {
    static constexpr auto names = [] {
        std::array<std::string_view, std::size(table) + 1> all;
        std::ranges::transform(table, all.begin(), &Layout::name);
        all.back() = free_layout;
        return all;
    }();
    return names;
}

bool is_layout(std::string_view layout) {
    return layout == free_layout || find(layout);
}

GridSize grid_of(std::string_view layout) {
    if (layout == free_layout)
        return {free_grid, free_grid};
    const auto* known = find(layout);
    return known ? GridSize{known->side, known->side} : GridSize{};
}

std::vector<GridBox> cells_of(std::string_view layout) {
    const auto* known = find(layout);
    if (!known)
        return {};
    std::vector<GridBox> cells{known->large};
    for (std::int64_t row = 0; row < known->side; ++row)
        for (std::int64_t column = 0; column < known->side; ++column)
            if (const GridBox cell{column, row, 1, 1}; !overlap(cell, known->large))
                cells.push_back(cell);
    return cells;
}

Result<> check_boxes(const std::vector<GridBox>& boxes) {
    if (boxes.size() > most_panes)
        return fail(FailureKind::too_many, "boxes", "at most " + std::to_string(most_panes));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto field = "boxes[" + std::to_string(i) + "]";
        if (!is_inside(boxes[i]))
            return fail(FailureKind::invalid_field, field, "not inside the grid");
        for (std::size_t before = 0; before < i; ++before)
            if (overlap(boxes[before], boxes[i]))
                return fail(FailureKind::invalid_field, field, "it lies over another box");
    }
    return {};
}

} // namespace chengyun
