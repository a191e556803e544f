// The embedded base map: water, places and a graticule, painted from vectors in the console's dark
// theme. Outside the data it is calm ground.
#pragma once

#include "app/map/mercator.h"
#include "app/map/tile.h"
#include "core/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace chengyun::console {

struct MapPalette;

/// A grid over feature boxes: which features may touch a box.
class FeatureGrid {
public:
    void build(std::vector<WorldBox> boxes);
    /// Ascending and without doubles; all of them do intersect.
    [[nodiscard]] std::vector<std::uint32_t> find(const WorldBox& box) const;

private:
    [[nodiscard]] int column(double x) const;
    [[nodiscard]] int row(double y) const;

    static constexpr int side = 64;
    std::vector<WorldBox> boxes_;
    WorldBox extent_;
    std::vector<std::vector<std::uint32_t>> cells_;
};

/// Immutable after reading; paint() may be called by any thread.
class BaseMap {
public:
    /// Reads GeoJSON. Polygons and MultiPolygons are water. LineStrings are rivers, with an
    /// optional "width" in metres. Points are names: "name" (or "name:zh" and "name:en"), "kind"
    /// one of city, district, town, river, lake, and "rank" (0 first). Other geometry is refused.
    [[nodiscard]] static Result<BaseMap> read(const std::vector<QByteArray>& geojson);

    /// One tile, `side` pixels, whatever the zoom. `language` chooses the names ("zh" or "en").
    [[nodiscard]] QImage paint(TileKey key, int side, const QString& language,
                               const MapPalette& palette) const;

    [[nodiscard]] WorldBox extent() const { return extent_; }
    [[nodiscard]] std::size_t feature_count() const { return shapes_.size() + names_.size(); }

private:
    friend class BaseMapReader;

    struct Shape {
        bool filled = true;
        double width_m = 0; ///< lines only
        std::vector<std::vector<World>> rings;
        WorldBox box;
    };
    enum class NameKind { city, district, town, river, lake };
    struct Name {
        World at;
        NameKind kind = NameKind::town;
        int rank = 0;
        QString zh, en;
    };

    class Painting;

    std::vector<Shape> shapes_;
    std::vector<Name> names_;
    FeatureGrid grid_;
    WorldBox extent_;
};

} // namespace chengyun::console
