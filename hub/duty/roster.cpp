#include "hub/duty/roster.h"

#include "core/journal/entry_kinds.h"
#include "hub/deadlines/deadlines.h"
#include "hub/resources/resources.h"

namespace chengyun::hub {

Roster::Roster(Resources& resources, Deadlines& all_deadlines, const OrderStore& orders,
               FindAccount find_account, const DutyPolicy& policy, const Zone& zone)
    : viewers(*resources.area_store, *resources.unit_store),
      deadlines(all_deadlines.store(), policy),
      planning(deadlines, *resources.unit_store, std::move(find_account)), shifts(deadlines),
      requests(deadlines), handovers(deadlines, viewers, orders), log(viewers, orders), zone(zone) {
    all_deadlines.add(
        {"duty", duty_deadlines,
         [this](Transaction& tx, const Deadline& deadline) { return fire(tx, deadline); },
         [this](Transaction& tx, const Deadline& deadline, const Failure& why) {
             return say_failed(tx, deadline, why);
         }});
}

Result<> Roster::fire(Transaction& tx, const Deadline& deadline) {
    switch (static_cast<DutyDeadline>(deadline.kind)) {
    case DutyDeadline::draft_sheet:
        return handovers.draft(tx, deadline.subject);
    case DutyDeadline::follow_sheet:
        return handovers.follow(tx, deadline.subject, deadline.level == told_anew);
    case DutyDeadline::late_check_in:
    case DutyDeadline::handover_overdue:
        break;
    }
    const auto ring = ring_of(deadline);
    if (!ring)
        return ring.error();
    return ring->kind == DutyRingKind::handover ? handovers.ring(tx, *ring)
                                                : shifts.ring(tx, *ring);
}

Result<> Roster::say_failed(Transaction& tx, const Deadline& deadline, const Failure& why) const {
    const auto kind = static_cast<DutyDeadline>(deadline.kind);
    const bool of_shift = kind == DutyDeadline::late_check_in || kind == DutyDeadline::draft_sheet;
    auto audience = viewers.of_unit(tx.database(), {});
    if (!audience)
        return audience.error();
    DutyEntry entry(tx, {"timer", "timer"});
    entry.note("due", std::to_string(ms_of(deadline.due)));
    entry.note("why", json::name_of(why.kind));
    return entry.append(entry_kind::timer_failed, of_shift ? "shift" : "handover", deadline.subject,
                        deadline.subject, *audience);
}

} // namespace chengyun::hub
