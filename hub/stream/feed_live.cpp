// Feed: what live seats are sent as it is committed, and which are dropped because they do not
// read.
#include "hub/journal/entry_text.h"
#include "hub/stream/feed_impl.h"
#include "hub/stream/frames.h"

#include <algorithm>
#include <map>

namespace chengyun::hub {
namespace {

using std::chrono::milliseconds;

/// Newest entries kept in memory, so that a seat whose link hiccupped costs no query.
constexpr std::size_t recent_limit = 4096;
/// Seats that see nothing for long still learn how far the journal is.
constexpr auto heartbeat = std::chrono::seconds(10);

} // namespace

JournalPosition position_of(const StoredEntry& entry) {
    return {entry.seq, std::string(chain_links(entry.json).hash)};
}

void Feed::Impl::send(State& state, Frame frame) {
    state.sent += static_cast<std::int64_t>(frame->size());
    state.told_at = SteadyClock::now();
    Delivery delivery{state.seat, std::move(frame), {}, {}};
    if (state.sent - state.marker >= marker_every)
        delivery.marker = new_marker(state);
    outgoing[state.lane].push_back(std::move(delivery));
    ++frames;
}

void Feed::Impl::send_frame(State& state, std::string_view entries, const JournalPosition& head) {
    send(state, std::make_shared<const std::string>(entries_frame(state.at.seq, head, entries)));
    state.at = head;
}

std::int64_t Feed::Impl::new_marker(State& state) {
    const auto now = SteadyClock::now();
    if (state.marker == state.marked)
        state.marker_at = now;
    state.quiet_since = now;
    state.marker = state.sent;
    return state.marker;
}

void Feed::Impl::end(State& state, Ending why) {
    if (why == Ending::slow)
        ++dropped;
    outgoing[state.lane].push_back({state.seat, {}, {}, why});
}

void Feed::Impl::reload(State& state) {
    ++reloads;
    outgoing[state.lane].push_back({state.seat,
                                    std::make_shared<const std::string>(reload_frame(flushed)),
                                    {},
                                    Ending::reload});
}

void Feed::Impl::flush(std::vector<StoredEntryPtr>& entries) {
    last_flush = SteadyClock::now();
    std::erase_if(entries, [this](const auto& entry) { return entry->seq <= flushed.seq; });
    if (entries.empty())
        return;
    const auto head = position_of(*entries.back());
    if (entries.front()->seq != flushed.seq + 1)
        return skip_to(head);
    struct View {
        std::string entries;
        bool reload = false;     ///< once the seats have this
        std::int64_t after = -1; ///< of the shared frame
        Frame shared;
    };
    std::map<ViewKey, View> views;
    std::vector<FeedSeat*> gone, behind;
    for (auto& [key, state] : seats) {
        if (!state.live) {
            if (state.at.seq > flushed.seq)
                behind.push_back(key); // it waits for this
            continue;
        }
        auto [it, fresh] = views.try_emplace(state.view);
        auto& view = it->second;
        if (fresh)
            for (const auto& entry : entries)
                if (may_see(state.account, *entry)) {
                    if (!view.entries.empty())
                        view.entries += ',';
                    view.entries += entry->json;
                    view.reload |= entry->rule.reload;
                }
        if (view.entries.empty())
            continue;
        if (static_cast<std::int64_t>(view.entries.size()) > config.backlog_bytes / 2) {
            // One frame of this would get every seat dropped, however well it reads.
            behind.push_back(key);
            continue;
        }
        if (view.after != state.at.seq) {
            view.after = state.at.seq;
            view.shared = std::make_shared<const std::string>(
                entries_frame(state.at.seq, head, view.entries));
        }
        send(state, view.shared);
        state.at = head;
        if (view.reload) {
            reload(state);
            gone.push_back(key);
        }
    }
    for (auto* key : gone)
        seats.erase(key);
    flushed = head;
    recent.insert(recent.end(), entries.begin(), entries.end());
    if (recent.size() > recent_limit)
        recent.erase(recent.begin(), recent.end() - static_cast<std::ptrdiff_t>(recent_limit));
    for (auto* key : behind) {
        seats.at(key).live = false;
        advance(key);
    }
}

void Feed::Impl::skip_to(const JournalPosition& head) {
    recent.clear();
    flushed = head;
    std::vector<FeedSeat*> behind;
    for (auto& [key, state] : seats)
        if (state.live) {
            state.live = false;
            behind.push_back(key);
        }
    for (auto* key : behind)
        advance(key);
}

void Feed::Impl::tend() {
    const auto now = SteadyClock::now();
    if (now - last_tended < milliseconds(250))
        return;
    last_tended = now;
    const auto ping_every = std::chrono::seconds(config.ping_seconds);
    std::vector<FeedSeat*> gone;
    for (auto& [key, state] : seats) {
        const bool unread = state.marker > state.marked;
        if (state.sent - state.marked > config.backlog_bytes ||
            (unread && now - state.marker_at > 3 * ping_every)) {
            end(state, Ending::slow);
            gone.push_back(key);
            continue;
        }
        if (state.live && state.at.seq < flushed.seq && now - state.told_at > heartbeat)
            send_frame(state, {}, flushed);
        if (!unread && now - state.quiet_since > ping_every) {
            // A marker needs a place of its own: count the ping itself.
            ++state.sent;
            outgoing[state.lane].push_back({state.seat, {}, new_marker(state), {}});
        }
    }
    for (auto* key : gone)
        seats.erase(key);
}

} // namespace chengyun::hub
