// Which machine showed which camera of a patrol group when. docs/patrol.md.
#pragma once

#include "core/account/account.h"
#include "hub/patrol/patrol_settings.h"
#include "hub/patrol/patrol_store.h"
#include "hub/patrol/shown_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <string>

namespace chengyun::hub {

class ResourceStore;

/// Reading: any thread with its own connection. Commands: only inside a Transaction.
class PatrolShown {
public:
    /// All must outlive this.
    PatrolShown(const PatrolSettings& settings, ShownStore& shown, const PatrolStore& groups,
                const ResourceStore& resources)
        : settings_(settings), shown_(shown), groups_(groups), resources_(resources) {}

    /// Of the session's own machine, whoever is signed in there. Spans of groups or cameras that
    /// are gone by now, or that the account does not see, are left out, as is what lies in the
    /// future or is older than what is kept.
    [[nodiscard]] Result<Answer> report(Transaction& tx, const Account& account,
                                        const ReportShown& report);
    /// {items: [ShownCamera]}: in groups that the account sees, by number.
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account, Instant from,
                                           Instant to, std::int64_t after,
                                           std::int64_t limit) const;

private:
    PatrolSettings settings_;
    ShownStore& shown_;
    const PatrolStore& groups_;
    const ResourceStore& resources_;
};

} // namespace chengyun::hub
