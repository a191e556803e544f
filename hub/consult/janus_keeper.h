// Keeps the media server as the hub says: rooms, tokens, participants. docs/consult.md.
#pragma once

#include "hub/consult/janus.h"
#include "hub/consult/janus_plan.h"
#include "hub/consult/presence.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace chengyun::hub {

/// Is the media server there, and since when is it so.
struct MediaState {
    bool available = false;
    Instant since{};
    bool operator==(const MediaState&) const = default;
};

/// A thread of its own, which waits for the media server; nobody waits for it but who wants a
/// ticket.
class JanusKeeper {
public:
    /// The rooms that somebody is in. On the keeper's thread.
    using Wanted = std::function<Result<std::vector<WantedRoom>>()>;
    using Steady = std::function<std::chrono::steady_clock::time_point()>;
    using Admitted = std::function<void(Result<>)>;
    /// After each look that succeeded: who is away, and which chairs are lost. On the keeper's
    /// thread.
    using Watch = std::function<void(const Presence::Told&)>;

    JanusKeeper(
        std::unique_ptr<Janus> janus, Wanted wanted, Tickets tickets, Clock clock,
        Steady steady = [] { return std::chrono::steady_clock::now(); });
    ~JanusKeeper();

    /// Before start() and looks.
    void watch(Watch watch);
    /// Looks every two seconds from here on; without it, only when it is told to.
    void start();
    /// Looks soon: something has changed. Any thread.
    void wake();
    /// Makes the token one that lets somebody into the room. `unavailable` where the media server
    /// does not answer. Any thread; `admitted` is called on the keeper's.
    void admit(WantedRoom room, std::string token, Admitted admitted);
    /// Any thread.
    [[nodiscard]] MediaState state() const;
    /// What is asked for afterwards is `unavailable`. Idempotent.
    void stop();

    /// One look, on the caller's thread; for tests and for start()'s thread. Nothing is asked while
    /// the time to wait after a failure is not over.
    void look();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
