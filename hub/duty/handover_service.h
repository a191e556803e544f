// Handover sheets: drafted by the hub, brought up to what there is, and signed by both sides.
#pragma once

#include "core/duty/commands.h"
#include "hub/duty/duty_actor.h"
#include "hub/duty/duty_deadlines.h"
#include "hub/duty/duty_entry.h"
#include "hub/duty/duty_viewers.h"

namespace chengyun::hub {

class OrderStore;

/// Only inside a Transaction.
class HandoverService {
public:
    HandoverService(DutyDeadlines& deadlines, const DutyViewers& viewers, const OrderStore& orders)
        : deadlines_(deadlines), viewers_(viewers), orders_(orders) {}

    /// Carries out an act; answers with Done. The sheet is brought up to date first, so nobody
    /// signs over what has come since. Where something new is on it when it is accepted, it is not
    /// accepted: the answer is handover.refreshed, and what is new waits to be acknowledged.
    /// Accepting closes the outgoing shift.
    [[nodiscard]] Result<Answer> act(Transaction& tx, const Account& account, const std::string& id,
                                     HandoverAct act, const ActOnHandover& command);

    /// The shift ends soon: appends handover.drafted where its post hands over.
    [[nodiscard]] Result<> draft(Transaction& tx, const std::string& shift);
    /// Appends handover.refreshed where something is new, or `always`, and looks again later.
    [[nodiscard]] Result<> follow(Transaction& tx, const std::string& id, bool always = false);
    /// It was not accepted by now: appends handover.overdue, and lets the ring climb.
    [[nodiscard]] Result<> ring(Transaction& tx, const DutyRing& ring);

private:
    struct Loaded {
        Handover sheet;
        Post post;
        Shift outgoing;
    };
    [[nodiscard]] Result<Loaded> load(Transaction& tx, const std::string& id) const;
    /// The sheet as it should be now.
    [[nodiscard]] Result<Handover> up_to_date(Transaction& tx, const Loaded& loaded) const;
    [[nodiscard]] Result<HandoverActor> actor_of_sheet(Database& db, const Account& account,
                                                       const Loaded& loaded) const;
    /// About the sheet, to those who see it as it is now.
    [[nodiscard]] Result<> append(Database& db, DutyEntry& entry, std::string_view kind,
                                  const Post& post, const Handover& sheet) const;
    [[nodiscard]] Result<> close_outgoing(Transaction& tx, DutyEntry& entry, const Loaded& loaded,
                                          const Handover& sheet);

    DutyDeadlines& deadlines_;
    const DutyViewers& viewers_;
    const OrderStore& orders_;
};

} // namespace chengyun::hub
