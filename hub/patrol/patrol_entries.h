// Who sees and edits patrol groups, and the journal entries about them.
#pragma once

#include "core/account/account.h"
#include "core/patrol/group.h"
#include "hub/journal/command_entries.h"
#include "hub/patrol/patrol_kinds.h"
#include "hub/resources/scope.h"

#include <string_view>

namespace chengyun::hub {

[[nodiscard]] inline bool sees(const Account& account, const PatrolGroup& group) {
    return account.role != Role::unit && in_scope(account, group.area);
}

/// Who feeds walls makes groups, and goes through them.
[[nodiscard]] inline Result<> check_may_patrol(const Account& account) {
    if (!may(account.role, Permission::feed_walls))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    return {};
}

/// The accounts whose scope holds the group's area; without one, those of the whole hall.
[[nodiscard]] inline Audience audience_of(const PatrolGroup& group) {
    Audience audience;
    if (!group.area.empty())
        audience.areas.push_back(group.area);
    return audience;
}

/// Only inside the command's Transaction.
class PatrolEntries : public CommandEntries {
public:
    using CommandEntries::CommandEntries;

    /// Of the next entry; `json` is what the codec makes of a T.
    template <class T>
    void hold(std::string_view json) {
        change_.add<T>(json);
    }
};

} // namespace chengyun::hub
