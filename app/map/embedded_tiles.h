// Tiles of the embedded base map, painted on worker threads and kept in memory.
#pragma once

#include "app/map/base_map.h"
#include "app/map/tile.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace chengyun::console {

class EmbeddedTiles : public QObject, public TileSource {
    Q_OBJECT
public:
    EmbeddedTiles(std::shared_ptr<const BaseMap> map, QString language, const MapPalette& palette);
    ~EmbeddedTiles() override;

    GiveUp tile(TileKey key, Done done) override;

private:
    void finish(TileKey key, const QByteArray& png);

    std::shared_ptr<const BaseMap> map_;
    QString language_;
    const MapPalette& palette_;
    QThreadPool pool_;
    QCache<TileKey, QByteArray> cache_; ///< cost is bytes
    QHash<TileKey, std::vector<Done>> waiting_;
};

/// Twice the 256 logical pixels of a tile: between two zooms Qt Location enlarges tiles up to
/// twofold, and with this they stay sharp.
inline constexpr int embedded_tile_side = 512;

/// Quick rather than small: these bytes never leave the machine.
[[nodiscard]] QByteArray encode_png(const QImage& image);

} // namespace chengyun::console
