// The TCP connections of this process, as the kernel tells of them. The server library keeps its
// sockets to itself; they are found by their two addresses.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

struct sockaddr;

namespace chengyun::hub {

/// The two addresses of a connection, which name it as long as it lives. IPv4 as IPv6 writes it.
struct Ends {
    std::array<unsigned char, 36> bytes{}; ///< peer's address and port, then our own
    bool operator==(const Ends&) const = default;
};
/// Of other families than IPv4 and IPv6: all zeros.
[[nodiscard]] Ends ends_of(const sockaddr* peer, const sockaddr* own);

struct EndsHash {
    [[nodiscard]] std::size_t operator()(const Ends& ends) const;
};

struct Socket {
    Ends ends;
    int fd = -1;
    std::uint64_t cookie = 0;  ///< the kernel's name for it, never given twice
    std::int64_t received = 0; ///< bytes, since it was accepted
};

/// All connected TCP sockets of this process.
[[nodiscard]] std::vector<Socket> connected_sockets();

/// Ends a connection from whatever thread, after sending `farewell` as far as that goes at once;
/// who reads and writes it sees it closed by its peer. Nothing happens when the number is another
/// socket's by now.
void end_connection(const Socket& socket, std::string_view farewell);

/// Allows this process `wanted` open files if the system lets it; how many it has now.
std::size_t allow_open_files(std::size_t wanted);

} // namespace chengyun::hub
