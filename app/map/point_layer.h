// The item above Qt Location's Map that draws all points: clustered, hit-tested and selected here.
// Bind centre, zoom and bearing to the map's; panning then changes matrices only.
#pragma once

#include "app/map/cluster_index.h"
#include "app/map/map_feed.h"
#include "app/map/map_hit.h"
#include "app/map/map_mark.h"
#include "app/map/map_view.h"
#include "app/map/symbol_atlas.h"

#include <QGeoCoordinate>
#include <QPointer>
#include <QQuickItem>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace chengyun::console {

/// GUI thread. The index is built on a worker thread; until the next one is there the last stays on
/// the screen.
class PointLayer : public QQuickItem {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::MapFeed* feed READ feed WRITE setFeed NOTIFY feedChanged)
    Q_PROPERTY(QGeoCoordinate center READ center WRITE setCenter NOTIFY viewChanged)
    Q_PROPERTY(qreal zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY viewChanged)
    Q_PROPERTY(qreal bearing READ bearing WRITE setBearing NOTIFY viewChanged)
    /// How much larger symbols are than at a seat.
    Q_PROPERTY(qreal symbolScale READ symbolScale WRITE setSymbolScale NOTIFY symbolScaleChanged)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY darkChanged)
    /// One bit a chengyun::Layer, Availability and Level.
    Q_PROPERTY(int layers READ layers WRITE setLayers NOTIFY filterChanged)
    Q_PROPERTY(int states READ states WRITE setStates NOTIFY filterChanged)
    Q_PROPERTY(int levels READ levels WRITE setLevels NOTIFY filterChanged)
    /// When not empty only these resources are shown.
    Q_PROPERTY(QStringList onlyIds READ onlyIds WRITE setOnlyIds NOTIFY filterChanged)
    /// Kinds of pins that are not shown.
    Q_PROPERTY(QStringList hiddenPins READ hiddenPins WRITE setHiddenPins NOTIFY filterChanged)
    Q_PROPERTY(bool clustered READ clustered WRITE setClustered NOTIFY filterChanged)
    /// Ids of resources and pins that are marked and always drawn on their own.
    Q_PROPERTY(
        QStringList selectedIds READ selectedIds WRITE setSelectedIds NOTIFY selectedIdsChanged)
    /// Ids of what is chosen. A halo lies beneath it, or beneath the cluster that stands for it.
    Q_PROPERTY(QStringList chosenIds READ chosenIds WRITE setChosenIds NOTIFY chosenIdsChanged)
    Q_PROPERTY(chengyun::console::MapHit hovered READ hovered NOTIFY hoveredChanged)
    /// What the keys have gone to; Nothing while they have not.
    Q_PROPERTY(chengyun::console::MapHit ringed READ ringed NOTIFY ringedChanged)
    /// Points of each layer in the feed, shown or not, by chengyun::Layer.
    Q_PROPERTY(QList<int> counts READ counts NOTIFY countsChanged)
    /// Points that take part in what is shown.
    Q_PROPERTY(int shownCount READ shownCount NOTIFY indexChanged)
    /// An index is being built.
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    explicit PointLayer(QQuickItem* parent = nullptr);
    ~PointLayer() override;

    [[nodiscard]] MapFeed* feed() const { return feed_; }
    void setFeed(MapFeed* feed);
    [[nodiscard]] QGeoCoordinate center() const;
    void setCenter(const QGeoCoordinate& center);
    [[nodiscard]] qreal zoomLevel() const { return view_.zoom; }
    void setZoomLevel(qreal zoom);
    [[nodiscard]] qreal bearing() const { return view_.bearing; }
    void setBearing(qreal bearing);
    [[nodiscard]] qreal symbolScale() const { return symbol_scale_; }
    void setSymbolScale(qreal scale);
    [[nodiscard]] bool isDark() const { return dark_; }
    void setDark(bool dark);
    [[nodiscard]] int layers() const { return filter_.layers; }
    void setLayers(int mask);
    [[nodiscard]] int states() const { return filter_.states; }
    void setStates(int mask);
    [[nodiscard]] int levels() const { return filter_.levels; }
    void setLevels(int mask);
    [[nodiscard]] QStringList onlyIds() const { return only_ids_; }
    void setOnlyIds(const QStringList& ids);
    [[nodiscard]] QStringList hiddenPins() const { return hidden_pins_; }
    void setHiddenPins(const QStringList& kinds);
    [[nodiscard]] bool clustered() const { return options_.clustered; }
    void setClustered(bool clustered);
    [[nodiscard]] QStringList selectedIds() const { return selected_ids_; }
    void setSelectedIds(const QStringList& ids);
    [[nodiscard]] QStringList chosenIds() const { return chosen_ids_; }
    void setChosenIds(const QStringList& ids);
    [[nodiscard]] MapHit hovered() const { return hovered_; }
    [[nodiscard]] MapHit ringed() const { return ringed_; }
    [[nodiscard]] QList<int> counts() const;
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] bool busy() const { return building_; }

    /// What is drawn at this place of the item, the topmost.
    Q_INVOKABLE [[nodiscard]] chengyun::console::MapHit hit(QPointF at) const;
    /// Marks what is under the pointer, and says it in `hovered`.
    Q_INVOKABLE void hover(QPointF at);
    Q_INVOKABLE void leave();
    /// All ids of what is drawn at this place, the topmost.
    Q_INVOKABLE [[nodiscard]] QStringList hitIds(QPointF at) const;
    /// Ids of all that stands at the place of what is drawn here: pins, then points.
    Q_INVOKABLE [[nodiscard]] QStringList idsAt(QPointF at) const;
    /// Rings the nearest symbol in a direction (−1, 0, 1 each); without a direction, or before
    /// anything is ringed, the nearest to the middle. False, and the ring stays, when there is
    /// none in view.
    Q_INVOKABLE bool moveRing(int dx, int dy);
    Q_INVOKABLE void dropRing();
    /// Where what is ringed is hit.
    Q_INVOKABLE [[nodiscard]] QPointF ringedAt() const;
    /// Ids of shown resources and pins within a rectangle of the item.
    Q_INVOKABLE [[nodiscard]] QStringList idsInRect(QRectF rect) const;
    /// Ids of shown resources within a distance, nearest first.
    Q_INVOKABLE [[nodiscard]] QStringList idsWithin(const QGeoCoordinate& place,
                                                    qreal metres) const;
    Q_INVOKABLE [[nodiscard]] QPointF toItem(const QGeoCoordinate& place) const;
    Q_INVOKABLE [[nodiscard]] QGeoCoordinate toPlace(QPointF at) const;

    /// The index on the screen; null before the first.
    [[nodiscard]] std::shared_ptr<const ClusterIndex> index() const { return index_; }
    /// Chunks written to the graphics card since the beginning; for tests.
    [[nodiscard]] std::size_t writtenChunks() const { return written_chunks_; }

