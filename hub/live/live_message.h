// What a seat may say on its stream.
#pragma once

#include "core/live/live.h"
#include "core/result.h"

#include <boost/json.hpp>

#include <cstdint>
#include <string_view>
#include <variant>

namespace chengyun::hub {

struct PingMessage {
    boost::json::value at; ///< a number, given back as it came
};
struct UnwatchMessage {
    std::int64_t id = 0;
};
using SeatMessage = std::variant<PingMessage, WatchLive, UnwatchMessage, PresentLive>;

/// docs/api.md, "Stream". Fails when it is none of these messages; what a message asks for is the
/// board's to check and to refuse.
[[nodiscard]] Result<SeatMessage> read_seat_message(std::string_view text);

} // namespace chengyun::hub
