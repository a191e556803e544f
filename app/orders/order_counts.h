// How orders stand: what is open, new, late, whose. Chips, rail, board and chart take their numbers
// from here, so that they never differ.
#pragma once

#include "app/orders/order_store.h"
#include "core/order/timers.h"

#include <QObject>
#include <QSet>

#include <set>
#include <string>
#include <unordered_map>
#include <utility>

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

/// GUI thread. Counts open orders, when they change and when a deadline passes; what a batch does
/// not touch is not looked at.
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
    void take(const QSet<QString>& orders);
    /// Counts what the order is now in place of what it was; `order` may be null.
    void replace(const std::string& id, const Order* order);
    void add(const OrderStanding& standing, int sign);
    void tellChange(const Counts& before);
    void watchDeadlines();

    OrderStore& store_;
    Session& session_;
    HubClock& clock_;
    Counts counts_;
    std::unordered_map<std::string, OrderStanding> open_; ///< as counted, by order
    std::set<std::pair<qint64, std::string>> ahead_; ///< deadlines that have not passed: ms, order
    qint64 watched_ = 0;                             ///< the clock when it was looked at last
};

} // namespace chengyun::console
