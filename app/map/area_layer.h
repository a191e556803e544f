// Outlines and names of areas, between the base map and the points; the chosen one stands out.
#pragma once

#include "app/map/area_shapes.h"
#include "app/map/map_feed.h"
#include "app/map/map_view.h"

#include <QGeoCoordinate>
#include <QPointer>
#include <QQuickItem>

#include <memory>
#include <vector>

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
    [[nodiscard]] std::shared_ptr<const AreaShapes> shapes() const { return all_.shapes; }
    [[nodiscard]] std::shared_ptr<const AreaShapes> chosenShapes() const { return chosen_.shapes; }

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
    using Areas = std::shared_ptr<const std::vector<Area>>;
    /// Shapes that are made of the feed's areas; those before stay until others are ready.
    struct Made {
        const Areas& (MapFeed::*areas)() const;
        std::shared_ptr<const AreaShapes> shapes = nullptr;
        bool preparing = false;
        bool stale = false;
    };
    class Outlines;
    class Nodes;
    void prepare(Made& made);

    QPointer<MapFeed> feed_;
    MapView view_;
    qreal text_scale_ = 1;
    bool dark_ = true;
    Made all_{&MapFeed::areas};
    Made chosen_{&MapFeed::chosenArea};
};

} // namespace chengyun::console
