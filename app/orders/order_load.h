// Open, new and late orders over the last 24 hours, for the chart under the map.
#pragma once

#include "core/time/instant.h"

#include <QList>
#include <QObject>

#include <vector>

namespace chengyun::console {

class HubClock;
class OrderStore;

/// One point: at the end of a bucket of 15 minutes.
struct LoadPoint {
    qint64 at = 0; ///< ms UTC
    int open = 0;  ///< orders open at that time
    int fresh = 0; ///< orders issued within the bucket
    int late = 0;  ///< orders open at that time with a missed deadline
    bool operator==(const LoadPoint&) const = default;
};

/// GUI thread. Recomputed when orders change and each minute; the last point is the present.
class OrderLoad : public QObject {
    Q_OBJECT
    /// Parallel lists, oldest first, 97 points: times in ms, and the three curves.
    Q_PROPERTY(QList<qreal> times READ times NOTIFY changed)
    Q_PROPERTY(QList<qreal> open READ open NOTIFY changed)
    Q_PROPERTY(QList<qreal> fresh READ fresh NOTIFY changed)
    Q_PROPERTY(QList<qreal> late READ late NOTIFY changed)
    Q_PROPERTY(int openNow READ openNow NOTIFY changed)
    Q_PROPERTY(int freshLastHour READ freshLastHour NOTIFY changed)
    Q_PROPERTY(int lateNow READ lateNow NOTIFY changed)

public:
    OrderLoad(OrderStore& store, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<LoadPoint>& points() const { return points_; }
    [[nodiscard]] QList<qreal> times() const;
    [[nodiscard]] QList<qreal> open() const;
    [[nodiscard]] QList<qreal> fresh() const;
    [[nodiscard]] QList<qreal> late() const;
    [[nodiscard]] int openNow() const;
    [[nodiscard]] int freshLastHour() const;
    [[nodiscard]] int lateNow() const;

Q_SIGNALS:
    void changed();

private:
    void recompute();
    OrderStore& store_;
    HubClock& clock_;
    std::vector<LoadPoint> points_;
    qint64 minute_ = 0;
    bool scheduled_ = false;
};

} // namespace chengyun::console
