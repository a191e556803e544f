#include "core/wall/board.h"

#include "core/text/limits.h"

#include <algorithm>

namespace chengyun {

namespace {

constexpr std::size_t longest_word = 32;

bool is_word(std::string_view text) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && text.size() <= longest_word && is_letter(text.front()) &&
           std::ranges::all_of(
               text, [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

bool same_content(const Pane& a, const Pane& b) {
    return a.cell == b.cell && a.content == b.content;
}

} // namespace

Result<> check(const PaneContent& content) {
    if (!is_word(content.kind))
        return fail(FailureKind::invalid_field, "kind", "expected a lower-case word");
    if (auto ok = first_failure(
            check_text(content.subject, "subject", limits::code, false),
            check_text(content.title, "title", limits::title, content.kind == "title"),
            check_text(content.text, "text", longest_pane_text, content.kind == "announcement",
                       Lines::many));
        !ok)
        return ok;
    if (content.options.size() > most_pane_options)
        return fail(FailureKind::too_many, "options",
                    "at most " + std::to_string(most_pane_options));
    for (const auto& [key, value] : content.options) {
        if (!is_word(key))
            return fail(FailureKind::invalid_field, "options", "a key is a lower-case word");
        if (auto ok = check_text(value, "options." + key, longest_pane_option, false); !ok)
            return ok;
    }
    return {};
}

std::vector<GridBox> boxes_of(const ScreenBoard& screen) {
    return screen.layout == free_layout ? screen.boxes : cells_of(screen.layout);
}

const Pane* find_pane(const ScreenBoard& screen, std::int64_t cell) {
    const auto found = std::ranges::find(screen.panes, cell, &Pane::cell);
    return found == screen.panes.end() ? nullptr : &*found;
}

const ScreenBoard* find_screen(const WallBoard& board, std::string_view screen) {
    const auto found = std::ranges::find(board.screens, screen, &ScreenBoard::screen);
    return found == board.screens.end() ? nullptr : &*found;
}

ScreenBoard empty_screen(std::string_view name) {
    ScreenBoard screen;
    screen.screen = name;
    return screen;
}

WallBoard empty_board(const Wall& wall) {
    WallBoard board;
    board.wall = wall.id;
    return fitted(wall, std::move(board));
}

WallBoard fitted(const Wall& wall, WallBoard board) {
    std::vector<ScreenBoard> screens;
    const auto keep = [&](std::string_view name) {
        const auto* known = find_screen(board, name);
        if (known)
            screens.push_back(*known);
        return known != nullptr;
    };
    for (const auto& screen : wall.screens)
        if (!keep(screen.name))
            screens.push_back(empty_screen(screen.name));
    keep(whole_wall);
    board.screens = std::move(screens);
    return board;
}

bool shows_the_same(const WallBoard& a, const WallBoard& b) {
    return std::ranges::equal(a.screens, b.screens,
                              [](const ScreenBoard& left, const ScreenBoard& right) {
                                  return left.screen == right.screen &&
                                         left.layout == right.layout && left.boxes == right.boxes &&
                                         std::ranges::equal(left.panes, right.panes, same_content);
                              });
}

} // namespace chengyun
