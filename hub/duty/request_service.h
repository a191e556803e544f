// Exchange of shifts and leave: asked for, answered, approved.
#pragma once

#include "core/duty/commands.h"
#include "hub/duty/duty_actor.h"
#include "hub/duty/duty_deadlines.h"
#include "hub/duty/duty_entry.h"

namespace chengyun::hub {

/// Commands only inside a Transaction; each answers with Done.
class RequestService {
public:
    explicit RequestService(DutyDeadlines& deadlines) : deadlines_(deadlines) {}

    /// Of his own shift, which has not begun; the shift in return must be the other's.
    [[nodiscard]] Result<Answer> ask(Transaction& tx, const Account& account,
                                     const AskExchange& command);
    [[nodiscard]] Result<Answer> ask(Transaction& tx, const Account& account,
                                     const AskLeave& command);
    /// An approval changes both shifts in the same entry.
    [[nodiscard]] Result<Answer> act_on_exchange(Transaction& tx, const Account& account,
                                                 const std::string& id, RequestAct act,
                                                 const ActOnRequest& command);
    [[nodiscard]] Result<Answer> act_on_leave(Transaction& tx, const Account& account,
                                              const std::string& id, RequestAct act,
                                              const ActOnRequest& command);

private:
    struct Exchanging;
    [[nodiscard]] Result<> exchange(Transaction& tx, DutyEntry& entry,
                                    const Exchanging& exchanging) const;

    DutyDeadlines& deadlines_;
};

} // namespace chengyun::hub
