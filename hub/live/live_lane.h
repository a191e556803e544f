// The live lane beside the journal: what is true now and worth nothing tomorrow, kept in memory and
// told to every seat that watches and may see it, in at most one batch a second.
//
// Nothing is buffered for a seat: while it has not read its last batch it gets none, and then what
// has come about since. One thread of its own, which gives way to all others, owns everything;
// what others say waits in its inbox, and no lock is held longer than it takes to put that there.
#pragma once

#include "hub/live/frame.h"
#include "hub/live/live_board.h"
#include "hub/live/live_message.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chengyun::hub {

/// All methods from any thread.
class LiveLane {
public:
    /// Texts of producers that wait to be read; more are refused with `too_many`.
    static constexpr std::size_t max_waiting_bytes = 8 << 20;
    /// What one seat has said and the lane has yet to hear.
    static constexpr std::size_t max_waiting_messages = 64;

    /// `lanes` must outlive this.
    LiveLane(std::vector<LiveTopic> topics, std::vector<Lane> lanes, Clock clock = system_now);
    ~LiveLane();

    void join(LiveSeatPtr seat, std::size_t lane, Account account);
    void leave(LiveSeatPtr seat);
    // What the seat has said, if only a ping, and that it has read a batch. False when
    // max_waiting_messages of the seat wait: then it is dropped, and the seat is to be ended.
    [[nodiscard]] bool hear(const LiveSeatPtr& seat, SeatMessage message);
    [[nodiscard]] bool taken(const LiveSeatPtr& seat, std::int64_t batch);

    /// `text` is the JSON of a PublishLive; it is read on the lane's thread, where `done` is called
    /// too (or at once, when too much waits). LiveBoard::publish says what is refused.
    using Done = std::function<void(Result<Published>)>;
    void publish(std::string topic, Account account, std::string text, Done done);
    /// The same for a producer within the hub: values of any area.
    void publish(std::string topic, PublishLive command, Done done);

    [[nodiscard]] LiveFigures figures() const;
    /// Ends the thread; what comes later goes nowhere. Idempotent.
    void stop();

private:
    [[nodiscard]] bool post_of(const LiveSeatPtr& seat, std::function<void()> job);

    struct Inbox;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
