// What somebody enters the media server with: a token for one room and one member, for a short
// time, and the name to publish under. Both are signed, so nothing of them is kept: they say
// themselves what they are.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"
#include "hub/store/key_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// What a token says.
struct TokenClaim {
    std::string room, member;
    Instant expires{};
    std::string nonce; ///< the same as in its feed
    bool operator==(const TokenClaim&) const = default;
};
/// What a name to publish under says.
struct FeedClaim {
    std::string member, nonce;
    bool operator==(const FeedClaim&) const = default;
};

struct Ticket {
    std::string token; ///< a secret of who it is for
    std::string feed;
};

/// Any thread.
class Tickets {
public:
    explicit Tickets(const SecretKey& key) : key_(key) {}
    /// With the key in this file of mode 0600, which is made where it is missing.
    [[nodiscard]] static Result<Tickets> open(const std::filesystem::path& file);

    [[nodiscard]] Ticket make(std::string_view room, std::string_view member,
                              Instant expires) const;
    /// Nothing where this key has not signed it.
    [[nodiscard]] std::optional<TokenClaim> token(std::string_view text) const;
    /// Nothing where this key has not signed it for this room.
    [[nodiscard]] std::optional<FeedClaim> feed(std::string_view room, std::string_view text) const;
    /// By which the hub alone changes the room at the media server.
    [[nodiscard]] std::string room_secret(std::string_view room) const;

private:
    [[nodiscard]] std::string signature(std::string_view what, std::string_view text) const;

    SecretKey key_;
};

} // namespace chengyun::hub