Q_SIGNALS:
    void feedChanged();
    void viewChanged();
    void symbolScaleChanged();
    void darkChanged();
    void filterChanged();
    void selectedIdsChanged();
    void chosenIdsChanged();
    void hoveredChanged();
    void ringedChanged();
    void countsChanged();
    void indexChanged();
    void busyChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;
    void releaseResources() override;

private:
    struct Filter {
        int layers = 31;
        int states = 7;
        int levels = 31;
        bool operator==(const Filter&) const = default;
    };
    struct Found {
        ClusterIndex::Ref ref = 0;
        double distance = 0;
        bool any = false;
    };

    void setFilter(const Filter& filter);
    void rebuild();
    void publish(std::shared_ptr<const ClusterIndex> index);
    void look_changed(quint32 ordinal);
    void rebuild_marks();
    void rebuild_chosen();
    /// The map has come to another level of the index.
    void level_changed();
    void take_pins();
    void set_hovered(const MapHit& hit);
    void set_ringed(const MapHit& hit, const QString& id);
    /// What is ringed as it is drawn now, after the index, the level or the pins changed.
    void renew_ring();
    [[nodiscard]] QPointF head_of(const MapPin& pin) const;
    [[nodiscard]] const MapPin* pin_at(QPointF at) const;
    [[nodiscard]] Found node_at(QPointF at) const;
    [[nodiscard]] QStringList ids_of(ClusterIndex::Ref ref) const;
    [[nodiscard]] MapHit describe(ClusterIndex::Ref ref) const;
    [[nodiscard]] MapHit describe(const MapPin& pin) const;
    [[nodiscard]] std::span<const PointLook> looks() const { return looks_; }

    QPointer<MapFeed> feed_;
    MapView view_;
    qreal symbol_scale_ = 1;
    bool dark_ = true;
    Filter filter_;
    QStringList only_ids_;
    QStringList hidden_pins_;
    std::vector<MapPin> pins_; ///< that are shown, in the order they are drawn
    ClusterOptions options_;
    QStringList selected_ids_;
    QStringList chosen_ids_;
    MapHit hovered_;
    MapHit ringed_;
    QString ring_id_; ///< of the pin, the point, or a point of the cluster that is ringed

    std::shared_ptr<const ClusterIndex> index_;
    std::vector<PointLook> looks_; ///< of index_'s points, as patched
    bool building_ = false;
    bool stale_ = false; ///< something changed while building

    std::shared_ptr<const SymbolAtlas> atlas_;
    double atlas_ratio_ = 0;
    std::vector<Mark> marks_;
    std::vector<Mark> chosen_;
    std::vector<std::uint32_t> touched_;
    bool marks_dirty_ = true;
    bool chosen_dirty_ = true;
    bool pins_dirty_ = true;
    bool atlas_dirty_ = false;
    std::size_t written_chunks_ = 0;
};

} // namespace chengyun::console
