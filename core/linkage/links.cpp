#include "core/linkage/links.h"

#include "core/text/limits.h"

#include <algorithm>

namespace chengyun {

namespace {

/// Which of two is shown.
bool comes_first(const Link& a, const Link& b) {
    if (a.priority != b.priority)
        return a.priority > b.priority;
    if (a.since != b.since)
        return a.rule.empty() ? a.since > b.since : a.since < b.since;
    return a.id < b.id;
}

LinkedScreen& screen_of(WallLinks& links, const std::string& name) {
    const auto found = std::ranges::find(links.screens, name, &LinkedScreen::screen);
    if (found != links.screens.end())
        return *found;
    links.screens.push_back({name, {}, {}, {}});
    return links.screens.back();
}

ScreenBoard* board_of(WallBoard& board, std::string_view name) {
    const auto found = std::ranges::find(board.screens, name, &ScreenBoard::screen);
    return found == board.screens.end() ? nullptr : &*found;
}

/// Is the screen still that of the group? A pane that somebody has put in another's place does not
/// make it theirs; another layout does.
bool is_groups(const ScreenBoard& screen, const PresetScreen& group) {
    return screen.layout == group.layout && screen.boxes == group.boxes &&
           std::ranges::any_of(group.panes, [&](const PresetPane& pane) {
               const auto* shown = find_pane(screen, pane.cell);
               return shown && shown->content == pane.content;
           });
}

void put_group(ScreenBoard& screen, const Link& link, Instant now) {
    screen.layout = link.group.layout;
    screen.boxes = link.group.boxes;
    screen.panes.clear();
    for (const auto& from : link.group.panes) {
        Pane pane;
        pane.cell = from.cell;
        pane.content = from.content;
        pane.by = link.by;
        pane.by_name = link.by_name;
        pane.at = now;
        screen.panes.push_back(std::move(pane));
    }
}

/// Screens with nothing linked and nothing to go back are not kept.
void tidy(WallLinks& links) {
    std::erase_if(links.screens,
                  [](const LinkedScreen& s) { return s.links.empty() && !s.stands; });
}

/// Whether the screen moved.
bool settle_screen(ScreenBoard& screen, LinkedScreen& linked, Instant now) {
    if (linked.stands && !is_groups(screen, *linked.stands)) {
        linked = {linked.screen, {}, {}, {}};
        return false;
    }
    if (linked.links.empty()) {
        if (!linked.stands)
            return false;
        screen = std::move(*linked.before);
        linked.stands.reset();
        linked.before.reset();
        return true;
    }
    const auto& first = linked.links.front();
    if (linked.stands && *linked.stands == first.group)
        return false;
    if (!linked.stands)
        linked.before = screen;
    linked.stands = first.group;
    put_group(screen, first, now);
    return true;
}

} // namespace

Result<> check(const PutUpLink& command) {
    if (auto ok = first_failure(check_text(command.screen, "screen", limits::name, true),
                                check_id(command.about, "about"),
                                check_range(command.minutes, "minutes", 0, longest_put_up_minutes));
        !ok)
        return ok;
    if (command.screen == whole_wall)
        return fail(FailureKind::invalid_field, "screen", "one screen of the wall");
    if (command.thing != "order" && command.thing != "resource")
        return fail(FailureKind::invalid_field, "thing", "expected order or resource");
    return {};
}

const LinkedScreen* find_linked(const WallLinks& links, std::string_view screen) {
    const auto found = std::ranges::find(links.screens, screen, &LinkedScreen::screen);
    return found == links.screens.end() ? nullptr : &*found;
}

void add_link(WallLinks& links, Link link) {
    auto& list = screen_of(links, link.group.screen).links;
    const auto same = std::ranges::find_if(list, [&](const Link& other) {
        return other.thing == link.thing && other.about == link.about;
    });
    if (same != list.end()) {
        auto until = same->until;
        if (!link.until || !until || *link.until > *until)
            until = link.until && until ? link.until : std::nullopt;
        if (same->priority > link.priority)
            link = std::move(*same);
        else if (!link.rule.empty())
            link.since = same->since; // a person's comes up anew, over what others have put up
        link.until = until;
        list.erase(same);
    }
    list.insert(std::ranges::upper_bound(list, link, comes_first), std::move(link));
    if (list.size() > most_links)
        list.pop_back();
}

bool end_links(WallLinks& links, std::string_view about) {
    std::size_t gone = 0;
    for (auto& screen : links.screens)
        gone += std::erase_if(screen.links, [&](const Link& link) { return link.about == about; });
    tidy(links);
    return gone > 0;
}

bool give_back(WallLinks& links, std::string_view screen) {
    const auto found = std::ranges::find(links.screens, screen, &LinkedScreen::screen);
    if (found == links.screens.end())
        return false;
    found->links.clear();
    tidy(links);
    return true;
}

void expire_links(WallLinks& links, Instant now) {
    for (auto& screen : links.screens)
        std::erase_if(screen.links,
                      [&](const Link& link) { return link.until && *link.until <= now; });
    tidy(links);
}

std::optional<Instant> next_link_end(const WallLinks& links) {
    std::optional<Instant> next;
    for (const auto& screen : links.screens)
        for (const auto& link : screen.links)
            if (link.until && (!next || *link.until < *next))
                next = link.until;
    return next;
}

Settled settle(const Wall& wall, WallBoard board, WallLinks links, Instant now) {
    expire_links(links, now);
    std::erase_if(links.screens,
                  [&](const LinkedScreen& s) { return !find_screen(wall, s.screen); });
    Settled settled;
    board = fitted(wall, std::move(board));
    if (!board.locked)
        for (auto& linked : links.screens) {
            auto* screen = board_of(board, linked.screen);
            if (!screen || !settle_screen(*screen, linked, now))
                continue;
            settled.moved = true;
            if (!linked.links.empty())
                settled.shown = linked.links.front();
        }
    if (settled.moved) {
        board.preset.clear();
        // What was put up for some minutes before the group may have run out meanwhile.
        if (auto after = time_over(board, now))
            board = std::move(*after);
    }
    tidy(links);
    settled.board = std::move(board);
    settled.links = std::move(links);
    return settled;
}

} // namespace chengyun
