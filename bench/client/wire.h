// HTTP/1.1 and WebSocket, no more of them than a load generator needs. Own code, so that what is
// measured is the hub and not a client library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::bench {

/// A connected TCP socket with TCP_NODELAY, or -1.
[[nodiscard]] int connect_to(int port, bool blocking);

[[nodiscard]] std::string get_request(std::string_view path, std::string_view token);
/// With an Idempotency-Key unless `key` is empty.
[[nodiscard]] std::string post_request(std::string_view path, std::string_view token,
                                       std::string_view key, std::string_view body,
                                       std::string_view type = "application/json");
[[nodiscard]] std::string upgrade_request(std::string_view path, std::string_view token);

struct Reply {
    int status = 0;
    std::string body;
};
/// Takes one complete answer from the front of `received`; none while it is incomplete.
[[nodiscard]] std::optional<Reply> take_reply(std::string& received);

/// Sends all and reads one answer on a blocking socket; status 0 when the connection breaks.
[[nodiscard]] Reply round_trip(int socket, std::string_view request);

struct Frame {
    int opcode = 0; ///< 1 text, 8 close, 9 ping, 10 pong
    std::string_view payload;
    std::size_t size = 0; ///< with its header, in the buffer
};
/// The frame at `at` in the buffer; none while it is incomplete.
[[nodiscard]] std::optional<Frame> peek_frame(std::string_view buffer, std::size_t at);
[[nodiscard]] std::string masked_frame(int opcode, std::string_view payload);

/// For uuid_of(): another one each time, with the present in it, because the hub refuses old keys.
[[nodiscard]] std::uint64_t new_run();
/// Different for each `number` and run; a UUIDv7.
[[nodiscard]] std::string uuid_of(std::uint64_t run, std::uint64_t number);
[[nodiscard]] std::int64_t now_ns();

} // namespace chengyun::bench
