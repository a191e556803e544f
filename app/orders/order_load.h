// Open, new and late orders over the last 24 hours, for the chart under the map.
#pragma once

#include "core/order/order.h"
#include "core/time/instant.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chengyun::console {

class HubClock;
class OrderCounts;
class OrderStore;

/// One point: at the end of a bucket of 15 minutes.
struct LoadPoint {
    qint64 at = 0; ///< ms UTC
    int open = 0;  ///< orders open at that time
    int fresh = 0; ///< orders issued within the bucket
    int late = 0;  ///< orders open at that time with a missed deadline
    bool operator==(const LoadPoint&) const = default;
};

/// GUI thread. The last point is the present, as OrderCounts has it; it follows each minute and
/// when a count changes. What is past changes only by what an order that changed adds to it.
class OrderLoad : public QObject {
    Q_OBJECT
    /// Parallel lists, oldest first, 97 points: times in ms, and the three curves.
    Q_PROPERTY(QList<qreal> times READ times NOTIFY changed)
    Q_PROPERTY(QList<qreal> open READ open NOTIFY changed)
    Q_PROPERTY(QList<qreal> fresh READ fresh NOTIFY changed)
    Q_PROPERTY(QList<qreal> late READ late NOTIFY changed)
    Q_PROPERTY(int freshLastHour READ freshLastHour NOTIFY changed)

public:
    OrderLoad(OrderStore& store, OrderCounts& counts, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<LoadPoint>& points() const { return points_; }
    [[nodiscard]] QList<qreal> times() const;
    [[nodiscard]] QList<qreal> open() const;
    [[nodiscard]] QList<qreal> fresh() const;
    [[nodiscard]] QList<qreal> late() const;
    [[nodiscard]] int freshLastHour() const;

Q_SIGNALS:
    void changed();

private:
    /// What one order adds to the curves, whatever the time is; all in ms.
    struct Course {
        qint64 issued = 0, end = 0;
        std::vector<std::pair<qint64, qint64>> late; ///< missed after the first, met at the second
        [[nodiscard]] bool isOpen(qint64 at) const { return issued <= at && at < end; }
        [[nodiscard]] bool isLate(qint64 at) const;
    };
    [[nodiscard]] Course courseOf(const Order& order) const;
    void reload();
    void take(const QSet<QString>& orders);
    void showPresent();
    /// Adds it to the past points, or takes it away.
    void add(const Course& course, int sign);
    /// All past points, from the courses.
    void layOut();
    void setPresent();

    OrderStore& store_;
    OrderCounts& counts_;
    HubClock& clock_;
    std::unordered_map<std::string, Course> courses_;
    std::vector<LoadPoint> points_;
};

} // namespace chengyun::console
