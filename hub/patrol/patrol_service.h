// Camera patrol: who makes groups, and what the journal says of it. docs/patrol.md.
//
// A group lies in an area, or in the whole hall. Accounts whose scope holds that see it; phones do
// not. Who feeds walls makes, edits and removes groups.
#pragma once

#include "core/account/account.h"
#include "core/patrol/group.h"
#include "hub/patrol/patrol_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

class Reach;
class ResourceStore;

/// Reading: any thread with its own connection. Commands: only inside a Transaction; each answers
/// with Done, and what the account does not see is not_found.
class PatrolService {
public:
    /// All must outlive this.
    PatrolService(PatrolStore& groups, const Reach& reach, const ResourceStore& resources)
        : groups_(groups), reach_(reach), resources_(resources) {}

    /// The JSON texts of the groups that the account sees, by id, joined with commas.
    [[nodiscard]] Result<std::string> seen_by(Database& db, const Account& account) const;
    /// {items: [PatrolGroup]}, by id.
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account) const;

    /// Makes or edits a group, whose turns begin now. `conflict` ("version") where somebody else
    /// was first; `no_room` beyond most_patrol_groups; `not_found` for an area or a camera that the
    /// account does not see or that does not lie in the group's area ("cameras[2]"). Cameras that
    /// the group had before are not judged again.
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, PatrolGroup group);
    [[nodiscard]] Result<Answer> remove(Transaction& tx, const Account& account,
                                        std::string_view id);

private:
    [[nodiscard]] Result<> check_area_of(Database& db, const Account& account,
                                         const PatrolGroup& group) const;
    /// Those that `before` has are taken as they are.
    [[nodiscard]] Result<> check_cameras(Database& db, const PatrolGroup& group,
                                         const PatrolGroup* before) const;

    PatrolStore& groups_;
    const Reach& reach_;
    const ResourceStore& resources_;
};

} // namespace chengyun::hub
