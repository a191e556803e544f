// LinkageService: what persons put up and give back, and what follows for the board.
#include "hub/linkage/linkage_service.h"

#include "core/account/account_codec.h"
#include "core/id/uuid.h"
#include "core/linkage/entry_kinds.h"
#include "core/order/order_codec.h"
#include "core/resource/resource_codec.h"
#include "core/wall/wall_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/config/log.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/linkage/linkage_kinds.h"
#include "hub/orders/order_service.h"
#include "hub/orders/order_store.h"
#include "hub/resources/resources.h"
#include "hub/store/rows.h"
#include "hub/wall/wall_entries.h"
#include "hub/wall/wall_service.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

/// Cameras are looked for near the place first: in a city nobody needs to read all within reach.
constexpr double reaches_m[] = {500, 1'500, most_reach_m};

const Actor by_itself{"system", "system"};

/// The first of the screens' first links of `before` that `after` does not have: what has gone.
const Link* gone(const WallLinks& before, const WallLinks& after) {
    const auto stays = [&](const Link& link) {
        return std::ranges::any_of(after.screens, [&](const LinkedScreen& screen) {
            return std::ranges::find(screen.links, link.id, &Link::id) != screen.links.end();
        });
    };
    for (const auto& screen : before.screens)
        for (const auto& link : screen.links)
            if (!stays(link))
                return &link;
    return nullptr;
}

/// A link of `after` that `before` does not have.
const Link* came(const WallLinks& before, const WallLinks& after) {
    return gone(after, before);
}

WallService::Notes notes_of(const Link* link) {
    WallService::Notes notes;
    if (!link)
        return notes;
    if (!link->rule.empty())
        notes.emplace_back("rule", link->by_name);
    notes.emplace_back("screen", link->group.screen);
    notes.emplace_back("title", link->title);
    return notes;
}

} // namespace

Result<Wall> LinkageService::seen(Database& db, const Account& account, std::string_view id,
                                  const std::string& screen) const {
    auto wall = others_.walls.seen(db, account, id);
    if (wall && !find_screen(*wall, screen))
        return fail(FailureKind::not_found, "screen", "the wall has no such screen");
    return wall;
}

Result<std::string> LinkageService::links(Database& db, const Account& account,
                                          std::string_view wall) const {
    if (auto known = others_.walls.seen(db, account, wall); !known)
        return known.error();
    auto links = store_.links(db, wall);
    if (!links)
        return links.error();
    return json::write(*links);
}

Result<LinkageService::Seen> LinkageService::seen_by(Database& db, const Account& account) const {
    auto links = store_.all(db);
    if (!links)
        return links.error();
    auto rules = store_.rules(db);
    if (!rules)
        return rules.error();
    Seen seen;
    const auto add = [&](std::string& list, std::string_view wall, const auto& value) {
        if (!others_.walls.seen(db, account, wall))
            return;
        if (!list.empty())
            list += ',';
        json::append(list, value);
    };
    for (const auto& of_wall : *links)
        add(seen.links, of_wall.wall, of_wall);
    for (const auto& rule : *rules)
        add(seen.rules, rule.wall, rule);
    return seen;
}

Result<std::optional<Place>> LinkageService::place_of(Database& db, const Order& order) const {
    if (order.place || order.resource.empty())
        return order.place;
    auto resource = others_.resources.resource_store->get(db, order.resource);
    if (resource)
        return std::optional(resource->place);
    if (resource.error().kind == FailureKind::not_found)
        return std::optional<Place>(); // it has been removed since
    return resource.error();
}

Result<PresetScreen> LinkageService::group(Database& db, const Wall& wall,
                                           const std::string& screen, const GroupSubject& subject,
                                           LinkageShows shows) const {
    std::vector<CameraAround> around;
    if (subject.place && shows == LinkageShows::around)
        for (const auto reach : reaches_m) {
            ResourceQuery query;
            query.layers = {Layer::camera};
            query.box = box_around(*subject.place, reach);
            query.limit = 5000;
            // The wall's machine shows no more than its own area.
            auto page = others_.resources.resource_store->query(db, wall.area, query);
            if (!page)
                return page.error();
            std::vector<Resource> cameras;
            cameras.reserve(page->items.size());
            for (const auto& text : page->items) {
                auto camera = stored_value<Resource>(text);
                if (!camera)
                    return camera.error();
                cameras.push_back(std::move(*camera));
            }
            around = cameras_around(*subject.place, cameras);
            // Whatever lies outside the box is farther than its half side.
            if (around.size() == most_group_cameras && around.back().metres <= reach)
                break;
        }
    return group_screen(screen, subject, shows, around);
}

