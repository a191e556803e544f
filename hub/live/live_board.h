// The live lane without its thread: topics, what seats watch and have open, and the batches that
// tell them what changed.
#pragma once

#include "core/account/account.h"
#include "core/live/live.h"
#include "hub/live/frame.h"
#include "hub/live/live_topic.h"
#include "hub/live/live_values.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chengyun::hub {

/// The other end of one stream. Everything is called on its lane, one at a time.
class LiveSeat {
public:
    virtual ~LiveSeat() = default;
    /// The seat answers with LiveLane::taken(batch) when it has read this. There is no further one
    /// before that.
    virtual void show(const Frame& frame, std::int64_t batch) = 0;
    /// The board has forgotten the seat; nothing comes after this.
    virtual void end(Ending why) = 0;

private:
    friend class LiveLane;
    std::atomic<std::size_t> waiting_{0}; ///< what it has said and the lane has yet to hear
};
using LiveSeatPtr = std::shared_ptr<LiveSeat>;

struct LiveFigures {
    std::int64_t values = 0;
    std::int64_t watches = 0;
    std::int64_t batches = 0; ///< sent
    std::int64_t missed = 0;  ///< not sent, because the one before had not been read
    std::int64_t told = 0;    ///< values in batches
    std::int64_t slow = 0;    ///< seats that were ended because they had not read for too long
};

/// One thread. Time is a parameter, so that tests own it.
class LiveBoard {
public:
    /// Turns a second; each seat has one of them, so that not all get their batch in one moment.
    static constexpr std::size_t turns = 50;
    static constexpr std::size_t max_watches = 16;          ///< of one seat
    static constexpr std::size_t max_watch_values = 10'000; ///< that one watch is told of
    static constexpr std::size_t batch_bytes = 128 << 10;   ///< the rest comes with the next one
    /// Questions of presence that wait for an answer, of all seats; more are asked later.
    static constexpr int max_questions = 256;
    /// A seat of which nothing has been heard for so long has nothing open.
    static constexpr auto silence = std::chrono::seconds(8);
    /// What a seat has open is asked about again so often.
    static constexpr auto ask_again = std::chrono::seconds(10);
    /// A watch that is new or has moved, or whose batch was full, gets what is there at once, but
    /// not more often than this.
    static constexpr auto prompt_after = std::chrono::milliseconds(200);
    /// The same of a change in a topic that is prompt.
    static constexpr auto prompt_change_after = std::chrono::milliseconds(40);
    /// A seat that has not read its batch for so long is ended as slow.
    static constexpr auto patience = std::chrono::seconds(30);

    /// Runs a job on the board's thread, later. Any thread.
    using Post = std::function<void(std::function<void()>)>;
    LiveBoard(std::vector<LiveTopic> topics, Post post, Clock clock = system_now);

    struct Batch {
        LiveSeatPtr seat;
        std::size_t lane = 0;
        Frame frame;
        std::int64_t number = 0;
        std::optional<Ending> ending{}; ///< instead of a frame
    };

    void join(LiveSeatPtr seat, std::size_t lane, Account account, SteadyTime now);
    void leave(const LiveSeat* seat);
    /// It has said something, if only a ping.
    void heard(const LiveSeat* seat, SteadyTime now);
    /// It has read that batch.
    void taken(const LiveSeat* seat, std::int64_t batch);
    // What is refused is told to the seat with its next batch.
    void watch(const LiveSeat* seat, WatchLive watch);
    void unwatch(const LiveSeat* seat, std::int64_t id);
    void present(const LiveSeat* seat, PresentLive present, SteadyTime now);

    /// All of it or nothing. `not_found`: no such topic; `forbidden`: a topic of presence, an area
    /// outside the account's, or a key whose present value is of such an area; `no_room`: too many
    /// values.
    [[nodiscard]] Result<Published> publish(std::string_view topic, const Account& account,
                                            const PublishLive& command, SteadyTime now);

    /// Lets values expire and makes the batches of the seats whose turn it is (0 … turns − 1), and
    /// of those that shall not wait for theirs.
    [[nodiscard]] std::vector<Batch> turn(std::size_t number, SteadyTime now);

