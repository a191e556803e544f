#include "bench/client/wire.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace chengyun::bench {

int connect_to(int port, bool blocking) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(fd);
        return -1;
    }
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (blocking) {
        const timeval patience{10, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    return fd;
}

namespace {

std::string head(std::string_view method, std::string_view path, std::string_view token) {
    std::string out(method);
    out += ' ';
    out += path;
    out += " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!token.empty()) {
        out += "Authorization: Bearer ";
        out += token;
        out += "\r\n";
    }
    return out;
}

/// The value of a header whose name is written in lower case, or empty.
std::string_view header(std::string_view head, std::string_view name) {
    for (std::size_t line = head.find("\r\n"); line != std::string_view::npos;
         line = head.find("\r\n", line + 2)) {
        const auto at = line + 2;
        if (head.size() < at + name.size() + 1)
            return {};
        bool same = head[at + name.size()] == ':';
        for (std::size_t i = 0; same && i < name.size(); ++i)
            same = (head[at + i] | 0x20) == name[i];
        if (same) {
            auto value = head.substr(at + name.size() + 1);
            value = value.substr(0, value.find("\r\n"));
            while (value.starts_with(' '))
                value.remove_prefix(1);
            return value;
        }
    }
    return {};
}

} // namespace

std::string get_request(std::string_view path, std::string_view token) {
    return head("GET", path, token) + "\r\n";
}

std::string post_request(std::string_view path, std::string_view token, std::string_view key,
                         std::string_view body, std::string_view type) {
    auto out = head("POST", path, token);
    if (!key.empty()) {
        out += "Idempotency-Key: ";
        out += key;
        out += "\r\n";
    }
    out += "Content-Type: ";
    out += type;
    out += "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    out += body;
    return out;
}

std::string upgrade_request(std::string_view path, std::string_view token) {
    return head("GET", path, token) +
           "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

std::optional<Reply> take_reply(std::string& received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string::npos)
        return {};
    const auto head = std::string_view(received).substr(0, end + 2);
    Reply out;
    std::from_chars(received.data() + 9, received.data() + 12, out.status);
    const auto length_text = header(head, "content-length");
    std::size_t length = 0;
    std::from_chars(length_text.data(), length_text.data() + length_text.size(), length);
    if (received.size() < end + 4 + length)
        return {};
    out.body = received.substr(end + 4, length);
    received.erase(0, end + 4 + length);
    return out;
}

Reply round_trip(int socket, std::string_view request) {
    while (!request.empty()) {
        const auto sent = ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return {};
        request.remove_prefix(static_cast<std::size_t>(sent));
    }
    std::string received;
    char buffer[65536];
    while (true) {
        if (auto reply = take_reply(received))
            return *reply;
        const auto got = ::recv(socket, buffer, sizeof buffer, 0);
        if (got <= 0)
            return {};
        received.append(buffer, static_cast<std::size_t>(got));
    }
}

std::optional<Frame> peek_frame(std::string_view buffer, std::size_t at) {
    const auto rest = buffer.substr(at);
    if (rest.size() < 2)
        return {};
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(rest[i]));
    };
    std::uint64_t length = byte(1) & 0x7f;
    std::size_t header = 2;
    if (length == 126) {
        if (rest.size() < 4)
            return {};
        length = byte(2) << 8 | byte(3);
        header = 4;
    } else if (length == 127) {
        if (rest.size() < 10)
            return {};
        length = 0;
        for (std::size_t i = 2; i < 10; ++i)
            length = length << 8 | byte(i);
        header = 10;
    }
    if (rest.size() < header + length)
        return {};
    return Frame{static_cast<int>(byte(0) & 0x0f), rest.substr(header, length), header + length};
}

std::string masked_frame(int opcode, std::string_view payload) {
    // The mask protects proxies from hostile pages; a fixed one serves a load generator.
    static constexpr char mask[] = {0x12, 0x34, 0x56, 0x78};
    std::string out;
    out += static_cast<char>(0x80 | opcode);
    if (payload.size() < 126) {
        out += static_cast<char>(0x80 | payload.size());
    } else {
        out += static_cast<char>(0x80 | 126);
        out += static_cast<char>(payload.size() >> 8);
        out += static_cast<char>(payload.size() & 0xff);
    }
    out.append(mask, 4);
    for (std::size_t i = 0; i < payload.size(); ++i)
        out += static_cast<char>(payload[i] ^ mask[i % 4]);
    return out;
}

std::uint64_t new_run() {
    using namespace std::chrono;
    const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch());
    return static_cast<std::uint64_t>(now.count()) << 16;
}

std::string uuid_of(std::uint64_t run, std::uint64_t number) {
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-7%03x-8%03x-%012llx",
                  static_cast<unsigned>(run >> 32), static_cast<unsigned>(run >> 16 & 0xffff),
                  static_cast<unsigned>(run >> 4 & 0xfff), static_cast<unsigned>(run & 0xf),
                  static_cast<unsigned long long>(number));
    return text;
}

std::int64_t now_ns() {
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

} // namespace chengyun::bench
