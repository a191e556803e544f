// The log of the shifts (值班日志).
#pragma once

#include "hub/duty/duty_actor.h"
#include "hub/duty/duty_entry.h"
#include "hub/duty/duty_viewers.h"

namespace chengyun::hub {

class OrderStore;

/// Commands only inside a Transaction; each answers with Done.
class LogService {
public:
    LogService(const DutyViewers& viewers, const OrderStore& orders)
        : viewers_(viewers), orders_(orders) {}

    /// By everybody who is on duty: forbidden ("shift") otherwise. The order must be one that he
    /// sees; what he corrects as well.
    [[nodiscard]] Result<Answer> write(Transaction& tx, const Account& account,
                                       const WriteLog& command);
    /// Takes a standing entry off the sheets, by everybody on duty who sees it.
    [[nodiscard]] Result<Answer> settle(Transaction& tx, const Account& account,
                                        const std::string& id);

private:
    /// The shift in which the account is on duty.
    [[nodiscard]] static Result<Shift> own_shift(Database& db, const Account& account);
    /// The entry, where the account sees it; else not_found.
    [[nodiscard]] Result<LogEntry> seen(Database& db, const Account& account,
                                        const std::string& id) const;
    [[nodiscard]] Result<Answer> keep(Transaction& tx, const Account& account, LogEntry& written,
                                      std::string_view kind) const;

    const DutyViewers& viewers_;
    const OrderStore& orders_;
};

} // namespace chengyun::hub