Result<Answer> LinkageService::put_up(Transaction& tx, const Account& account, std::string_view id,
                                      const PutUpLink& command) {
    auto& db = tx.database();
    if (!may(account.role, Permission::feed_walls))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    if (auto ok = check(command); !ok)
        return ok.error();
    auto wall = seen(db, account, id, command.screen);
    if (!wall)
        return wall.error();
    GroupSubject subject{command.thing, command.about, {}, {}};
    if (command.thing == "order") {
        auto known = others_.orders.in_scope(db, command.about, OrderService::scope_of(account));
        if (!known)
            return known.error();
        if (!*known)
            return fail(FailureKind::not_found, "about", "no such order");
        auto order = others_.orders.order(db, command.about);
        if (!order)
            return order.error();
        if (order->closed)
            return fail(FailureKind::wrong_state, "about", "the order is over");
        auto place = place_of(db, *order);
        if (!place)
            return place.error();
        subject.title = title_of(*order);
        subject.place = *place;
    } else {
        if (auto known = others_.resources.reach.resource(db, account, command.about, "about");
            !known)
            return known.error();
        auto resource = others_.resources.resource_store->get(db, command.about);
        if (!resource)
            return resource.error();
        subject.title = resource->name;
        subject.place = resource->place;
    }
    auto board = others_.wall_store.board(db, id);
    if (!board)
        return board.error();
    if (board->locked)
        return fail(FailureKind::wrong_state, "locked", "somebody has locked this wall");
    auto screen = group(db, *wall, command.screen, subject, LinkageShows::around);
    if (!screen)
        return screen.error();
    const auto actor = actor_of(account);
    Link link{new_id(tx.now()),  command.thing, command.about,    subject.title, {},
              actor.id,          actor.name,    persons_priority, tx.now(),      {},
              std::move(*screen)};
    if (command.minutes > 0)
        link.until = tx.now() + std::chrono::minutes(command.minutes);
    if (auto done = begin_to_follow(tx); !done)
        return done.error();
    // A screen that a person has taken over since is settled first: the group is for what stands
    // there now.
    if (auto done = add_to(tx, actor, *wall, {}); !done)
        return done.error();
    return add_to(tx, actor, *wall, std::move(link));
}

Result<Answer> LinkageService::add_to(Transaction& tx, const Actor& by, const Wall& wall,
                                      std::optional<Link> link) {
    auto before = store_.links(tx.database(), wall.id);
    if (!before)
        return before.error();
    auto after = *before;
    if (link)
        add_link(after, std::move(*link));
    return settle(tx, by, wall, *before, std::move(after));
}

Result<Answer> LinkageService::give_back(Transaction& tx, const Account& account,
                                         std::string_view id, const GiveBack& command) {
    auto& db = tx.database();
    if (!may(account.role, Permission::feed_walls))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    auto wall = seen(db, account, id, command.screen);
    if (!wall)
        return wall.error();
    auto board = others_.wall_store.board(db, id);
    if (!board)
        return board.error();
    if (board->locked)
        return fail(FailureKind::wrong_state, "locked", "somebody has locked this wall");
    auto before = store_.links(db, id);
    if (!before)
        return before.error();
    auto after = *before;
    if (!chengyun::give_back(after, command.screen))
        return fail(FailureKind::not_found, "screen", "nothing is linked there");
    return settle(tx, actor_of(account), *wall, *before, std::move(after));
}

Result<Answer> LinkageService::settle(Transaction& tx, const Actor& by, const Wall& wall,
                                      const WallLinks& before, WallLinks after) {
    auto& db = tx.database();
    auto board = others_.wall_store.board(db, wall.id);
    if (!board)
        return board.error();
    auto settled = chengyun::settle(wall, *board, std::move(after), tx.now());
    if (!settled.moved && settled.links == before)
        return Answer{};
    if (settled.moved && json::write(settled.board).size() > largest_board_bytes)
        return fail(FailureKind::too_large, {}, "more than a wall can hold");
    settled.links.version = tx.next_seq();
    const auto json = json::write(settled.links);
    if (auto done = store_.put(db, settled.links, json); !done)
        return done.error();
    if (auto done = arm(db, settled.links); !done)
        return done.error();
    ChangeText also;
    also.add<WallLinks>(json);
    if (settled.moved) {
        const auto* link = settled.shown ? &*settled.shown : gone(before, settled.links);
        return others_.walls.show(tx, by, wall, *board, std::move(settled.board),
                                  settled.shown ? entry_kind::linkage_shown
                                                : entry_kind::linkage_back,
                                  notes_of(link), also);
    }
    const auto* waits = came(before, settled.links);
    WallEntries entries(tx, by);
    entries.hold(also);
    for (const auto& [key, value] : notes_of(waits ? waits : gone(before, settled.links)))
        entries.note(key, value);
    entries.note("wall", wall.name);
    if (auto done = entries.append(waits ? entry_kind::linkage_waits : entry_kind::linkage_ended,
                                   links_entity, wall.id, wall.id, audience_of(wall));
        !done)
        return done.error();
    return entries.done();
}

Result<> LinkageService::settle_by_itself(Transaction& tx, std::string_view id,
                                          const WallLinks& before, WallLinks after) {
    auto wall = others_.wall_store.find(tx.database(), id);
    if (!wall)
        return wall.error();
    if (!*wall)
        return {};
    auto done = settle(tx, by_itself, **wall, before, std::move(after));
    if (done)
        return {};
    if (done.error().kind != FailureKind::too_large)
        return done.error();
    log(LogLevel::warning, "linkage", "a wall is too full for a group", {{"wall", id}});
    return {};
}

Result<> LinkageService::arm(Database& db, const WallLinks& links) {
    std::vector<Deadline> next;
    if (const auto at = next_link_end(links))
        next.push_back({links.wall, linkage_deadlines.first, *at, 0, *at});
    return others_.deadlines.set(db, links.wall, linkage_deadlines, next);
}

DeadlineHandler LinkageService::deadline_handler() {
    return {"linkage", linkage_deadlines,
            [this](Transaction& tx, const Deadline& deadline) -> Result<> {
                auto links = store_.links(tx.database(), deadline.subject);
                if (!links)
                    return links.error();
                return settle_by_itself(tx, deadline.subject, *links, *links);
            },
            [](Transaction& tx, const Deadline& deadline, const Failure& why) -> Result<> {
                CommandEntries entries(tx, {"timer", "timer"});
                entries.note("due", std::to_string(ms_of(deadline.due)));
                entries.note("why", json::name_of(why.kind));
                return entries.append("timer.failed", links_entity, deadline.subject,
                                      deadline.subject);
            }};
}

} // namespace chengyun::hub
