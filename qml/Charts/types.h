// Names of the chart items in QML.
#pragma once

#include "widgets/chart/load_plot.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

/// Its base, so that QML knows what a plot inherits.
struct PlotItemForeign {
    Q_GADGET
    QML_FOREIGN(PlotItem)
    QML_ANONYMOUS
};

struct LoadPlotForeign {
    Q_GADGET
    QML_FOREIGN(LoadPlot)
    QML_NAMED_ELEMENT(LoadPlot)
};

} // namespace chengyun::console
