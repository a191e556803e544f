#include "core/wall/commands.h"

#include "core/text/limits.h"

#include <algorithm>

namespace chengyun {

namespace {

Result<> check_unlocked(const WallBoard& board) {
    if (board.locked)
        return fail(FailureKind::wrong_state, "locked", "somebody has locked this wall");
    return {};
}

/// Where the screen's board stands in `board`; whole_wall is there from its first layout on.
Result<ScreenBoard*> screen_of(WallBoard& board, const std::string& name,
                               const std::string& field) {
    const auto found = std::ranges::find(board.screens, name, &ScreenBoard::screen);
    if (found == board.screens.end())
        return fail(FailureKind::not_found, field, "the wall has no such screen");
    return &*found;
}

struct Cell {
    ScreenBoard* screen;
    std::int64_t cell;

    [[nodiscard]] std::vector<Pane>::iterator pane() const {
        return std::ranges::find(screen->panes, cell, &Pane::cell);
    }
    [[nodiscard]] bool is_empty() const { return pane() == screen->panes.end(); }
    /// What stands there, which goes away.
    [[nodiscard]] std::optional<Pane> taken() const {
        const auto found = pane();
        if (found == screen->panes.end())
            return std::nullopt;
        auto pane = std::move(*found);
        screen->panes.erase(found);
        return pane;
    }
    /// Onto the empty cell.
    void put(Pane pane) const {
        pane.cell = cell;
        const auto next = std::ranges::upper_bound(screen->panes, cell, {}, &Pane::cell);
        screen->panes.insert(next, std::move(pane));
    }
};

Result<Cell> cell_of(WallBoard& board, const std::string& screen, std::int64_t cell,
                     const std::string& prefix = {}) {
    auto found = screen_of(board, screen, prefix + "screen");
    if (!found)
        return found.error();
    if (cell < 0 || cell >= std::int64_t(boxes_of(**found).size()))
        return fail(FailureKind::not_found, prefix + "cell", "the screen has no such cell");
    return Cell{*found, cell};
}

/// Puts back what stood before each pane that has run out; whether there was one.
bool put_back(WallBoard& board, Instant now) {
    bool any = false;
    for (auto& screen : board.screens) {
        std::vector<Pane> kept;
        kept.reserve(screen.panes.size());
        for (auto& pane : screen.panes) {
            if (!pane.until || *pane.until > now) {
                kept.push_back(std::move(pane));
                continue;
            }
            any = true;
            if (!pane.before)
                continue;
            Pane back;
            static_cast<Shown&>(back) = std::move(*pane.before);
            back.cell = pane.cell;
            kept.push_back(std::move(back));
        }
        screen.panes = std::move(kept);
    }
    return any;
}

Result<> check_formers(const std::vector<std::int64_t>& formers, std::size_t cells) {
    if (!formers.empty() && formers.size() != cells)
        return fail(FailureKind::invalid_field, "formers", "one for each cell");
    for (auto at = formers.begin(); at != formers.end(); ++at)
        if (*at < -1 || (*at >= 0 && std::find(formers.begin(), at, *at) != at))
            return fail(FailureKind::invalid_field,
                        "formers[" + std::to_string(at - formers.begin()) + "]",
                        "a cell, each once, or -1");
    return {};
}

/// The panes of a screen after it has been divided anew.
std::vector<Pane> divided(std::vector<Pane> panes, const std::vector<std::int64_t>& formers,
                          std::int64_t cells) {
    if (!formers.empty())
        for (auto& pane : panes)
            pane.cell = std::ranges::find(formers, pane.cell) - formers.begin();
    std::erase_if(panes, [&](const Pane& pane) { return pane.cell >= cells; });
    std::ranges::sort(panes, {}, &Pane::cell);
    return panes;
}

} // namespace

Result<WallBoard> put_up(const Wall& wall, WallBoard board, const PutUp& command,
                         const WallFeeder& feeder, Instant now) {
    if (auto ok = check_range(command.minutes, "minutes", 0, longest_put_up_minutes); !ok)
        return ok.error();
    if (auto ok = check(command.content); !ok)
        return fail(ok.error().kind, "content." + ok.error().field, ok.error().detail);
    if (auto ok = check_unlocked(board); !ok)
        return ok.error();
    board = fitted(wall, std::move(board));
    const auto cell = cell_of(board, command.screen, command.cell);
    if (!cell)
        return cell.error();
    const auto former = cell->taken();
    Pane pane;
    pane.content = command.content;
    pane.by = feeder.id;
    pane.by_name = feeder.name;
    pane.at = now;
    if (command.minutes > 0) {
        pane.until = now + std::chrono::minutes(command.minutes);
        // Two for some minutes, one over the other: what stays stands there after the second.
        if (former)
            pane.before = former->until ? former->before : std::optional<Shown>(*former);
    }
    cell->put(std::move(pane));
    board.preset.clear();
    return board;
}

Result<WallBoard> take_down(const Wall& wall, WallBoard board, const TakeDown& command) {
    if (auto ok = check_unlocked(board); !ok)
        return ok.error();
    board = fitted(wall, std::move(board));
    const auto cell = cell_of(board, command.screen, command.cell);
    if (!cell)
        return cell.error();
    if (!cell->taken())
        return fail(FailureKind::not_found, "cell", "nothing stands there");
    board.preset.clear();
    return board;
}

Result<WallBoard> set_layout(const Wall& wall, WallBoard board, const SetLayout& command) {
    const bool is_free = command.layout == free_layout;
    const bool across = command.screen == whole_wall;
    if (!is_layout(command.layout) || (across && !is_free))
        return fail(FailureKind::invalid_field, "layout", "no such layout");
    if (!is_free && !command.boxes.empty())
        return fail(FailureKind::invalid_field, "boxes", "the layout has its own");
    if (is_free && !across && command.boxes.empty())
        return fail(FailureKind::missing_field, "boxes", "at least one");
    if (auto ok = check_boxes(command.boxes); !ok)
        return ok.error();
    const auto cells =
        std::int64_t(is_free ? command.boxes.size() : cells_of(command.layout).size());
    if (auto ok = check_formers(command.formers, std::size_t(cells)); !ok)
        return ok.error();
    if (auto ok = check_unlocked(board); !ok)
        return ok.error();
    board = fitted(wall, std::move(board));
    if (across && !find_screen(board, whole_wall))
        board.screens.push_back(empty_screen(whole_wall));
    const auto screen = screen_of(board, command.screen, "screen");
    if (!screen)
        return screen.error();
    (*screen)->layout = command.layout;
    (*screen)->boxes = command.boxes;
    (*screen)->panes = divided(std::move((*screen)->panes), command.formers, cells);
    if (across && cells == 0)
        board.screens.pop_back(); // whole_wall is the last
    board.preset.clear();
    return board;
}

Result<WallBoard> move_pane(const Wall& wall, WallBoard board, const MovePane& command) {
    if (auto ok = check_unlocked(board); !ok)
        return ok.error();
    if (command.from == command.to)
        return fail(FailureKind::invalid_field, "to", "the same cell");
    board = fitted(wall, std::move(board));
    const auto from = cell_of(board, command.from.screen, command.from.cell, "from.");
    if (!from)
        return from.error();
    const auto to = cell_of(board, command.to.screen, command.to.cell, "to.");
    if (!to)
        return to.error();
    if (from->is_empty())
        return fail(FailureKind::not_found, "from.cell", "nothing stands there");
    auto moved = from->taken();
    if (auto other = to->taken())
        from->put(std::move(*other));
    to->put(std::move(*moved));
    board.preset.clear();
    return board;
}

Result<WallBoard> set_lock(WallBoard board, const SetLock& command, const WallFeeder& feeder,
                           Instant now) {
    if (board.locked == command.locked)
        return fail(FailureKind::wrong_state, "locked",
                    board.locked ? "it is locked already" : "it is not locked");
    board.locked = command.locked;
    board.locked_by_name = command.locked ? feeder.name : std::string();
    if (!board.locked)
        put_back(board, now);
    return board;
}

Result<WallBoard> put_up_preset(const Wall& wall, WallBoard board, const WallPreset& preset,
                                const WallFeeder& feeder, Instant now) {
    if (preset.wall != wall.id)
        return fail(FailureKind::invalid_field, "wall", "a preset of another wall");
    if (auto ok = check_unlocked(board); !ok)
        return ok.error();
    for (const auto& from : preset.screens) {
        ScreenBoard screen{from.screen, from.layout, from.boxes, {}};
        for (const auto& pane : from.panes) {
            Pane put;
            put.cell = pane.cell;
            put.content = pane.content;
            put.by = feeder.id;
            put.by_name = feeder.name;
            put.at = now;
            screen.panes.push_back(std::move(put));
        }
        const auto known = std::ranges::find(board.screens, from.screen, &ScreenBoard::screen);
        if (known != board.screens.end())
            *known = std::move(screen);
        else
            board.screens.push_back(std::move(screen));
    }
    // What lies across the wall hides what the preset shows.
    if (std::ranges::find(preset.screens, whole_wall, &PresetScreen::screen) ==
        preset.screens.end())
        std::erase_if(board.screens, [](const auto& s) { return s.screen == whole_wall; });
    board = fitted(wall, std::move(board));
    board.preset = preset.id;
    return board;
}

Result<WallBoard> undone(const Wall& wall, const WallBoard& board, WallBoard former, Instant now) {
    if (auto ok = check_unlocked(board); !ok)
        return ok.error();
    former.wall = board.wall;
    former.locked = false;
    former.locked_by_name.clear();
    put_back(former, now);
    return fitted(wall, std::move(former));
}

std::optional<WallBoard> time_over(const WallBoard& board, Instant now) {
    if (board.locked)
        return std::nullopt;
    auto after = board;
    if (!put_back(after, now))
        return std::nullopt;
    return after;
}

std::optional<Instant> next_until(const WallBoard& board) {
    std::optional<Instant> next;
    for (const auto& screen : board.screens)
        for (const auto& pane : screen.panes)
            if (pane.until && (!next || *pane.until < *next))
                next = pane.until;
    return next;
}

} // namespace chengyun
