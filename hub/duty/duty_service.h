// Who leads the hall and in which mode: everybody sees it, the hall's own operators and commanders
// say it.
#pragma once

#include "core/account/account.h"
#include "hub/duty/duty_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

namespace chengyun::hub {

/// Reading: any thread with its own connection. Writing: only inside a Transaction.
class DutyService {
public:
    explicit DutyService(DutyStore& store) : store_(store) {}

    [[nodiscard]] Result<Duty> now(Database& db) const { return store_.get(db); }
    /// The JSON text of core's Duty.
    [[nodiscard]] Result<std::string> get(Database& db) const;
    /// Journals mode.switched where the mode changes and duty.changed where only people do. Refused
    /// with `forbidden` to accounts of a street or community: the hall is not theirs.
    [[nodiscard]] Result<Answer> set(Transaction& tx, const Account& account,
                                     const SetDuty& command);

private:
    DutyStore& store_;
};

} // namespace chengyun::hub
