#include "hub/stream/feed.h"

#include "core/wire/version.h"
#include "hub/config/guard.h"
#include "hub/journal/entry_text.h"
#include "hub/store/database.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <tuple>
#include <unordered_map>

namespace chengyun::hub {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Newest entries kept in memory, so that a seat whose link hiccupped costs no query.
constexpr std::size_t recent_limit = 4096;
constexpr std::size_t chunk_entries = 500;
/// A seat catching up gets nothing further while this much is unread; never so much that it would
/// be dropped for it.
constexpr std::int64_t largest_window = 1 << 20;
/// Seats that see nothing for long still learn how far the journal is.
constexpr auto heartbeat = std::chrono::seconds(10);

/// Accounts that may see the same entries: everything may_see looks at.
using ViewKey = std::tuple<Role, std::string, std::string>;

std::string frame_text(std::int64_t after, const JournalPosition& head, std::string_view entries) {
    std::string out;
    out.reserve(entries.size() + 160);
    out += "{\"t\":\"entries\",\"wire\":\"";
    out += wire_version;
    out += "\",\"after\":";
    out += std::to_string(after);
    out += ",\"head\":";
    out += std::to_string(head.seq);
    out += ",\"hash\":\"";
    out += head.hash;
    out += "\",\"entries\":[";
    out += entries;
    out += "]}";
    return out;
}

/// The position that is reached with this entry.
JournalPosition position_of(const StoredEntry& entry) {
    return {entry.seq, std::string(chain_links(entry.json).hash)};
}

} // namespace

struct Feed::Impl {
    struct State {
        FeedSeatPtr seat;
        std::size_t lane = 0;
        Account account;
        std::string session;
        ViewKey view;
        bool live = false;
        bool reading = false; ///< a chunk for it is being read
        bool agrees = false;  ///< its position has been found in this journal
        JournalPosition at;   ///< up to there it has everything
        std::int64_t sent = 0, marked = 0, marker = 0; ///< bytes, cumulative
        SteadyClock::time_point marker_at{};   ///< when the oldest unanswered marker went out
        SteadyClock::time_point quiet_since{}; ///< no marker since
        SteadyClock::time_point told_at{};     ///< when the last frame went out
    };

    struct Delivery {
        FeedSeatPtr seat;
        Frame frame;                        ///< or none
        std::optional<std::int64_t> marker; ///< after the frame
        std::optional<Ending> ending;
    };

    Impl(Readers& r, const JournalKinds& k, const StreamConfig& c, JournalPosition head,
         std::vector<Lane> l)
        : readers(r), kinds(k), config(c),
          catch_up_window(std::min(largest_window, c.backlog_bytes / 4)),
          frame_bytes(catch_up_window / 4), marker_every(catch_up_window / 16), lanes(std::move(l)),
          outgoing(lanes.size()), flushed(std::move(head)) {}

    Readers& readers;
    const JournalKinds& kinds;
    const StreamConfig config;
    const std::int64_t catch_up_window;
    const std::int64_t frame_bytes;  ///< of a frame for catching up; a single entry may be longer
    const std::int64_t marker_every; ///< bytes after which a marker is sent
    std::vector<Lane> lanes;

    // Shared between threads.
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::vector<StoredEntryPtr> arrived;
    std::deque<std::function<void()>> jobs; ///< for the feed's thread
    bool stopping = false;
    std::mutex read_mutex;
    std::condition_variable read_wake;
    std::deque<std::function<void()>> reads; ///< for the reading thread
    bool read_stopping = false;
    std::atomic<std::int64_t> seats_figure{0}, flushed_figure{0}, frames{0}, dropped{0}, reloads{0};

    // The feed's thread only.
    std::unordered_map<FeedSeat*, State> seats;
    std::deque<StoredEntryPtr> recent;           ///< without a gap, up to `flushed`
    std::vector<std::vector<Delivery>> outgoing; ///< by lane, of the present round
    JournalPosition flushed;
    SteadyClock::time_point last_flush{}, last_tended{};

    std::thread thread, reader;

