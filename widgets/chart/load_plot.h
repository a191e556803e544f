// The hall's load over time: how many orders were open, new and late in each interval.
#pragma once

#include "widgets/chart/plot_item.h"

#include <QList>

namespace chengyun::console {

/// Four parallel lists, oldest first, one value an interval: its beginning (UTC milliseconds), the
/// orders open at its end, those issued in it, and those open and overdue at its end. A shorter
/// list ends the picture early. GUI thread.
class LoadPlot : public PlotItem {
    Q_OBJECT
    Q_PROPERTY(QList<qreal> times MEMBER times_ NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<qreal> open MEMBER open_ NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<qreal> fresh MEMBER fresh_ NOTIFY seriesChanged FINAL)
    Q_PROPERTY(QList<qreal> late MEMBER late_ NOTIFY seriesChanged FINAL)
    /// IANA name of the zone of the times at the axis; empty: this machine's.
    Q_PROPERTY(QString zone MEMBER zone_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor openColor MEMBER openColor_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor freshColor MEMBER freshColor_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor lateColor MEMBER lateColor_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QString openLabel MEMBER openLabel_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QString freshLabel MEMBER freshLabel_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QString lateLabel MEMBER lateLabel_ NOTIFY looksChanged FINAL)

public:
    explicit LoadPlot(QQuickItem* parent = nullptr);

Q_SIGNALS:
    void seriesChanged();

protected:
    void prepare(QCustomPlot& plot) override;

private:
    void fill(QCustomPlot& plot);

    QList<qreal> times_, open_, fresh_, late_;
    QString zone_;
    QColor openColor_, freshColor_, lateColor_;
    QString openLabel_, freshLabel_, lateLabel_;
};

} // namespace chengyun::console
