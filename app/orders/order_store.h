// Orders and what hangs on them as flat values, kept up to date by the feed.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/order/order.h"
#include "core/order/rules.h"

#include <QObject>
#include <QSet>
#include <QVariantList>
#include <QVariantMap>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chengyun::console {

class HubClock;
class ResourceStore;

/// GUI thread. Pointers are good until the next event.
class OrderStore : public QObject {
    Q_OBJECT
    Q_PROPERTY(int openCount READ openCount NOTIFY countsChanged)

public:
    OrderStore(Source& source, ResourceStore& resources, HubClock& clock,
               QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Order>& orders() const { return orders_.all(); }
    [[nodiscard]] const std::vector<Assignment>& assignments() const { return assignments_.all(); }
    [[nodiscard]] const std::vector<Supervision>& supervisions() const {
        return supervisions_.all();
    }
    [[nodiscard]] const Order* order(std::string_view id) const { return orders_.find(id); }
    [[nodiscard]] const Assignment* assignment(std::string_view id) const {
        return assignments_.find(id);
    }
    [[nodiscard]] const Supervision* supervision(std::string_view id) const {
        return supervisions_.find(id);
    }
    /// Of one order, in the order they were made: lead first.
    [[nodiscard]] std::vector<const Assignment*> assignmentsOf(std::string_view order) const;
    [[nodiscard]] std::vector<const Report*> reportsOf(std::string_view order) const;
    [[nodiscard]] std::vector<const Supervision*> supervisionsOf(std::string_view order) const;
    /// The hub's rules' numbers.
    [[nodiscard]] const OrderPolicy& policy() const { return policy_; }
    /// Open assignments a unit has; what a new order would come on top of.
    [[nodiscard]] int openAssignmentsOf(std::string_view unit) const;
    /// The earliest deadline among its open assignments, ms; 0 when nothing runs.
    [[nodiscard]] qint64 dueOf(const Order& order) const;
    [[nodiscard]] int openCount() const;
    /// Where it is, in words: its address, else how it lies to the nearest known thing
    /// (app/resources/place_words.h), else its area. Found once an order.
    [[nodiscard]] QString placeText(const Order& order) const;

    /// Everything about one order for its panel: id, number, title, text, kind, kindName, level,
    /// levelName, state, stateName, area, areaName, hasPlace, lon, lat, address, resource,
    /// resourceName, placeText, acknowledgeMinutes, reportMinutes, completeMinutes, exercise,
    /// issued, closed, issuerName, dueAt, open. Empty when there is none. Re-evaluate on
    /// `orderChanged`.
    Q_INVOKABLE [[nodiscard]] QVariantMap card(const QString& id) const;

    /// Open orders by their distance from a place, those without one last: {id, number, title,
    /// level, placeText, distanceText}, at most so many.
    Q_INVOKABLE [[nodiscard]] QVariantList openNear(double lon, double lat, int most) const;

    /// Which orders have been looked at on this seat, for the "unread" mark.
    Q_INVOKABLE void markRead(const QString& id);
    [[nodiscard]] bool isUnread(std::string_view id) const;

Q_SIGNALS:
    void reloaded();
    /// Words in cards are another language's now.
    void languageChanged();
    /// Ids of orders that changed in a batch, directly or through what hangs on them.
    void changed(const QSet<QString>& orders);
    void orderChanged(const QString& id);
    void countsChanged();
    void policyChanged();
    /// Units whose number of open assignments may have changed.
    void loadChanged();

private:
    void load(const SnapshotPtr& snapshot);
    void apply(const EntriesPtr& entries);
    void setPolicy(const OrderPolicy& policy);
    /// Finds anew what hangs on each order.
    void index();
    [[nodiscard]] bool forgetClosed();
    /// The highest version of the order and what was assigned for it.
    [[nodiscard]] std::int64_t newest(const Order& order) const;

    ResourceStore& resources_;
    HubClock& clock_;
    Kept<Order, &Order::id> orders_;
    Kept<Assignment, &Assignment::id> assignments_;
    Kept<Report, &Report::id> reports_;
    Kept<Supervision, &Supervision::id> supervisions_;
    OrderPolicy policy_;
    std::unordered_map<std::string, std::vector<std::size_t>> assignmentsOf_, reportsOf_,
        supervisionsOf_;
    std::unordered_map<std::string, int> openOf_;
    struct Told {
        Place place;
        QString text;
    };
    mutable std::unordered_map<std::string, Told> told_; ///< order → what placeText() has found
    std::unordered_map<std::string, std::int64_t> seen_; ///< order → version when last looked at
};

} // namespace chengyun::console
