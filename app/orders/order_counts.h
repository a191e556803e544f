// How orders stand: what is open, new, late, whose. Chips, rail, board and chart take their numbers
// from here, so that they never differ.
#pragma once

#include "app/orders/order_store.h"
#include "core/order/timers.h"

#include <QObject>
#include <QSet>

namespace chengyun::console {

class HubClock;
class Session;

/// One order as of the clock's last tick.
struct OrderStanding {
    qint64 due = 0; ///< the earliest deadline that runs, ms; 0: none
    TimerKind dueKind = TimerKind::acknowledge;
    bool open = false;
    bool fresh = false; ///< somebody has not acknowledged it
    bool late = false;
    bool mine = false; ///< issued by this account, or to its unit
};

/// Does the unit still have to do with the order? Those that it was taken from do not.
[[nodiscard]] bool counts(const Assignment& assignment);

/// GUI thread. Counts open orders, when they change and when a deadline passes.
class OrderCounts : public QObject {
    Q_OBJECT
    Q_PROPERTY(int all READ all NOTIFY changed)
    Q_PROPERTY(int fresh READ fresh NOTIFY changed)
    Q_PROPERTY(int late READ late NOTIFY changed)
    Q_PROPERTY(int mine READ mine NOTIFY changed)

public:
    OrderCounts(OrderStore& store, Session& session, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] OrderStanding standing(const Order& order) const;
    [[nodiscard]] int all() const { return counts_.all; }
    [[nodiscard]] int fresh() const { return counts_.fresh; }
    [[nodiscard]] int late() const { return counts_.late; }
    [[nodiscard]] int mine() const { return counts_.mine; }

Q_SIGNALS:
    void changed();
    /// Deadlines of these orders have passed.
    void turnedLate(const QSet<QString>& orders);

private:
    struct Counts {
        int all = 0, fresh = 0, late = 0, mine = 0;
        bool operator==(const Counts&) const = default;
    };
    void recount();
    void watchDeadlines();

    OrderStore& store_;
    Session& session_;
    HubClock& clock_;
    Counts counts_;
    qint64 nextLate_ = 0; ///< the earliest deadline still ahead: nothing can turn late before it
};

} // namespace chengyun::console
