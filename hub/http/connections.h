// Who is connected, and who takes too long over one request.
//
// The server library shows a request when it is whole, and says nothing of what comes before: not
// how long it has been coming, nor that a connection has closed. So the hub keeps a table of its
// own, and asks the kernel once a second how much each connection has received
// (hub/http/sockets.h). Nothing here touches a byte on its way.
#pragma once

#include "hub/http/sockets.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

namespace chengyun::hub {

class Connections {
public:
    using Clock = std::chrono::steady_clock;

    struct Limits {
        std::size_t most = 10'000;         ///< connections at once
        std::chrono::seconds request{30};  ///< for a whole request, and 1 s more for each KiB of it
        std::int64_t longest = 32LL << 20; ///< bytes of a request with its headers
    };

    /// `on_full` is called, on any thread, when there are more than `most`: look() soon.
    Connections(const Limits& limits, std::function<void()> on_full)
        : limits_(limits), on_full_(std::move(on_full)) {}

    /// A connection was accepted.
    void opened(const Ends& ends, Clock::time_point now);
    /// A whole request has come over it. False when one before it was refused for its framing: what
    /// this one seems to be is not to be believed.
    [[nodiscard]] bool came(const Ends& ends);
    /// It has shown a session: it stays when room is made.
    void known(const Ends& ends);
    /// It has become a stream, whose end is the feed's affair.
    void streams(const Ends& ends);
    /// Its requests cannot be told apart any more.
    void distrust(const Ends& ends);

    /// A connection to be ended.
    struct Due {
        Socket socket;
        bool slow = false;  ///< its request took too long; else room was needed
        bool began = false; ///< something of a request had come
    };
    /// What is due, given all sockets that there were at `now`. Those that are gone are forgotten.
    [[nodiscard]] std::vector<Due> judge(std::span<const Socket> sockets, Clock::time_point now);

    [[nodiscard]] std::size_t size() const;

private:
    struct Entry {
        Clock::time_point opened{};
        Clock::time_point began{}; ///< when the request that is coming began
        std::int64_t before = 0;   ///< bytes received before it
        bool coming = true;        ///< a request is being waited for, or on its way
        bool whole = false;        ///< one has come since the last look
        bool known = false;
        bool stream = false;
        bool distrusted = false;
        bool told = false;      ///< it has been ended; the server library has yet to notice
        std::uint64_t seen = 0; ///< the last look at which its socket was there
    };
    template <class Change>
    bool change(const Ends& ends, Change apply);
    [[nodiscard]] bool is_slow(Entry& entry, std::int64_t received, Clock::time_point now) const;

    const Limits limits_;
    const std::function<void()> on_full_;
    mutable std::mutex mutex_;
    std::unordered_map<Ends, Entry, EndsHash> entries_;
    std::uint64_t looks_ = 0;
};

} // namespace chengyun::hub
