// A file as rows and columns, whatever its format was: read through GDAL/OGR from memory, under
// limits.
#pragma once

#include "core/result.h"
#include "hub/imports/import.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

struct Point {
    double x = 0, y = 0;
};

/// In the source's own coordinates.
struct Shape {
    Point label;                           ///< a point in or on it
    std::vector<std::vector<Point>> rings; ///< of polygons only
};

struct Row {
    std::int64_t number = 0; ///< 1 is the first record
    std::int64_t line = 0;   ///< where it begins; 0: the format has no lines
    std::vector<std::string> values;
    std::optional<Shape> shape;
};

struct Table {
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::string system; ///< WKT, where the file itself says which coordinate system it has
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// Any thread. Failures as of prepare_import.
[[nodiscard]] Result<Table> read_table(const std::filesystem::path& file, const std::string& name,
                                       const std::string& encoding, const ImportLimits& limits);

/// The same for bytes that are in memory already.
[[nodiscard]] Result<Table> read_table_bytes(std::string bytes, const std::string& name,
                                             const std::string& encoding,
                                             const ImportLimits& limits);

/// Lines on which the records of a CSV text begin, the header not counted; quoted line breaks are
/// part of their record, empty lines are none.
[[nodiscard]] std::vector<std::int64_t> record_lines(std::string_view csv);

} // namespace chengyun::hub
