// Orders and their way. Every rule is core's (core/order/rules.h); here is who may do it, what is
// stored with it, and which journal entries say so.
//
// Who sees an order: accounts without an area scope, those whose scope contains the order's area or
// the area of one of its recipients, and every recipient unit. What one does not see is not_found.
// Who may act: a unit account for its own unit's assignments only. A centre account (operator,
// commander) in charge of the order (core's commands()); on behalf of a unit, also one in whose
// scope the unit lies. What an order may name is Reach's to say; units without an area
// (departments) belong to accounts without a scope.
#pragma once

#include "core/account/account.h"
#include "core/order/commands.h"
#include "core/order/order.h"
#include "core/order/rules.h"
#include "core/order/timers.h"
#include "hub/deadlines/deadlines.h"
#include "hub/orders/order_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

struct AlarmSubject;
class OrderEntry;
class DeadlineStore;
class JournalKinds;
struct Audience;
class Reach;
class UnitStore;

/// Reading: any thread with its own connection. Commands: only inside a Transaction, that is in a
/// Work.
class OrderService {
public:
    OrderService(OrderStore& orders, DeadlineStore& deadlines, UnitStore& units, const Reach& reach,
                 OrderPolicy policy = {});

    /// POST /orders → Done. Appends order.issued.
    [[nodiscard]] Result<Answer> issue(Transaction& tx, const Account& account,
                                       const IssueOrder& command);
    /// POST /assignments/{id}/{act} → Done. A report whose id has been stored already answers
    /// `conflict`.
    [[nodiscard]] Result<Answer> act(Transaction& tx, const Account& account,
                                     std::string_view assignment, Act act,
                                     const ActOnAssignment& command);
    /// POST /orders/{id}/withdraw → Done: every open assignment is withdrawn, or none: wrong_state
    /// as soon as one recipient has signed for it (core's table withdraws before signing only).
    [[nodiscard]] Result<Answer> withdraw(Transaction& tx, const Account& account,
                                          std::string_view order, const std::string& reason);
    /// POST /orders/{id}/attach → Done. Appends order.attached. The order may be over: what a
    /// camera has kept of it is often asked for afterwards.
    [[nodiscard]] Result<Answer> attach(Transaction& tx, const Account& account,
                                        std::string_view order, const AttachToOrder& command);
    /// POST /supervisions/{id}/reply → Done.
    [[nodiscard]] Result<Answer> reply(Transaction& tx, const Account& account,
                                       std::string_view supervision, const std::string& text,
                                       std::optional<Instant> done_at = {});
    /// POST /supervisions/{id}/close → Done.
    [[nodiscard]] Result<Answer> close(Transaction& tx, const Account& account,
                                       std::string_view supervision, const std::string& outcome,
                                       std::optional<double> deduction);

    /// What is done when an assignment's deadline is near or missed; refers to this.
    [[nodiscard]] DeadlineHandler deadline_handler();
    /// Alarms about orders: those who see an order hear of them, the centre in charge of it takes
    /// them, and core's standing_alarms() says which stand. Refers to this.
    [[nodiscard]] AlarmSubject alarm_subject() const;

    /// GET /orders → {items: [{order, assignments}], next?}
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account,
                                           const OrderQuery& query) const;
    /// GET /orders/{id} → {order, assignments, reports, supervisions}
    [[nodiscard]] Result<std::string> detail(Database& db, const Account& account,
                                             std::string_view order) const;
    /// GET /orders/{id}/timeline → {items: [Entry]}: the whole timeline of the order.
    [[nodiscard]] Result<std::string> timeline(Database& db, const JournalKinds& kinds,
                                               const Account& account,
                                               std::string_view order) const;
    /// Who sees the order, for one who does; else not_found.
    [[nodiscard]] Result<Audience> audience(Database& db, const Account& account,
                                            std::string_view order) const;
    /// May the account fetch this attachment: it is part of a report of an order it sees?
    [[nodiscard]] Result<bool> may_fetch(Database& db, const Account& account,
                                         std::string_view attachment) const;
    /// Whose orders the account sees.
    [[nodiscard]] static OrderScope scope_of(const Account& account);

private:
    /// An order with the heads of its assignments (OrderStore::heads).
    struct Loaded {
        Order order;
        std::vector<Assignment> heads;
    };
    /// not_found also when the account does not see it.
    [[nodiscard]] Result<Loaded> load(Transaction& tx, const Account& account,
                                      std::string_view order) const;
    [[nodiscard]] static Result<> may_act(const Account& account, const Order& order,
                                          const Assignment& assignment, bool on_behalf);
    /// Which area the order is of, when it may name what it names.
    [[nodiscard]] Result<std::string> area_of(Transaction& tx, const Account& account,
                                              const IssueOrder& command) const;
    /// `field` names the unit in a refusal.
    [[nodiscard]] Result<Assignment> new_assignment(Transaction& tx, const Account& account,
                                                    const Order& order, const std::string& unit,
                                                    const std::string& field) const;
    [[nodiscard]] Result<Supervision> new_supervision(Transaction& tx, const Assignment& assignment,
                                                      const Actor& actor, Escalation level,
                                                      Instant deadline) const;
    [[nodiscard]] Result<> start_timers(Transaction& tx, const Assignment& assignment,
                                        const TimeLimits& limits);
    [[nodiscard]] Result<> rearm_timers(Transaction& tx, const Assignment& before,
                                        const Assignment& after, const TimeLimits& limits);
    /// Appends the act's entry with the order's new state, and the order's end when this was it.
    [[nodiscard]] static Result<> finish(Transaction& tx, OrderEntry& entry, Order& order,
                                         std::span<const Assignment> heads, std::string_view kind,
                                         std::string_view entity, std::string_view id);
    [[nodiscard]] Result<> fire(Transaction& tx, const Timer& timer);
    /// Appends timer.failed, seen by the accounts that see the order; when the order cannot be
    /// read, by those that see everything.
    [[nodiscard]] Result<> say_failed(Transaction& tx, const Deadline& deadline,
                                      const Failure& why) const;
    [[nodiscard]] Result<> supervise_late(Transaction& tx, OrderEntry& entry,
                                          const Assignment& assignment, const Timer& timer);
    [[nodiscard]] Result<> circulate(Transaction& tx, OrderEntry& entry, const Order& order,
                                     const Assignment& assignment, const Timer& timer);

    OrderStore& orders_;
    DeadlineStore& deadlines_;
    UnitStore& units_;
    const Reach& reach_;
    OrderPolicy policy_;
};

} // namespace chengyun::hub
