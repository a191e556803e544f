// What the hub sends to seats, on which thread, and why it ends a stream.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace chengyun::hub {

/// The text of one message, made once and shared by all seats that get the same.
using Frame = std::shared_ptr<const std::string>;

/// Runs a job on the IO loop of a seat, soon and in order.
using Lane = std::function<void(std::function<void()>)>;

/// Why the hub ends a stream; the numbers are WebSocket close codes.
enum class Ending {
    going_away = 1001, ///< the hub stops, or cannot go on with this stream; the seat comes again
    policy = 1008,     ///< the session has ended
    slow = 4001,       ///< it left too much unread, or one batch for too long
    reload = 4002      ///< fetch the snapshot, then connect again
};

} // namespace chengyun::hub
