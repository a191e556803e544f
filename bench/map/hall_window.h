// A window with the one map in it, over a made-up district.
#pragma once

#include "app/map/map_feed.h"
#include "app/map/tile_server.h"

#include <QQmlEngine>
#include <QQuickView>
#include <QTemporaryDir>

#include <memory>

namespace chengyun::console {

class PointLayer;

class HallWindow {
public:
    /// Fails with what the tile server or QML said.
    [[nodiscard]] static Result<std::unique_ptr<HallWindow>> open(QSize size, std::size_t points);

    [[nodiscard]] QQuickView& view() { return *view_; }
    [[nodiscard]] MapFeed& feed() { return *feed_; }
    [[nodiscard]] const TileServer& tiles() const { return *tiles_; }
    [[nodiscard]] QObject* map() const;
    [[nodiscard]] PointLayer* layer() const;
    /// Runs the event loop until the index is there and nothing was drawn for `quiet_ms`.
    void settle(int quiet_ms);

private:
    QTemporaryDir folder_;
    std::unique_ptr<TileServer> tiles_;
    std::unique_ptr<MapFeed> feed_;
    std::unique_ptr<QQuickView> view_;
};

} // namespace chengyun::console
