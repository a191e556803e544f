#include "hub/journal/journal_kinds.h"

#include "core/area/area.h"

#include <algorithm>

namespace chengyun::hub {

JournalKinds::JournalKinds(std::initializer_list<std::span<const JournalKind>> declared) {
    for (const auto kinds : declared)
        add(kinds);
}

void JournalKinds::add(std::span<const JournalKind> declared) {
    for (const auto& kind : declared)
        rules_.insert_or_assign(kind.name, kind.rule);
}

EntryRule JournalKinds::rule_of(std::string_view kind, std::string_view entity) const {
    for (const auto name : {kind, entity})
        if (const auto found = rules_.find(name); found != rules_.end())
            return found->second;
    return {};
}

bool may_see(const Account& account, Viewers viewers, std::span<const std::string> areas,
             std::span<const std::string> units) {
    if (account.disabled)
        return false;
    const auto in_scope = [&] {
        return account.area.empty() || std::ranges::any_of(areas, [&](const std::string& area) {
                   return area_contains(account.area, area);
               });
    };
    switch (viewers) {
    case Viewers::everybody:
        return true;
    case Viewers::administration:
        return (account.role == Role::admin || account.role == Role::auditor) && in_scope();
    case Viewers::by_place:
        break;
    }
    // An empty scope means "everything" for those who sit in the centre. A unit without a scope is
    // a telephone in the field: it sees what is addressed to it, no more.
    if (in_scope() && !(account.area.empty() && account.role == Role::unit))
        return true;
    const auto names = [&](const std::string& id) {
        return !id.empty() && std::ranges::find(units, id) != units.end();
    };
    return names(account.unit) || names(account.id);
}

} // namespace chengyun::hub
