// What the media server says: messages of Janus's WebSocket protocol and of its VideoRoom, read
// strictly. It may be anybody who listens at the ticket's address, so everything is bounded.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

inline constexpr std::size_t longest_janus_message = 1 << 20; ///< bytes
inline constexpr std::size_t longest_sdp = 512 * 1024;        ///< bytes
inline constexpr std::size_t most_publishers = 200;
inline constexpr std::size_t most_streams = 400; ///< in one list
inline constexpr std::size_t longest_janus_text = 400;

enum class StreamKind { audio, video, other };

/// One stream of a publisher.
struct PublishedStream {
    StreamKind kind = StreamKind::other;
    std::string mid;
    std::string codec;       ///< "opus", "h264", …
    std::string description; ///< see stream_sent
    bool disabled = false;   ///< its place is there, and nothing in it
    bool moderated = false;  ///< the room lets nothing of it through
    bool operator==(const PublishedStream&) const = default;
};
// What a seat writes into a stream's description: it sends, it does not by choice, or it has no
// device. Others write nothing; of them it is not known.
inline constexpr std::string_view stream_sent = "sent";
inline constexpr std::string_view stream_muted = "muted";
inline constexpr std::string_view stream_none = "none";

struct Publisher {
    std::string feed;
    std::vector<PublishedStream> streams;
    bool operator==(const Publisher&) const = default;
};

/// One place of what is watched.
struct WatchedStream {
    std::uint32_t mline = 0; ///< of the SDP
    std::string feed;        ///< empty while nothing is in the place
    std::string feed_mid;
    bool operator==(const WatchedStream&) const = default;
};

/// What the VideoRoom says.
struct RoomEvent {
    std::string what; ///< "joined", "attached", "updated", "event", "destroyed", …
    int error_code = 0;
    std::string error;
    std::uint64_t private_id = 0;
    std::vector<Publisher> publishers; ///< that are new, or have changed
    std::string leaving;               ///< a feed, or "ok": oneself
    std::string unpublished;           ///< the same
    std::string kicked;                ///< a feed that was put out
    std::string reason;                ///< of `leaving`: "kicked"
    bool has_streams = false;
    std::vector<WatchedStream> streams;
};

struct JanusMessage {
    enum class Kind { success, ack, error, event, hangup, detached, timeout, other };
    Kind kind = Kind::other;
    std::string transaction;
    std::uint64_t sender = 0; ///< the handle it is about; 0: the session
    std::uint64_t id = 0;     ///< of `success`: what was made
    int error_code = 0;
    std::string error; ///< or the reason of a hangup
    std::optional<RoomEvent> room;
    std::optional<std::string> sdp;
    bool sdp_is_offer = false;
};

/// Fails with `too_large` or `malformed`; the detail says of what.
[[nodiscard]] Result<JanusMessage> read_janus_message(std::string_view text);

} // namespace chengyun::console
