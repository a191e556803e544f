// Outlines and names of areas, between the base map and the points.
#pragma once

#include "app/map/area_shapes.h"
#include "app/map/map_feed.h"
#include "app/map/map_view.h"

#include <QGeoCoordinate>
#include <QPointer>
#include <QQuickItem>

#include <memory>

namespace chengyun::console {

/// GUI thread; outlines are prepared on a worker thread.
class AreaLayer : public QQuickItem {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::MapFeed* feed READ feed WRITE setFeed NOTIFY feedChanged)
    Q_PROPERTY(QGeoCoordinate center READ center WRITE setCenter NOTIFY viewChanged)
    Q_PROPERTY(qreal zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY viewChanged)
    Q_PROPERTY(qreal bearing READ bearing WRITE setBearing NOTIFY viewChanged)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY darkChanged)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)

public:
    explicit AreaLayer(QQuickItem* parent = nullptr);
    ~AreaLayer() override;

    [[nodiscard]] MapFeed* feed() const { return feed_; }
    void setFeed(MapFeed* feed);
    [[nodiscard]] QGeoCoordinate center() const;
    void setCenter(const QGeoCoordinate& center);
    [[nodiscard]] qreal zoomLevel() const { return view_.zoom; }
    void setZoomLevel(qreal zoom);
    [[nodiscard]] qreal bearing() const { return view_.bearing; }
    void setBearing(qreal bearing);
    [[nodiscard]] bool isDark() const { return dark_; }
    void setDark(bool dark);
    [[nodiscard]] qreal textScale() const { return text_scale_; }
    void setTextScale(qreal scale);

    /// What is drawn; null before the first is ready.
    [[nodiscard]] std::shared_ptr<const AreaShapes> shapes() const { return shapes_; }

Q_SIGNALS:
    void feedChanged();
    void viewChanged();
    void textScaleChanged();
    void darkChanged();
    void shapesChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    class Nodes;
    void prepare();

    QPointer<MapFeed> feed_;
    MapView view_;
    qreal text_scale_ = 1;
    bool dark_ = true;
    std::shared_ptr<const AreaShapes> shapes_;
    bool preparing_ = false;
    bool stale_ = false;
};

} // namespace chengyun::console