    /// Something threw in the middle of a change: neither values nor seats can be relied on. The
    /// values are forgotten, and every seat is ended with going_away, so that it comes again.
    [[nodiscard]] std::vector<Batch> start_over();
    /// Forgets all seats without a word, so that no connection is kept past its event loop.
    void forget_seats();

    [[nodiscard]] LiveFigures figures() const;

private:
    struct Topic {
        LiveTopic declared;
        LiveValues values;
    };
    /// What a seat has been told of, and the version it was told.
    struct Told {
        LiveValues::Slot slot = 0;
        std::uint64_t version = 0;
    };
    struct Watching {
        WatchLive watch;
        Topic* topic = nullptr;
        std::vector<Told> told;
        std::size_t next = 0; ///< where a batch that was full left off
    };
    struct Refusal {
        std::int64_t id = 0; ///< of the watch; 0: of what it has open
        Failure why;
    };
    struct Subject {
        std::string id;
        bool is_due = true; ///< to be asked about at the seat's next turn
    };
    struct Open {
        Topic* topic = nullptr;
        std::vector<Subject> subjects;
        SteadyTime asked{}; ///< about all of them
    };
    /// What the board knows of a seat.
    struct Client {
        LiveSeatPtr seat;
        std::uint64_t number = 0; ///< never used again
        std::size_t lane = 0;
        std::size_t turn = 0;
        Account account;
        bool sees_all = false;
        bool is_silent = false;
        bool is_prompt = false;                              ///< stands in `prompt_`
        std::chrono::milliseconds prompt_gap = prompt_after; ///< to the batch before
        SteadyTime heard{}, shown{};
        std::int64_t sent = 0, taken = 0; ///< batches
        std::vector<Watching> watching;
        std::size_t first = 0; ///< the watch that the next batch begins with
        std::vector<Open> open;
        std::vector<Refusal> refusals;
    };

    [[nodiscard]] Client* find(const LiveSeat* seat);
    [[nodiscard]] Topic* find(std::string_view topic);
    [[nodiscard]] static LiveValues no_values(const LiveTopic& topic);
    [[nodiscard]] Result<Topic*> watched_topic(const Client& client, const WatchLive& watch);
    void prompt(Client& client);
    /// Those who watch it get what has changed soon.
    void tell_soon(const Topic& topic);
    void refuse(Client& client, std::int64_t id, Failure why);
    static void forget(Watching& watching);

    // Batches.
    [[nodiscard]] static bool sees(const Client& client, const LiveValues::Value& value);
    void show(Client& client, SteadyTime now, std::vector<Batch>& out);
    [[nodiscard]] bool append(std::string& out, const Client& client, Watching& watching,
                              bool& is_full);
    void find_visible(const Client& client, const Watching& watching);
    [[nodiscard]] bool append_gone(std::string& out, Watching& watching);
    [[nodiscard]] bool append_set(std::string& out, Watching& watching);

    // Presence.
    void ask(const Client& client, const Open& open, const std::string& subject);
    void admit(const LiveSeat* seat, std::uint64_t number, Topic& topic, const std::string& subject,
               const Result<Audience>& audience);
    static void close(const Client& client, Topic& topic, const std::string& subject);
    void tend(Client& client, SteadyTime now);

    std::vector<std::unique_ptr<Topic>> topics_;
    Post post_;
    Clock clock_;
    std::unordered_map<const LiveSeat*, std::unique_ptr<Client>> clients_;
    std::vector<std::vector<Client*>> by_turn_;
    std::vector<Client*> prompt_;
    std::uint64_t last_number_ = 0;
    /// Asked and not answered. Shared with the questions: one that is dropped counts as answered.
    std::shared_ptr<std::atomic<int>> questions_ = std::make_shared<std::atomic<int>>(0);
    LiveFigures figures_;

    // For making a batch.
    std::vector<LiveValues::Slot> visible_; ///< to the seat through the watch at hand
    std::vector<Told> still_;               ///< what the watch will have been told of
    std::vector<std::uint64_t> told_;       ///< by slot: the version it was told of before; 0: none
    std::vector<std::uint64_t> seen_;       ///< by slot: the round in which it was visible last
    std::uint64_t round_ = 0;
    std::size_t last_size_ = 0;
};

} // namespace chengyun::hub
