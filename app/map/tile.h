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
    /// Nobody wants the tile any more: `done` is not called after this, and what would only have
    /// served it ends. Does nothing once `done` was called.
    using GiveUp = std::function<void()>;
    virtual ~TileSource() = default;
    /// What is returned may be empty: then the tile is made in any case.
    virtual GiveUp tile(TileKey key, Done done) = 0;
    /// tile() would have to wait for another machine.
    [[nodiscard]] virtual bool asks_elsewhere(TileKey) const { return false; }
};

/// What a picture is by its first bytes ("image/png", "image/jpeg", "image/webp"); a server's own
/// word for it is not always true. Empty: none of them.
[[nodiscard]] inline QByteArray picture_type(const QByteArray& bytes) {
    if (bytes.startsWith("\x89PNG"))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

} // namespace chengyun::console
