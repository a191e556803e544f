// Files that GDAL/OGR reads, from memory.
#pragma once

#include "core/result.h"
#include "hub/imports/table.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

/// Sheets, folders or layers of a file.
inline constexpr std::size_t most_parts = 10'000;

[[nodiscard]] Failure no_part_room();

struct Format {
    std::string_view ending; ///< ".geojson"
    const char* driver;      ///< GDAL's name of the one that reads it
    bool is_text;
};

/// What GDAL is not to meet is looked for first (geopackage.h, sheet_size.h), and one driver is
/// allowed to read: no other is asked what the bytes look like. `bytes` are changed as
/// check_geopackage() does at most. A value that GDAL has as a number is given in plain digits, or
/// becomes a flaw of its row where a double could not keep them.
[[nodiscard]] Result<Table> read_with_ogr(std::string& bytes, const Format& format,
                                          const ReadOptions& options, const ImportLimits& limits);

/// A column `WKT` of a CSV file is the geometry of its rows.
[[nodiscard]] Result<> take_wkt_shapes(Table& table, const ImportLimits& limits);

} // namespace chengyun::hub
