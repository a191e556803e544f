// The roster's services, wired.
#pragma once

#include "core/time/zone.h"
#include "hub/duty/duty_reads.h"
#include "hub/duty/handover_service.h"
#include "hub/duty/log_service.h"
#include "hub/duty/request_service.h"
#include "hub/duty/roster_service.h"
#include "hub/duty/shift_service.h"

namespace chengyun::hub {

class Deadlines;
struct Resources;

struct Roster {
    /// Adds its handler to the deadlines.
    Roster(Resources& resources, Deadlines& all_deadlines, const OrderStore& orders,
           FindAccount find_account, const DutyPolicy& policy, const Zone& zone);
    Roster(const Roster&) = delete;
    Roster& operator=(const Roster&) = delete;

    DutyViewers viewers;
    DutyDeadlines deadlines;
    RosterService planning;
    ShiftService shifts;
    RequestService requests;
    HandoverService handovers;
    LogService log;
    DutyReads reads{viewers};
    Zone zone; ///< the hall's

private:
    [[nodiscard]] Result<> fire(Transaction& tx, const Deadline& deadline);
    [[nodiscard]] Result<> say_failed(Transaction& tx, const Deadline& deadline,
                                      const Failure& why) const;
};

} // namespace chengyun::hub
