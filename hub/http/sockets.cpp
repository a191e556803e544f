#include "hub/http/sockets.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <system_error>

// The kernel's own: the C library's tcp_info ends before the bytes that were received.
#include <linux/tcp.h>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace chengyun::hub {
namespace {

constexpr std::size_t address_bytes = 16, one_end = address_bytes + sizeof(in_port_t);

bool write_end(const sockaddr* from, unsigned char* to) {
    if (from->sa_family == AF_INET) {
        sockaddr_in four;
        std::memcpy(&four, from, sizeof four);
        to[10] = to[11] = 0xff;
        std::memcpy(to + 12, &four.sin_addr, sizeof four.sin_addr);
        std::memcpy(to + address_bytes, &four.sin_port, sizeof four.sin_port);
        return true;
    }
    if (from->sa_family == AF_INET6) {
        sockaddr_in6 six;
        std::memcpy(&six, from, sizeof six);
        std::memcpy(to, &six.sin6_addr, sizeof six.sin6_addr);
        std::memcpy(to + address_bytes, &six.sin6_port, sizeof six.sin6_port);
        return true;
    }
    return false;
}

template <class T>
bool option_of(int fd, int level, int name, T& out) {
    socklen_t size = sizeof out;
    return ::getsockopt(fd, level, name, &out, &size) == 0;
}

/// False for what is no connected TCP socket.
bool read_socket(int fd, Socket& out) {
    sockaddr_storage peer{}, own{};
    socklen_t peer_size = sizeof peer, own_size = sizeof own;
    if (::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &peer_size) != 0 ||
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&own), &own_size) != 0 ||
        (peer.ss_family != AF_INET && peer.ss_family != AF_INET6))
        return false;
    tcp_info info{};
    if (!option_of(fd, IPPROTO_TCP, TCP_INFO, info) ||
        !option_of(fd, SOL_SOCKET, SO_COOKIE, out.cookie))
        return false;
    out.ends =
        ends_of(reinterpret_cast<const sockaddr*>(&peer), reinterpret_cast<const sockaddr*>(&own));
    out.fd = fd;
    out.received = static_cast<std::int64_t>(info.tcpi_bytes_received);
    return true;
}

} // namespace

Ends ends_of(const sockaddr* peer, const sockaddr* own) {
    Ends out;
    if (!write_end(peer, out.bytes.data()) || !write_end(own, out.bytes.data() + one_end))
        return {};
    return out;
}

std::size_t EndsHash::operator()(const Ends& ends) const {
    return std::hash<std::string_view>()(
        {reinterpret_cast<const char*>(ends.bytes.data()), ends.bytes.size()});
}

std::vector<Socket> connected_sockets() {
    std::vector<Socket> out;
    std::error_code error;
    // By hand: the iterator's own step throws where a file goes away meanwhile.
    for (std::filesystem::directory_iterator entry("/proc/self/fd", error), end;
         !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        int fd = -1;
        std::from_chars(name.data(), name.data() + name.size(), fd);
        if (Socket socket; fd >= 0 && read_socket(fd, socket))
            out.push_back(socket);
    }
    return out;
}

void end_connection(const Socket& socket, std::string_view farewell) {
    // A number of our own for whatever it is now: between looking and ending, the owner may close
    // his, and the next connection gets the same number.
    const int held = ::fcntl(socket.fd, F_DUPFD_CLOEXEC, 0);
    if (held < 0)
        return;
    std::uint64_t cookie = 0;
    if (option_of(held, SOL_SOCKET, SO_COOKIE, cookie) && cookie == socket.cookie) {
        if (!farewell.empty())
            static_cast<void>(
                ::send(held, farewell.data(), farewell.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
        ::shutdown(held, SHUT_RDWR);
    }
    ::close(held);
}

std::size_t allow_open_files(std::size_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = std::min<rlim_t>(wanted, limit.rlim_max);
        static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));
        static_cast<void>(::getrlimit(RLIMIT_NOFILE, &limit));
    }
    return static_cast<std::size_t>(std::min<rlim_t>(limit.rlim_cur, 1U << 30));
}

} // namespace chengyun::hub
