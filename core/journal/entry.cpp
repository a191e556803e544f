#include "core/journal/entry.h"

#include <algorithm>

namespace chengyun {

bool may_see(const Account& account, const Entry& entry) {
    if (account.disabled)
        return false;
    if (entry.entity == "account" || entry.entity == "session" ||
        entry.kind.starts_with("account.") || entry.kind.starts_with("session."))
        return account.role == Role::admin || account.role == Role::auditor;

    const auto listed = [&](const std::string& unit) { return unit == account.unit; };
    if (!account.unit.empty() && std::any_of(entry.units.begin(), entry.units.end(), listed))
        return true;
    // An empty scope means "everything" for those who sit in the centre. A unit without a scope is
    // a telephone in the field: it sees what is addressed to it, no more.
    if (account.area.empty())
        return account.role != Role::unit;
    return std::any_of(entry.areas.begin(), entry.areas.end(),
                       [&](const std::string& area) { return area_contains(account.area, area); });
}

} // namespace chengyun
