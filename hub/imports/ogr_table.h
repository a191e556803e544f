// Files that GDAL/OGR reads, from memory.
#pragma once

#include "core/result.h"
#include "hub/imports/table.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

struct Format {
    std::string_view ending; ///< ".geojson"
    const char* driver;      ///< GDAL's name of the one that reads it
    bool is_text;
};

/// `bytes` stay as they are. A value that GDAL has as a number is given in plain digits, or becomes
/// a flaw of its row where a double could not keep them.
[[nodiscard]] Result<Table> read_with_ogr(std::string& bytes, const Format& format,
                                          const ReadOptions& options, const ImportLimits& limits);

/// A column `WKT` of a CSV file is the geometry of its rows.
[[nodiscard]] Result<> take_wkt_shapes(Table& table, const ImportLimits& limits);

} // namespace chengyun::hub
