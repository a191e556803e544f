// Guests of a consultation: people without an account, who come by a one-time link.
// docs/consult.md.
//
// A guest sees one room: its title, and while he is in, the names of those who are. He reaches
// nothing else of the hub: his session is no account's, and no other route knows it.
#pragma once

#include "core/consult/commands.h"
#include "hub/consult/consult_service.h"
#include "hub/consult/guest_store.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

inline constexpr std::chrono::minutes guest_link_lives{30};
inline constexpr std::chrono::hours guest_session_lives{12}; ///< at most: it ends with the room
inline constexpr std::int64_t most_guest_links = 20;         ///< of a room, not opened yet

/// POST /api/v1/guest/link: what the link is for.
struct GuestInvitation {
    std::string title; ///< of the room
    std::string name;  ///< what the chair wrote
    Instant expires{};
    bool operator==(const GuestInvitation&) const = default;
};
BOOST_DESCRIBE_STRUCT(GuestInvitation, (), (title, name, expires))

/// Somebody who is in, as a guest sees him.
struct GuestsMember {
    std::string id; ///< begins the name under which the media server knows him
    std::string name;
    bool guest = false;
    bool operator==(const GuestsMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(GuestsMember, (), (id, name, guest))

/// GET /api/v1/guest/room
struct GuestRoom {
    std::string title;
    std::string member; ///< whose id the guest has
    std::string name;
    MemberState state = MemberState::waiting; ///< or in
    std::string chair;                        ///< id, or empty; while in
    std::vector<GuestsMember> members;        ///< who is in; none while waiting
    bool operator==(const GuestRoom&) const = default;
};
BOOST_DESCRIBE_STRUCT(GuestRoom, (), (title, member, name, state, chair, members))

/// Reading: any thread with its own connection. Commands: only inside a Transaction. Secrets and
/// sessions are what token.h makes; the store has their hashes. A link that nobody made, was opened
/// or whose room is over: not_found ("secret"); one whose time is over: expired. A session that is
/// none, or any more: unauthenticated.
class GuestService {
public:
    GuestService(ConsultService& rooms, GuestStore& guests) : rooms_(rooms), guests_(guests) {}

    /// By the chair; the rules are check_invitation's. Beyond most_guest_links: no_room ("guests").
    /// When the link ends is the answer's `expires`.
    [[nodiscard]] Result<Answer> invite(Transaction& tx, const Account& account,
                                        std::string_view id, const InviteGuest& command,
                                        std::string_view secret);
    [[nodiscard]] Result<GuestInvitation> look(Database& db, std::string_view secret,
                                               Instant now) const;
    /// The link is used up, the guest waits in the lobby, and `session` is his.
    [[nodiscard]] Result<Answer> open(Transaction& tx, std::string_view secret,
                                      const InviteGuest& who, std::string_view session);
    [[nodiscard]] Result<GuestRoom> room(Database& db, std::string_view session, Instant now) const;
    /// For a ticket: wrong_state ("member") while he waits.
    [[nodiscard]] Result<Consult> entered(Database& db, std::string_view session, Instant now,
                                          std::string& member) const;
    /// Ends the session.
    [[nodiscard]] Result<Answer> leave(Transaction& tx, std::string_view session);

private:
    struct Guest {
        GuestKey key;
        Consult consult;
    };
    [[nodiscard]] Result<Guest> linked(Database& db, std::string_view secret, Instant now) const;
    [[nodiscard]] Result<Guest> signed_in(Database& db, std::string_view session,
                                          Instant now) const;

    ConsultService& rooms_;
    GuestStore& guests_;
};

} // namespace chengyun::hub
