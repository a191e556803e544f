// Many seats of the stream in a process of their own, so that what is measured is the hub.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace chengyun::bench {

/// In memory that both processes share.
struct SeatsState {
    std::atomic<int> ready{0}; ///< seats that are connected
    std::atomic<bool> stop{false};
    std::atomic<bool> broken{false};
};

/// Sends a text as one seat.
using SaySeat = std::function<void(std::size_t seat, std::string_view text)>;

struct SeatHooks {
    /// Each text frame that a seat gets; `now` as now_ns().
    std::function<void(std::size_t seat, std::string_view text, std::int64_t now)> heard;
    /// Some twenty times a second; may be empty.
    std::function<void(std::int64_t now, const SaySeat& say)> turn;
};

/// One thread: connects the seats at a position, answers pings, until `stop`. Ends the process.
[[noreturn]] void run_seats(int count, int port, const std::string& token, std::int64_t from,
                            SeatsState& state, const SeatHooks& hooks);

} // namespace chengyun::bench
