// Patrol duty: who has looked at which cameras of a group, and what was seen there. docs/patrol.md.
#pragma once

#include "core/account/account.h"
#include "core/patrol/look.h"
#include "hub/patrol/look_store.h"
#include "hub/patrol/patrol_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <string>

namespace chengyun::hub {

class ResourceStore;

/// Reading: any thread with its own connection. Commands: only inside a Transaction.
class PatrolDuty {
public:
    /// All must outlive this.
    PatrolDuty(LookStore& looks, const PatrolStore& groups, const ResourceStore& resources)
        : looks_(looks), groups_(groups), resources_(resources) {}

    /// Answers with Done. not_found for a group that the account does not see ("group") and for a
    /// camera that cannot be in it ("camera"); `conflict` ("camera") where the round has looked at
    /// it already, and ("round") for a round of another person or group.
    [[nodiscard]] Result<Answer> look(Transaction& tx, const Account& account,
                                      const LookAtCamera& command);
    /// {items: [PatrolShare]}: the rounds of these times in groups that the account sees, the
    /// latest first.
    [[nodiscard]] Result<std::string> rounds(Database& db, const Account& account, Instant from,
                                             Instant to) const;

private:
    LookStore& looks_;
    const PatrolStore& groups_;
    const ResourceStore& resources_;
};

} // namespace chengyun::hub
