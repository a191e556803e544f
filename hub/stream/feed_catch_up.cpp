// Feed: what a seat has missed, from memory or from the journal, until it is live.
#include "hub/config/guard.h"
#include "hub/journal/entry_text.h"
#include "hub/store/database.h"
#include "hub/stream/feed_impl.h"

#include <algorithm>

namespace chengyun::hub {
namespace {

constexpr std::size_t chunk_entries = 500;

} // namespace

void Feed::Impl::joined(State fresh, std::int64_t journal_head) {
    auto* key = fresh.seat.get();
    auto& state = seats.insert_or_assign(key, std::move(fresh)).first->second;
    // A seat that is ahead of the journal knew another one: this was restored from a backup.
    if (state.at.seq > journal_head || flushed.seq - state.at.seq > config.catch_up_entries) {
        reload(state);
        seats.erase(key);
        return;
    }
    advance(key);
}

void Feed::Impl::advance(FeedSeat* key) {
    const auto it = seats.find(key);
    if (it == seats.end())
        return;
    auto& state = it->second;
    if (state.live || state.reading || window_full(state))
        return; // until it has read
    // It came with a snapshot that is newer than the last flush; the next one comes back to it.
    if (state.at.seq > flushed.seq)
        return;
    const auto oldest = recent.empty() ? flushed.seq + 1 : recent.front()->seq;
    if (state.at.seq + 1 >= oldest) {
        if (!agree(state, remembered_hash(state.at.seq)))
            return;
        const auto sent = send_own(state, recent, flushed);
        if (sent == Sent::reloaded)
            seats.erase(it);
        if (sent != Sent::all)
            return;
        state.live = true;
        // Where it stands, also when there was nothing for it: the first frame says so.
        if (state.at.seq < flushed.seq || state.sent == 0)
            send_frame(state, {}, flushed);
        return;
    }
    state.reading = true;
    read([this, key, seat = std::weak_ptr(state.seat), after = state.at.seq] {
        auto chunk = std::make_shared<Result<std::vector<StoredEntryPtr>>>(
            guarded("stream", [&] { return read_chunk(after); }));
        post([this, key, seat, chunk] {
            const auto found = seats.find(key);
            if (found != seats.end() && found->second.seat == seat.lock())
                got(found->second, *chunk);
        });
    });
}

bool Feed::Impl::window_full(const State& state) const {
    return state.sent - state.marked > catch_up_window;
}

template <class Entries>
Feed::Impl::Sent Feed::Impl::send_own(State& state, const Entries& entries,
                                      const JournalPosition& head) {
    std::string text;
    const StoredEntry* last = nullptr;
    for (const auto& entry : entries) {
        if (entry->seq <= state.at.seq || entry->seq > head.seq)
            continue;
        if (!may_see(state.account, *entry))
            continue;
        if (entry->rule.reload) {
            reload(state);
            return Sent::reloaded;
        }
        if (!text.empty() &&
            static_cast<std::int64_t>(text.size() + entry->json.size()) > frame_bytes) {
            send_frame(state, text, position_of(*last));
            text.clear();
            if (window_full(state))
                return Sent::part;
        }
        if (!text.empty())
            text += ',';
        text += entry->json;
        last = entry.get();
    }
    if (!text.empty())
        send_frame(state, text, head);
    return Sent::all;
}

std::string_view Feed::Impl::remembered_hash(std::int64_t seq) const {
    if (seq == flushed.seq)
        return flushed.hash;
    const auto first = recent.front()->seq;
    return seq < first ? chain_links(recent.front()->json).previous
                       : chain_links(recent[static_cast<std::size_t>(seq - first)]->json).hash;
}

bool Feed::Impl::agree(State& state, std::string_view hash) {
    if (state.agrees || state.at.hash.empty() || state.at.hash == hash) {
        state.agrees = true;
        return true;
    }
    reload(state);
    seats.erase(state.seat.get());
    return false;
}

Result<std::vector<StoredEntryPtr>> Feed::Impl::read_chunk(std::int64_t after) {
    auto db = readers.get();
    if (!db)
        return db.error();
    return read_journal(**db, kinds, after, chunk_entries);
}

void Feed::Impl::got(State& state, const Result<std::vector<StoredEntryPtr>>& chunk) {
    auto* key = state.seat.get();
    state.reading = false;
    if (!chunk || chunk->empty()) {
        // Without the journal nothing true can be said; the seat tries again.
        end(state, Ending::going_away);
        seats.erase(key);
        return;
    }
    if (!agree(state, chain_links(chunk->front()->json).previous))
        return;
    // The journal may be ahead of what has been flushed; live frames begin right after.
    const auto last = std::ranges::upper_bound(*chunk, flushed.seq, {}, &StoredEntry::seq);
    const auto head = position_of(**std::prev(last));
    const auto sent = send_own(state, *chunk, head);
    if (sent == Sent::reloaded) {
        seats.erase(key);
        return;
    }
    if (sent == Sent::all && state.at.seq < head.seq)
        send_frame(state, {}, head); // nothing in the chunk was for it
    advance(key);
}

} // namespace chengyun::hub
