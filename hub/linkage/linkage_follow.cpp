// LinkageService: what follows from the journal.
#include "core/linkage/linkage_codec.h"
#include "core/order/order_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/config/log.h"
#include "hub/journal/journal.h"
#include "hub/linkage/linkage_service.h"
#include "hub/orders/order_store.h"
#include "hub/store/rows.h"
#include "hub/wall/wall_store.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

/// Looked at in one transaction.
constexpr std::size_t most_followed = 500;

/// After these kinds a screen may show something else than its group, or a locked wall may move.
bool is_about_boards(std::string_view kind) {
    static constexpr std::string_view kinds[] = {
        wall_kinds::changed, wall_kinds::put_up, wall_kinds::taken_down,    wall_kinds::layout,
        wall_kinds::moved,   wall_kinds::undone, wall_kinds::preset_put_up, wall_kinds::unlocked};
    return std::ranges::find(kinds, kind) != std::end(kinds);
}

/// An entry that cannot be read, or whose order cannot, holds up none that come after it.
Result<> left_out(const StoredEntry& entry, const Failure& why) {
    if (why.kind != FailureKind::not_found && why.kind != FailureKind::corrupt)
        return why;
    log(LogLevel::error, "linkage", "an entry is left out",
        {{"seq", entry.seq}, {"why", std::string_view(why.detail)}});
    return {};
}

} // namespace

bool LinkageService::awaits(std::string_view kind) const {
    return follows_.load(std::memory_order_relaxed) &&
           (linkage_event(kind) || ends_order(kind) || is_about_boards(kind));
}

Result<bool> LinkageService::is_idle(Database& db) const {
    auto rules = store_.rules(db);
    if (!rules)
        return rules.error();
    if (std::ranges::any_of(*rules, &LinkageRule::on))
        return false;
    auto links = store_.all(db);
    if (!links)
        return links.error();
    return std::ranges::all_of(*links, [](const WallLinks& w) { return w.screens.empty(); });
}

Result<> LinkageService::begin_to_follow(Transaction& tx) {
    auto idle = is_idle(tx.database());
    if (!idle)
        return idle.error();
    // Nobody has followed what happened meanwhile, and nothing follows from it.
    if (*idle)
        if (auto done = store_.put_cursor(tx.database(), tx.next_seq() - 1); !done)
            return done;
    follows_.store(true, std::memory_order_relaxed);
    return {};
}

Result<bool> LinkageService::follow(Transaction& tx, const JournalKinds& kinds) {
    auto& db = tx.database();
    auto idle = is_idle(db);
    if (!idle)
        return idle;
    if (*idle) {
        follows_.store(false, std::memory_order_relaxed);
        return false;
    }
    auto rules = store_.rules(db);
    if (!rules)
        return rules.error();
    std::erase_if(*rules, [](const LinkageRule& rule) { return !rule.on; });
    auto cursor = store_.cursor(db);
    if (!cursor)
        return cursor.error();
    auto entries = read_journal(db, kinds, *cursor, most_followed);
    if (!entries)
        return entries.error();
    if (entries->empty())
        return false;
    for (const auto& entry : *entries)
        if (awaits(entry->kind))
            if (auto done = take(tx, *entry, *rules); !done)
                return done.error();
    if (auto done = store_.put_cursor(db, entries->back()->seq); !done)
        return done.error();
    return entries->size() == most_followed;
}

Result<> LinkageService::take(Transaction& tx, const StoredEntry& stored,
                              const std::vector<LinkageRule>& rules) {
    auto& db = tx.database();
    auto entry = stored_value<Entry>(stored.json);
    if (!entry)
        return left_out(stored, entry.error());
    if (ends_order(entry->kind))
        return end(tx, entry->subject);
    const auto event = linkage_event(entry->kind);
    if (!event) {
        auto links = store_.links(db, entry->id);
        if (!links)
            return links.error();
        return links->screens.empty() ? Result<>()
                                      : settle_by_itself(tx, entry->id, *links, *links);
    }
    auto order = others_.orders.order(db, entry->subject);
    if (!order)
        return left_out(stored, order.error());
    if (order->closed)
        return {}; // meanwhile
    for (const auto& rule : rules)
        // What happened before the rule was written, or turned on, is not for it.
        if (entry->seq > rule.version)
            if (auto done = apply(tx, rule, *event, *order, entry->time); !done)
                return done;
    return {};
}

Result<> LinkageService::apply(Transaction& tx, const LinkageRule& rule, LinkageEvent event,
                               const Order& order, Instant at) {
    auto& db = tx.database();
    auto wall = others_.wall_store.find(db, rule.wall);
    if (!wall)
        return wall.error();
    if (!*wall || !find_screen(**wall, rule.screen) || !wants(rule, **wall, event, order))
        return {};
    auto link = link_of(rule, order, at);
    if (link.until && *link.until <= tx.now())
        return {};
    auto place = place_of(db, order);
    if (!place)
        return place.error();
    auto screen =
        group(db, **wall, rule.screen, {"order", order.id, link.title, *place}, rule.shows);
    if (!screen)
        return screen.error();
    link.group = std::move(*screen);
    auto before = store_.links(db, rule.wall);
    if (!before)
        return before.error();
    auto after = *before;
    add_link(after, std::move(link));
    return settle_by_itself(tx, rule.wall, *before, std::move(after));
}

Result<> LinkageService::end(Transaction& tx, std::string_view order) {
    auto all = store_.all(tx.database());
    if (!all)
        return all.error();
    for (const auto& before : *all) {
        auto after = before;
        if (end_links(after, order))
            if (auto done = settle_by_itself(tx, before.wall, before, std::move(after)); !done)
                return done;
    }
    return {};
}

} // namespace chengyun::hub
