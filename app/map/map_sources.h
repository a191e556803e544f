// Which maps there are: the embedded one, and what map-sources.toml adds.
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace chengyun::console {

enum class SourceKind { embedded, mbtiles, xyz, wmts };
enum class Datum { wgs84, gcj02 };

/// One source as configured. `key` never leaves the tile server: it is put into upstream requests
/// and into nothing else.
struct MapSource {
    QString name;  ///< a-z, 0-9, "-" and "_"; part of addresses and of the cache folder's name
    QString title; ///< for people
    SourceKind kind = SourceKind::embedded;
    /// mbtiles: a file. xyz: a template with {z} {x} {y}, or {-y} for rows counted from the south,
    /// and perhaps {s} and {key}. wmts: the service's address, or a template with {TileMatrix},
    /// {TileRow} and {TileCol}.
    QString url;
    QString key;
    QStringList subdomains; ///< values of {s}
    Datum datum = Datum::wgs84;
    QString attribution;
    int min_zoom = 0;
    int max_zoom = 19;
    QString layer, style, matrix_set, format; ///< wmts by key and value
    QString language;                         ///< embedded: of the names, "zh" or "en"
    bool dark = false;                        ///< embedded: which of the two palettes

    bool operator==(const MapSource&) const = default;
};

/// What every console has: the embedded base map, with Chinese and with English names, dark and
/// light.
[[nodiscard]] std::vector<MapSource> embedded_sources();

/// A map that is not offered: its file, key or settings are wrong. The hall works without it.
struct LeftOutMap {
    QString name; ///< as its table has it, else "source[1]"; empty when it is about the whole file
    Failure why;  ///< the field says which ("source[1].url")
};

struct MapSources {
    std::vector<MapSource> sources;
    std::vector<LeftOutMap> left_out;
};

/// Reads TOML: `[[source]]` tables with the members above as keys. A key may stand in a file of its
/// own, named by `key_file`. A table with unknown keys, a doubled name or impossible values is left
/// out, and so is everything when the text is no TOML.
[[nodiscard]] MapSources read_map_sources(std::string_view toml, const QString& folder);
/// The same from a file of at most 1 MiB; everything is left out when it cannot be read.
[[nodiscard]] MapSources read_map_sources_file(const QString& path);

/// The upstream address of a tile, for xyz and wmts.
[[nodiscard]] QString upstream_address(const MapSource& source, int z, int x, int y);

/// The hosts that a source may be fetched from; empty for local ones.
[[nodiscard]] QStringList hosts_of(const MapSource& source);

} // namespace chengyun::console
