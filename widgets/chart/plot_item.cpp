#include "widgets/chart/plot_item.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <qcustomplot.h>

namespace chengyun::console {

PlotItem::PlotItem(QQuickItem* parent)
    : QQuickItem(parent), plot_(std::make_unique<QCustomPlot>()) {
    setFlag(ItemHasContents);
    connect(this, &PlotItem::looksChanged, this, &PlotItem::redraw);
}

PlotItem::~PlotItem() = default;

void PlotItem::redraw() {
    polish();
}

void PlotItem::updatePolish() {
    const int across = qRound(width());
    const int down = qRound(height());
    if (across < 16 || down < 16 || !window())
        return;
    plot_->setBackground(QBrush(ground_));
    prepare(*plot_);
    image_ = plot_->toPixmap(across, down, window()->effectiveDevicePixelRatio()).toImage();
    fresh_ = true;
    update();
}

QSGNode* PlotItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    auto* node = static_cast<QSGImageNode*>(old);
    if (image_.isNull()) {
        delete node;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        fresh_ = true;
    }
    if (std::exchange(fresh_, false))
        node->setTexture(window()->createTextureFromImage(image_));
    node->setRect(boundingRect());
    node->setFiltering(QSGTexture::Linear);
    return node;
}

void PlotItem::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        redraw();
}

void PlotItem::itemChange(ItemChange change, const ItemChangeData& value) {
    QQuickItem::itemChange(change, value);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        redraw();
}

} // namespace chengyun::console
