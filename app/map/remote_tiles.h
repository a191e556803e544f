// Tiles fetched from an XYZ or WMTS server, kept on disk, and moved to WGS-84 when the server draws
// in GCJ-02.
#pragma once

#include "app/map/map_sources.h"
#include "app/map/tile.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>

#include <memory>
#include <vector>

namespace chengyun::console {

class RemoteTiles : public QObject, public TileSource {
    Q_OBJECT
public:
    /// `folder`: this source's own cache folder; empty for none.
    RemoteTiles(MapSource source, QString folder);
    ~RemoteTiles() override;

    void tile(TileKey key, Done done) override;

private:
    void upstream(TileKey key, Done done);
    void shifted(TileKey key, Done done);
    void fetched(TileKey key, const Result<Tile>& tile);
    [[nodiscard]] QString file_of(TileKey key) const;

    MapSource source_;
    QString folder_;
    QNetworkAccessManager network_;
    QHash<TileKey, std::vector<Done>> waiting_;
};

/// How far the picture of a place has to move, in pixels of a 256-pixel tile, east and south, so
/// that a GCJ-02 picture lies right on WGS-84 at the middle of this tile.
struct PixelShift {
    double east = 0, south = 0;
};
[[nodiscard]] PixelShift gcj02_shift(TileKey key);

} // namespace chengyun::console
