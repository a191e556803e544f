// The inside of Feed, for its own files: feed.cpp has the threads, feed_live.cpp what seats are
// sent as it is committed, feed_catch_up.cpp what they have missed.
#pragma once

#include "hub/stream/feed.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>

namespace chengyun::hub {

/// The position that is reached with this entry.
[[nodiscard]] JournalPosition position_of(const StoredEntry& entry);

struct Feed::Impl {
    using SteadyClock = std::chrono::steady_clock;
    /// Accounts that may see the same entries: everything may_see looks at.
    using ViewKey = std::tuple<Role, std::string, std::string>;
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

    Impl(Readers& readers, const JournalKinds& kinds, const StreamConfig& config,
         JournalPosition head, std::vector<Lane> lanes);

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

    // Threads (feed.cpp).
    void post(std::function<void()> job);
    /// Few seats: at once. Many: a little apart, so that a burst of commits becomes one frame.
    [[nodiscard]] std::chrono::milliseconds pace() const;
    void run();
    void end_all();
    /// Something threw in the middle of a round: what each seat has is not known any more. They
    /// come again, each with its own position, and are given the rest from the journal.
    void start_over(const StoredEntryPtr& newest);
    void hand_over();
    void read(std::function<void()> job);
    void run_reads();

    // What is sent (feed_live.cpp).
    void send(State& state, Frame frame);
    void send_frame(State& state, std::string_view entries, const JournalPosition& head);
    std::int64_t new_marker(State& state);
    void end(State& state, Ending why);
    void reload(State& state);
    /// Live seats get what has been committed since the last time.
    void flush(std::vector<StoredEntryPtr>& entries);
    /// Some entries did not get here: everybody reads from the journal what is missing.
    void skip_to(const JournalPosition& head);
    /// Four times a second: drops seats that do not read, pings those that are silent.
    void tend();

    // Catching up (feed_catch_up.cpp).
    enum class Sent {
        all,
        part,    ///< the rest when it has read
        reloaded ///< it has been told to
    };
    [[nodiscard]] bool window_full(const State& state) const;
    /// Frames for one seat: those of the entries after its position that it may see, until its
    /// window is full.
    template <class Entries>
    Sent send_own(State& state, const Entries& entries, const JournalPosition& head);
    void joined(State fresh, std::int64_t journal_head);
    /// Brings a seat nearer to live: at once from memory, else by reading one chunk.
    void advance(FeedSeat* key);
    /// The hash of an entry that `recent` has or follows on; also of `flushed` when there is none.
    [[nodiscard]] std::string_view remembered_hash(std::int64_t seq) const;
    /// Is this the journal the seat knows? `hash` is what stands in it at the seat's position. A
    /// seat that knows another one is told to reload, and is gone.
    [[nodiscard]] bool agree(State& state, std::string_view hash);
    Result<std::vector<StoredEntryPtr>> read_chunk(std::int64_t after);
    void got(State& state, const Result<std::vector<StoredEntryPtr>>& chunk);
};

} // namespace chengyun::hub
