#include "widgets/chart/load_plot.h"

#include <QTimeZone>
#include <qcustomplot.h>

#include <algorithm>

namespace chengyun::console {

LoadPlot::LoadPlot(QQuickItem* parent) : PlotItem(parent) {
    connect(this, &LoadPlot::seriesChanged, this, &LoadPlot::redraw);
    auto& chart = plot();
    auto* open = chart.addGraph();
    open->setLineStyle(QCPGraph::lsStepLeft);
    auto* late = chart.addGraph();
    late->setLineStyle(QCPGraph::lsStepLeft);
    new QCPBars(chart.xAxis, chart.yAxis);
    chart.xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
    auto whole = QSharedPointer<QCPAxisTicker>::create();
    whole->setTickCount(4);
    chart.yAxis->setTicker(whole);
    // Orders are counted in whole numbers; "2.5 orders" on an axis would be silly.
    chart.yAxis->setNumberFormat(QStringLiteral("f"));
    chart.yAxis->setNumberPrecision(0);
    chart.legend->setVisible(true);
    chart.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
}

void LoadPlot::prepare(QCustomPlot& chart) {
    QFont font(fontFamily_);
    font.setPixelSize(qMax(8, fontSize_));
    for (auto* axis : {chart.xAxis, chart.yAxis}) {
        axis->setTickLabelFont(font);
        axis->setTickLabelColor(text_);
        axis->setBasePen(QPen(line_));
        axis->setTickPen(QPen(line_));
        axis->setSubTicks(false);
        axis->grid()->setPen(QPen(line_, 0, Qt::SolidLine));
        axis->grid()->setZeroLinePen(QPen(line_));
    }
    chart.xAxis->grid()->setVisible(false);
    auto* times = static_cast<QCPAxisTickerDateTime*>(chart.xAxis->ticker().data());
    times->setTimeZone(zone_.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone_.toLatin1()));
    times->setDateTimeFormat(QStringLiteral("HH:mm"));
    times->setTickCount(qBound(3, qRound(width() / (fontSize_ * 8.0)), 9));
    // A low chart has no room for a legend; whoever embeds it names the colours beside it.
    chart.legend->setVisible(height() >= 14 * fontSize_);
    chart.legend->setFont(font);
    chart.legend->setTextColor(text_);
    chart.legend->setBrush(Qt::NoBrush);
    chart.legend->setBorderPen(Qt::NoPen);
    chart.legend->setFillOrder(QCPLegend::foColumnsFirst);
    chart.legend->setRowSpacing(0);

    const auto look = [](QCPGraph* graph, const QColor& color, const QString& name, int alpha) {
        QColor fill = color;
        fill.setAlpha(alpha);
        graph->setPen(QPen(color, 2));
        graph->setBrush(fill);
        graph->setName(name);
    };
    look(chart.graph(0), openColor_, openLabel_, 40);
    look(chart.graph(1), lateColor_, lateLabel_, 70);
    auto* bars = static_cast<QCPBars*>(chart.plottable(2));
    bars->setPen(Qt::NoPen);
    bars->setBrush(freshColor_);
    bars->setName(freshLabel_);
    fill(chart);
}

void LoadPlot::fill(QCustomPlot& chart) {
    const auto points = std::min({times_.size(), open_.size(), fresh_.size(), late_.size()});
    QList<double> at(points);
    double most = 4;
    for (qsizetype i = 0; i < points; ++i) {
        at[i] = times_[i] / 1000;
        most = std::max({most, open_[i], fresh_[i], late_[i]});
    }
    chart.graph(0)->setData(at, open_.first(points), true);
    chart.graph(1)->setData(at, late_.first(points), true);
    auto* bars = static_cast<QCPBars*>(chart.plottable(2));
    bars->setData(at, fresh_.first(points), true);
    const double step = points > 1 ? at[1] - at[0] : 3600;
    bars->setWidth(step * 0.5);
    chart.yAxis->setRange(0, most * 1.25);
    if (points > 0)
        chart.xAxis->setRange(at.front() - step / 2, at.back() + step / 2);
}

} // namespace chengyun::console