    void post(std::function<void()> job) {
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return;
            jobs.push_back(std::move(job));
        }
        wake.notify_one();
    }

    /// Few seats: at once. Many: a little apart, so that a burst of commits becomes one frame.
    [[nodiscard]] milliseconds pace() const {
        return milliseconds(std::min<std::size_t>(seats.size() / 100, 25));
    }

    void run() {
        for (;;) {
            std::vector<StoredEntryPtr> entries;
            std::deque<std::function<void()>> work;
            bool over = false;
            {
                std::unique_lock lock(mutex);
                const auto due = last_flush + pace();
                const auto ready = [&] {
                    return stopping || !jobs.empty() ||
                           (!arrived.empty() && SteadyClock::now() >= due);
                };
                if (!ready()) {
                    // Entries that came too soon after the last flush wait until it is due.
                    const auto until =
                        arrived.empty() ? SteadyClock::now() + std::chrono::seconds(1) : due;
                    wake.wait_until(lock, until);
                    if (!ready() && SteadyClock::now() < until)
                        continue;
                }
                work.swap(jobs);
                if (SteadyClock::now() >= due || stopping)
                    entries.swap(arrived);
                over = stopping;
            }
            const auto newest = entries.empty() ? StoredEntryPtr() : entries.back();
            const bool sound = guarded_job("stream", [&] {
                for (auto& job : work)
                    job();
                if (!entries.empty())
                    flush(entries);
                tend();
                if (over)
                    end_all();
                hand_over();
            });
            if (!sound)
                start_over(newest);
            if (over)
                return;
        }
    }

    void end_all() {
        for (auto& [key, state] : seats)
            outgoing[state.lane].push_back({state.seat, {}, {}, Ending::going_away});
        seats.clear();
    }

    /// Something threw in the middle of a round: what each seat has is not known any more. They
    /// come again, each with its own position, and are given the rest from the journal.
    void start_over(const StoredEntryPtr& newest) {
        for (auto& lane : outgoing)
            lane.clear();
        recent.clear();
        guarded_job("stream", [&] {
            if (newest && newest->seq > flushed.seq)
                flushed = position_of(*newest);
            end_all();
            hand_over();
        });
        seats.clear();
    }

    void hand_over() {
        for (std::size_t lane = 0; lane < outgoing.size(); ++lane) {
            if (outgoing[lane].empty())
                continue;
            lanes[lane]([deliveries = std::move(outgoing[lane])] {
                for (const auto& d : deliveries) {
                    if (d.frame)
                        d.seat->send(d.frame);
                    if (d.marker)
                        d.seat->mark(*d.marker);
                    if (d.ending)
                        d.seat->end(*d.ending);
                }
            });
            outgoing[lane].clear();
        }
        seats_figure = static_cast<std::int64_t>(seats.size());
        flushed_figure = flushed.seq;
    }

    void send(State& state, Frame frame) {
        state.sent += static_cast<std::int64_t>(frame->size());
        state.told_at = SteadyClock::now();
        Delivery delivery{state.seat, std::move(frame), {}, {}};
        if (state.sent - state.marker >= marker_every)
            delivery.marker = new_marker(state);
        outgoing[state.lane].push_back(std::move(delivery));
        ++frames;
    }

    std::int64_t new_marker(State& state) {
        const auto now = SteadyClock::now();
        if (state.marker == state.marked)
            state.marker_at = now;
        state.quiet_since = now;
        state.marker = state.sent;
        return state.marker;
    }

    void end(State& state, Ending why) {
        if (why == Ending::slow)
            ++dropped;
        outgoing[state.lane].push_back({state.seat, {}, {}, why});
    }

    void reload(State& state) {
        ++reloads;
        auto text = "{\"t\":\"reload\",\"head\":" + std::to_string(flushed.seq) + ",\"hash\":\"" +
                    flushed.hash + "\"}";
        outgoing[state.lane].push_back(
            {state.seat, std::make_shared<const std::string>(std::move(text)), {}, Ending::reload});
    }

    /// Live seats get what has been committed since the last time.
    void flush(std::vector<StoredEntryPtr>& entries) {
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
                    frame_text(state.at.seq, head, view.entries));
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

    /// Some entries did not get here: everybody reads from the journal what is missing.
    void skip_to(const JournalPosition& head) {
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

    [[nodiscard]] bool window_full(const State& state) const {
        return state.sent - state.marked > catch_up_window;
    }

    void send_frame(State& state, std::string_view entries, const JournalPosition& head) {
        send(state, std::make_shared<const std::string>(frame_text(state.at.seq, head, entries)));
        state.at = head;
    }

    enum class Sent {
        all,
        part,    ///< the rest when it has read
        reloaded ///< it has been told to
    };
    /// Frames for one seat: those of the entries after its position that it may see, until its
    /// window is full.
    Sent send_own(State& state, const auto& entries, const JournalPosition& head) {
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

    void joined(State fresh, std::int64_t journal_head) {
        auto* key = fresh.seat.get();
        auto& state = seats.insert_or_assign(key, std::move(fresh)).first->second;
        // Who is ahead of the journal knew another one: this was restored from a backup.
        if (state.at.seq > journal_head || flushed.seq - state.at.seq > config.catch_up_entries) {
            reload(state);
            seats.erase(key);
            return;
        }
        advance(key);
    }

    /// Brings a seat nearer to live: at once from memory, else by reading one chunk.
    void advance(FeedSeat* key) {
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

    /// The hash of an entry that `recent` has or follows on; also of `flushed` when there is none.
    [[nodiscard]] std::string_view remembered_hash(std::int64_t seq) const {
        if (seq == flushed.seq)
            return flushed.hash;
        const auto first = recent.front()->seq;
        return seq < first ? chain_links(recent.front()->json).previous
                           : chain_links(recent[static_cast<std::size_t>(seq - first)]->json).hash;
    }

    /// Is this the journal the seat knows? `hash` is what stands in it at the seat's position. A
    /// seat that knows another one is told to reload, and is gone.
    [[nodiscard]] bool agree(State& state, std::string_view hash) {
        if (state.agrees || state.at.hash.empty() || state.at.hash == hash) {
            state.agrees = true;
            return true;
        }
        reload(state);
        seats.erase(state.seat.get());
        return false;
    }

    Result<std::vector<StoredEntryPtr>> read_chunk(std::int64_t after) {
        auto db = readers.get();
        if (!db)
            return db.error();
        return read_journal(**db, kinds, after, chunk_entries);
    }

    void got(State& state, const Result<std::vector<StoredEntryPtr>>& chunk) {
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

    void read(std::function<void()> job) {
        {
            const std::lock_guard lock(read_mutex);
            reads.push_back(std::move(job));
        }
        read_wake.notify_one();
    }

    void run_reads() {
        for (;;) {
            std::function<void()> job;
            {
                std::unique_lock lock(read_mutex);
                read_wake.wait(lock, [&] { return read_stopping || !reads.empty(); });
                if (read_stopping)
                    return;
                job = std::move(reads.front());
                reads.pop_front();
            }
            guarded_job("stream", job);
        }
    }

    /// Once a second or so: drop who does not read, ping who is silent.
    void tend() {
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
};

Feed::Feed(Readers& readers, const JournalKinds& kinds, const StreamConfig& config,
           JournalPosition head, std::vector<Lane> lanes)
    : impl_(std::make_unique<Impl>(readers, kinds, config, std::move(head), std::move(lanes))) {
    impl_->flushed_figure = impl_->flushed.seq;
    impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
    impl_->reader = std::thread([impl = impl_.get()] { impl->run_reads(); });
}

Feed::~Feed() {
    stop();
}

void Feed::begin(JournalPosition head) {
    impl_->post([impl = impl_.get(), head = std::move(head)] {
        if (head.seq <= impl->flushed.seq)
            return;
        impl->flushed = head;
        impl->recent.clear(); // what it has does not reach up to there
    });
}

void Feed::committed(const std::vector<StoredEntryPtr>& entries) {
    if (entries.empty())
        return;
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->stopping)
            return;
        impl_->arrived.insert(impl_->arrived.end(), entries.begin(), entries.end());
    }
    impl_->wake.notify_one();
}

void Feed::join(FeedSeatPtr seat, std::size_t lane, Account account, std::string session,
                JournalPosition from, std::int64_t head) {
    Impl::State state;
    state.seat = std::move(seat);
    state.lane = lane;
    state.view = {account.role, account.area, account.unit};
    state.account = std::move(account);
    state.session = std::move(session);
    state.at = std::move(from);
    state.quiet_since = SteadyClock::now();
    impl_->post([impl = impl_.get(), head, state = std::move(state)]() mutable {
        impl->joined(std::move(state), head);
    });
}

void Feed::leave(const FeedSeatPtr& seat) {
    impl_->post([impl = impl_.get(), seat] { impl->seats.erase(seat.get()); });
}

void Feed::marked(const FeedSeatPtr& seat, std::int64_t marker) {
    impl_->post([impl = impl_.get(), seat, marker] {
        const auto it = impl->seats.find(seat.get());
        if (it == impl->seats.end())
            return;
        auto& state = it->second;
        // A marker from the future is a forgery and earns nothing.
        if (marker > state.marker || marker <= state.marked)
            return;
        state.marked = marker;
        state.marker_at = SteadyClock::now();
        impl->advance(seat.get());
    });
}

void Feed::end_sessions(const std::vector<std::string>& sessions) {
    impl_->post([impl = impl_.get(), sessions] {
        std::vector<FeedSeat*> gone;
        for (auto& [key, state] : impl->seats)
            if (std::find(sessions.begin(), sessions.end(), state.session) != sessions.end()) {
                impl->end(state, Ending::policy);
                gone.push_back(key);
            }
        for (auto* key : gone)
            impl->seats.erase(key);
    });
}

FeedFigures Feed::figures() const {
    return {impl_->seats_figure, impl_->flushed_figure, impl_->frames, impl_->dropped,
            impl_->reloads};
}

void Feed::stop() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    {
        const std::lock_guard lock(impl_->read_mutex);
        impl_->read_stopping = true;
    }
    impl_->wake.notify_all();
    impl_->read_wake.notify_all();
    if (impl_->thread.joinable())
        impl_->thread.join();
    if (impl_->reader.joinable())
        impl_->reader.join();
}

} // namespace chengyun::hub
