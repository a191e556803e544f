#include "hub/consult/guest_service.h"

#include "core/consult/consult_codec.h"
#include "core/wire/new_id.h"
#include "hub/accounts/token.h"

namespace chengyun::hub {

namespace {

Failure no_link() {
    return fail(FailureKind::not_found, "secret", "no such link, or it has been used");
}

Failure no_session() {
    return fail(FailureKind::unauthenticated, {}, "no guest");
}

} // namespace

Result<GuestService::Guest> GuestService::linked(Database& db, std::string_view secret,
                                                 Instant now) const {
    auto key = guests_.find(db, token_hash(secret));
    if (!key)
        return key.error();
    if (!*key || (*key)->opened)
        return no_link();
    if ((*key)->expires <= now)
        return fail(FailureKind::expired, "secret", "the link's time is over");
    auto consult = rooms_.find(db, (*key)->consult);
    if (!consult)
        return consult.error();
    if (!*consult || (*consult)->ended)
        return no_link();
    return Guest{std::move(**key), std::move(**consult)};
}

Result<GuestService::Guest> GuestService::signed_in(Database& db, std::string_view session,
                                                    Instant now) const {
    if (session.empty())
        return no_session();
    auto key = guests_.find(db, token_hash(session));
    if (!key)
        return key.error();
    if (!*key || !(*key)->opened || (*key)->expires <= now)
        return no_session();
    auto consult = rooms_.find(db, (*key)->consult);
    if (!consult)
        return consult.error();
    // What removes a guest takes his session away, too; this holds where that was forgotten.
    const auto* member = *consult ? find_member(**consult, (*key)->member) : nullptr;
    if (!member || !is_guest(*member) || (*consult)->ended ||
        (member->state != MemberState::waiting && member->state != MemberState::in))
        return no_session();
    return Guest{std::move(**key), std::move(**consult)};
}

Result<Answer> GuestService::invite(Transaction& tx, const Account& account, std::string_view id,
                                    const InviteGuest& command, std::string_view secret) {
    auto& db = tx.database();
    if (auto ok = check(command); !ok)
        return ok.error();
    if (auto gone = guests_.remove_expired(db, tx.now()); !gone)
        return gone.error();
    auto told = rooms_.invite(tx, account, id, command);
    if (!told)
        return told;
    auto links = guests_.open_links(db, id, tx.now());
    if (!links)
        return links.error();
    if (*links >= most_guest_links)
        return fail(FailureKind::no_room, "guests", "too many links wait to be opened");
    const GuestKey key{token_hash(secret), std::string(id), new_id(),
                       command.name,       false,           tx.now() + guest_link_lives};
    if (auto added = guests_.add(db, key); !added)
        return added.error();
    return told;
}

Result<GuestInvitation> GuestService::look(Database& db, std::string_view secret,
                                           Instant now) const {
    auto guest = linked(db, secret, now);
    if (!guest)
        return guest.error();
    return GuestInvitation{guest->consult.title, guest->key.name, guest->key.expires};
}

Result<Answer> GuestService::open(Transaction& tx, std::string_view secret, const InviteGuest& who,
                                  std::string_view session) {
    auto& db = tx.database();
    if (auto ok = check(who); !ok)
        return ok.error();
    auto guest = linked(db, secret, tx.now());
    if (!guest)
        return guest.error();
    ConsultMember member;
    member.id = guest->key.member;
    member.name = who.name;
    auto told = rooms_.admit_guest(tx, guest->key.consult, std::move(member));
    if (!told)
        return told;
    if (auto gone = guests_.remove(db, guest->key.hash); !gone)
        return gone.error();
    auto key = guest->key;
    key.hash = token_hash(session);
    key.opened = true;
    key.expires = tx.now() + guest_session_lives;
    if (auto added = guests_.add(db, key); !added)
        return added.error();
    return told;
}

Result<GuestRoom> GuestService::room(Database& db, std::string_view session, Instant now) const {
    auto guest = signed_in(db, session, now);
    if (!guest)
        return guest.error();
    const auto& consult = guest->consult;
    const auto* self = find_member(consult, guest->key.member);
    GuestRoom room{consult.title, self->id, self->name, self->state, {}, {}};
    if (self->state != MemberState::in)
        return room;
    room.chair = consult.chair;
    for (const auto& member : consult.members)
        if (member.state == MemberState::in)
            room.members.push_back({member.id, member.name, is_guest(member)});
    return room;
}

Result<Consult> GuestService::entered(Database& db, std::string_view session, Instant now,
                                      std::string& member) const {
    auto guest = signed_in(db, session, now);
    if (!guest)
        return guest.error();
    if (!is_in(guest->consult, guest->key.member))
        return fail(FailureKind::wrong_state, "member", "the chair has to let in first");
    member = guest->key.member;
    return std::move(guest->consult);
}

Result<Answer> GuestService::leave(Transaction& tx, std::string_view session) {
    auto guest = signed_in(tx.database(), session, tx.now());
    if (!guest)
        return guest.error();
    return rooms_.guest_leaves(tx, guest->key.consult, guest->key.member);
}

} // namespace chengyun::hub
