// Pings that follow frames, and the pongs that answer them: a seat has read what stands before a
// ping when its pong has come.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Of one stream; one thread. The text of a ping is random, so that a seat cannot answer one that
/// it has not got, and what is no answer costs nothing beyond this.
class Pings {
public:
    enum class Of { feed, live };
    struct Ping {
        Of of = Of::feed;
        std::int64_t number = 0; ///< the feed's marker, or the live lane's batch
        bool operator==(const Ping&) const = default;
    };

    /// The text to send.
    [[nodiscard]] std::string add(Ping ping);
    /// What is answered by this text of a pong: that ping and those before it, oldest first, for a
    /// client may answer the last of several alone (RFC 6455, 5.5.3). Empty: it is no answer.
    [[nodiscard]] std::vector<Ping> answered(std::string_view text);

private:
    struct Sent {
        std::uint64_t token = 0;
        Ping ping;
    };
    std::deque<Sent> sent_; ///< not answered, oldest first
};

} // namespace chengyun::hub
