// A file as rows and columns, whatever its format was: CSV by our own strict reader, the rest
// through GDAL/OGR from memory, all under limits.
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
    std::int64_t number = 0; ///< 1 is the first record of its part
    std::int64_t line = 0;   ///< where it begins, or the sheet's own row; 0: the format has neither
    std::size_t part = 0;    ///< position in Table::parts, where there are any
    std::vector<std::string> values;
    std::optional<Shape> shape;
};

/// What is wrong with a row before anybody asks what it means.
struct RowFlaw {
    std::size_t row = 0;               ///< position in Table::rows
    std::optional<std::size_t> column; ///< the flaw spoils this one alone; none: the whole row
    RowFault fault = RowFault::invalid;
    std::string detail;
};

/// One of several sheets, folders or layers within a file.
struct TablePart {
    std::string name;
    std::int64_t rows = 0;
    bool is_read = false;
    std::vector<bool> has; ///< by column of the table, when it is read
};

struct Table {
    std::vector<std::string> columns; ///< of all parts that are read
    std::vector<Row> rows;
    std::vector<RowFlaw> flaws;   ///< by row
    std::vector<TablePart> parts; ///< those with rows, where there are several
    /// What the file itself says of its coordinate system: a name or WKT; empty when it does not.
    std::string system;
    bool has_json_numbers = false; ///< values may be numbers of JSON in plain digits

    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// Several parts, and nobody said which: none is read.
    [[nodiscard]] bool must_choose() const;
};

struct ReadOptions {
    std::string encoding;           ///< of text formats; empty: UTF-8
    std::vector<std::string> parts; ///< to be read, by name; `every_part` alone: all
};
inline constexpr std::string_view every_part = "*";

[[nodiscard]] Failure no_cell_room(const ImportLimits& limits);

/// Any thread. Failures as of prepare_import; `invalid_field` ("parts") where the file has no such
/// part.
[[nodiscard]] Result<Table> read_table(const std::filesystem::path& file, const std::string& name,
                                       const ReadOptions& options, const ImportLimits& limits);

/// The same for bytes that are in memory already.
[[nodiscard]] Result<Table> read_table_bytes(std::string bytes, const std::string& name,
                                             const ReadOptions& options,
                                             const ImportLimits& limits);

} // namespace chengyun::hub
