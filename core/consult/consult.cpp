#include "core/consult/consult.h"

#include <algorithm>

namespace chengyun {

const ConsultMember* find_member(const Consult& consult, std::string_view id) {
    const auto found = std::ranges::find(consult.members, id, &ConsultMember::id);
    return found == consult.members.end() ? nullptr : &*found;
}

std::string_view member_id(const Account& account) {
    return account.role == Role::unit ? account.unit : account.id;
}

bool is_in(const Consult& consult, std::string_view member) {
    const auto* found = find_member(consult, member);
    return found && found->state == MemberState::in;
}

bool is_guest(const ConsultMember& member) {
    return member.guest.value_or(false);
}

} // namespace chengyun
