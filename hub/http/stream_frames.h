// WebSocket frames of clients, looked at before the server library reads them.
//
// Drogon 1.9 bounds one frame, and neither a message of many frames nor a frame without a mask: a
// seat could fill the memory, and one with a length near 2^64 made Drogon throw on its IO loop,
// which ended the hub. Drogon has no place for such a check. Its function for received bytes is
// called through the table of dynamic symbols, so ours of the same name is called in its place, and
// calls it when the frames are in order.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <span>

namespace chengyun::hub {

/// The longest message of a seat, in bytes.
inline constexpr std::size_t max_stream_message = 4096;

/// `bytes` begin with a frame; the last one may be incomplete. Each frame must be a whole message,
/// masked, and not longer than `longest`. `too_large` or `malformed`.
[[nodiscard]] Result<> check_frames(std::span<const unsigned char> bytes, std::size_t longest);

/// False when this program's Drogon does not come by our function: frames are not checked.
[[nodiscard]] bool are_frames_checked();

} // namespace chengyun::hub
