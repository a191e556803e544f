// Who leads the hall and in which mode: everybody sees it, the hall's own operators and commanders
// say it.
#pragma once

#include "core/account/account.h"
#include "hub/duty/duty_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <functional>
#include <utility>
#include <vector>

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

    /// What else is done when the mode is switched, inside the same Transaction, after its entry. A
    /// failure refuses the switch. Before anything is said; what it refers to must outlive this.
    using ModeSwitched = std::function<Result<>(Transaction&, const Actor& by, Mode)>;
    void on_mode(ModeSwitched told) { mode_switched_.push_back(std::move(told)); }

private:
    DutyStore& store_;
    std::vector<ModeSwitched> mode_switched_;
};

} // namespace chengyun::hub
