#include "core/journal/entry.h"

#include "core/journal/audience.h"

#include <algorithm>

namespace chengyun {

bool may_see(const Account& account, const Audience& of) {
    const auto in_scope = [&] {
        return account.area.empty() || std::ranges::any_of(of.areas, [&](const std::string& area) {
                   return area_contains(account.area, area);
               });
    };
    if (account.disabled)
        return false;
    if (of.entity == "account" || of.entity == "session" || of.kind.starts_with("account.") ||
        of.kind.starts_with("session."))
        return (account.role == Role::admin || account.role == Role::auditor) && in_scope();
    if (of.entity == "duty")
        return true;
    if (!account.unit.empty() && std::ranges::find(of.units, account.unit) != of.units.end())
        return true;
    // An empty scope means "everything" for those who sit in the centre. A unit without a scope is
    // a telephone in the field: it sees what is addressed to it, no more.
    return in_scope() && !(account.area.empty() && account.role == Role::unit);
}

bool may_see(const Account& account, const Entry& entry) {
    return may_see(account, Audience{entry.kind, entry.entity, entry.areas, entry.units});
}

} // namespace chengyun
