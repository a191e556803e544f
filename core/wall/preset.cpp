#include "core/wall/preset.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <set>

namespace chengyun {

namespace {

bool is_key(std::string_view key) {
    return key.size() == 1 &&
           ((key[0] >= 'a' && key[0] <= 'z') || (key[0] >= '0' && key[0] <= '9'));
}

Result<> check_screen(const PresetScreen& screen, const std::string& field) {
    const bool is_free = screen.layout == free_layout;
    if (auto ok = check_text(screen.screen, field + ".screen", limits::name, true); !ok)
        return ok;
    if (!is_layout(screen.layout) || (screen.screen == whole_wall && !is_free))
        return fail(FailureKind::invalid_field, field + ".layout", "no such layout");
    if (!is_free && !screen.boxes.empty())
        return fail(FailureKind::invalid_field, field + ".boxes", "the layout has its own");
    if (auto ok = check_boxes(screen.boxes); !ok)
        return fail(ok.error().kind, field + "." + ok.error().field, ok.error().detail);
    const auto cells = std::int64_t(is_free ? screen.boxes.size() : cells_of(screen.layout).size());
    std::int64_t last = -1;
    for (std::size_t i = 0; i < screen.panes.size(); ++i) {
        const auto& pane = screen.panes[i];
        const auto name = field + ".panes[" + std::to_string(i) + "]";
        if (pane.cell <= last || pane.cell >= cells)
            return fail(FailureKind::invalid_field, name + ".cell",
                        "no such cell, or not in their order");
        last = pane.cell;
        if (auto ok = check(pane.content); !ok)
            return fail(ok.error().kind, name + ".content." + ok.error().field, ok.error().detail);
    }
    return {};
}

} // namespace

Result<> check(const WallPreset& preset) {
    if (auto ok = first_failure(check_new_id(preset.id, "id"), check_new_id(preset.wall, "wall"),
                                check_text(preset.name, "name", limits::name, true));
        !ok)
        return ok;
    if (!preset.key.empty() && !is_key(preset.key))
        return fail(FailureKind::invalid_field, "key", "expected a lower-case letter or digit");
    if (!preset.mode.empty() && preset.mode != "peace" && preset.mode != "emergency")
        return fail(FailureKind::invalid_field, "mode", "expected peace or emergency");
    if (preset.screens.empty())
        return fail(FailureKind::missing_field, "screens", "at least one");
    if (preset.screens.size() > most_wall_screens + 1) // and whole_wall
        return fail(FailureKind::too_many, "screens", "more than a wall has");
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < preset.screens.size(); ++i) {
        const auto field = "screens[" + std::to_string(i) + "]";
        if (auto ok = check_screen(preset.screens[i], field); !ok)
            return ok;
        if (!seen.insert(preset.screens[i].screen).second)
            return fail(FailureKind::invalid_field, field + ".screen", "listed already");
    }
    return {};
}

std::vector<PresetScreen> preset_screens(const WallBoard& board) {
    std::vector<PresetScreen> screens;
    for (const auto& from : board.screens) {
        PresetScreen screen{from.screen, from.layout, from.boxes, {}};
        for (const auto& pane : from.panes) {
            if (!pane.until)
                screen.panes.push_back({pane.cell, pane.content});
            else if (pane.before)
                screen.panes.push_back({pane.cell, pane.before->content});
        }
        screens.push_back(std::move(screen));
    }
    return screens;
}

} // namespace chengyun
