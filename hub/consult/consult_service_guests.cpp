// ConsultService: what happens to a room by nobody who has an account of the hall. Guests come and
// go, and a chair that is lost passes on.
#include "core/consult/entry_kinds.h"
#include "hub/consult/consult_service.h"
#include "hub/duty/duty_chain.h"

namespace chengyun::hub {

Result<> ConsultService::end_guests(Database& db, const Changed& changed) {
    if (changed.kind == entry_kind::consult_ended)
        return guests_.remove_all(db, changed.consult.id);
    if (changed.kind == entry_kind::consult_removed || changed.kind == entry_kind::consult_left)
        return guests_.remove_member(db, changed.consult.id, changed.member);
    return {};
}

Result<Answer> ConsultService::invite(Transaction& tx, const Account& account, std::string_view id,
                                      const InviteGuest& command) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        if (auto ok = check_invitation(before, member_id(account)); !ok)
            return ok.error();
        return Changed{before, entry_kind::consult_invited, {}, command.name};
    });
}

Result<Answer> ConsultService::admit_guest(Transaction& tx, std::string_view id,
                                           ConsultMember guest) {
    const Actor by{guest.id, guest.name};
    return change_any(tx, id, by, [&](const Consult& before) -> Result<Changed> {
        auto after = chengyun::admit_guest(before, guest, tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_waiting, guest.id, {}, true};
    });
}

Result<Answer> ConsultService::guest_leaves(Transaction& tx, std::string_view id,
                                            std::string_view member) {
    auto consult = consults_.find(tx.database(), id);
    if (!consult)
        return consult.error();
    const auto* guest = *consult ? find_member(**consult, member) : nullptr;
    if (!guest)
        return fail(FailureKind::not_found, "member", "no such guest");
    const Actor by{guest->id, guest->name};
    return change_any(tx, id, by, [&](const Consult& before) -> Result<Changed> {
        auto after = chengyun::leave(before, member, tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_left, by.id, by.name, true};
    });
}

Result<Answer> ConsultService::pass_lost_chair(Transaction& tx, std::string_view id,
                                               std::string_view lost,
                                               const std::set<std::string, std::less<>>& present) {
    auto chain = duty_chain(tx.database(), tx.now());
    if (!chain)
        return chain.error();
    std::vector<std::string> by_post;
    for (const auto& person : *chain)
        by_post.push_back(person.account);
    return change_any(tx, id, {"system", "system"}, [&](const Consult& before) -> Result<Changed> {
        auto after = chengyun::pass_lost_chair(before, lost, present, by_post);
        if (!after)
            return after.error();
        auto chair = after->chair;
        return Changed{std::move(*after), entry_kind::consult_chair, std::move(chair)};
    });
}

} // namespace chengyun::hub
