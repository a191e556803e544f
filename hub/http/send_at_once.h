// Frames of the stream go out when they are made.
#pragma once

#include <cstdint>

namespace chengyun::hub {

/// Connections accepted on this port from now on send at once (TCP_NODELAY): otherwise a frame
/// waits until the one before it has been acknowledged, which a seat that says nothing puts off by
/// some 40 ms. Drogon has no word for it, but on Linux a connection has it from the socket that
/// listens. How many listening sockets of this process were told.
int send_at_once(std::uint16_t port);

} // namespace chengyun::hub
