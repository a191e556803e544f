// Tiles out of an MBTiles file (an SQLite database of pictures).
#pragma once

#include "app/map/tile.h"
#include "core/result.h"

#include <QString>

#include <memory>

namespace chengyun::console {

class Mbtiles : public TileSource {
public:
    /// Fails with not_found, or wrong_type when it is no MBTiles of pictures. To be opened, used
    /// and destroyed by one and the same thread, as Qt SQL demands.
    [[nodiscard]] static Result<std::unique_ptr<Mbtiles>> open(const QString& file);
    ~Mbtiles() override;

    GiveUp tile(TileKey key, Done done) override;

    [[nodiscard]] QByteArray type() const { return type_; }

private:
    Mbtiles() = default;
    [[nodiscard]] Result<Tile> read(TileKey key) const;

    QString connection_;
    QByteArray type_;
};

} // namespace chengyun::console
