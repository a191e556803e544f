// What a tile is, and what can make one.
#pragma once

#include "app/map/mercator.h"
#include "core/result.h"

#include <QByteArray>
#include <QHash>

#include <compare>
#include <cstddef>
#include <functional>

namespace chengyun::console {

/// XYZ numbering: row 0 is the northernmost.
struct TileKey {
    int z = 0, x = 0, y = 0;
    auto operator<=>(const TileKey&) const = default;

    [[nodiscard]] WorldBox box() const {
        const double n = std::ldexp(1.0, -z);
        return {x * n, y * n, (x + 1) * n, (y + 1) * n};
    }
};

inline size_t qHash(const TileKey& key, size_t seed = 0) {
    return qHashMulti(seed, key.z, key.x, key.y);
}

inline constexpr int max_tile_zoom = 22;

struct Tile {
    QByteArray bytes; ///< an encoded picture
    QByteArray type;  ///< "image/png"
};

/// Something that makes tiles. Used by the thread of the tile server only; `done` is called there,
/// once, perhaps before tile() returns. A place without a tile answers not_found.
class TileSource {
public:
    using Done = std::function<void(Result<Tile>)>;
    virtual ~TileSource() = default;
    virtual void tile(TileKey key, Done done) = 0;
};

} // namespace chengyun::console
