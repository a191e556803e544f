// Where a camera's stream is, and apart from it who may fetch it there: the first is everybody's
// who sees the camera, the second nobody's but the player's.
#pragma once

#include "core/result.h"

#include <boost/describe/class.hpp>

#include <string>
#include <string_view>

namespace chengyun {

/// As the camera wants it, not percent-encoded. Both empty: the camera asks for none.
struct StreamSignIn {
    std::string user;
    std::string password;

    [[nodiscard]] bool empty() const { return user.empty() && password.empty(); }
    bool operator==(const StreamSignIn&) const = default;
};
BOOST_DESCRIBE_STRUCT(StreamSignIn, (), (user, password))

struct StreamAddress {
    /// "rtsp://10.1.2.3:554/Streaming/101": scheme and host in lower case, percent-encoded where an
    /// address has to be, never with a user or a password before its host.
    std::string place;
    StreamSignIn sign_in;
    /// The text has an "@" with nothing before it: it says that there is no sign-in.
    bool says_none = false;

    bool operator==(const StreamAddress&) const = default;
};

/// Reads an rtsp://, rtsps:// or rtspu:// address as people write it: in "rtsp://user:pass@host"
/// the user and the password may hold `#`, `@`, `:`, `/`, `?` and `%` as they are, or
/// percent-encoded (a `%` with two hexadecimal digits behind it is taken for that). The host
/// follows the last "@" that can stand before one. Fails with invalid_field, which names `field`
/// and never quotes the text.
[[nodiscard]] Result<StreamAddress> read_stream_address(std::string_view text,
                                                        const std::string& field = "stream");

/// The whole address, percent-encoded; read_stream_address reads the same again.
[[nodiscard]] std::string text_of(const StreamAddress& address);

/// The address without what may be a user and a password, also where it cannot be read: then
/// everything from "//" to the last "@" is left out.
[[nodiscard]] std::string without_sign_in(std::string_view text);

/// Whether a user or a password may stand in it, also where it cannot be read.
[[nodiscard]] bool may_hold_sign_in(std::string_view text);

/// "rtspu://…": the packets of the stream are to come by UDP rather than in the connection.
[[nodiscard]] bool prefers_udp(std::string_view place);

/// An address with the scheme that servers know: "rtsp://…" for "rtspu://…", others as they are.
[[nodiscard]] std::string as_rtsp(std::string_view place);

/// Whether both lead to the same server: scheme (as_rtsp), host and port of their `place`. A
/// password for one server is not shown to another.
[[nodiscard]] bool is_same_server(std::string_view place, std::string_view other);

} // namespace chengyun
