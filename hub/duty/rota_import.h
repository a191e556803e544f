// A rota that people have kept as a sheet (排班表), as the shifts that would be planned. Nothing is
// stored: the planner looks at it and writes it by POST /duty/shifts.
#pragma once

#include "core/duty/commands.h"
#include "hub/store/database.h"

#include <string>
#include <vector>

namespace chengyun::hub {

/// Why a row is not planned.
struct RefusedRotaRow {
    std::int64_t line = 0; ///< of the file, or the sheet's own row; 1 is the first
    std::string column;    ///< "date", "post", "person", "start", "end", "backup"; empty: the row
    FailureKind reason = FailureKind::invalid_field;
    std::string value; ///< what stands there
    bool operator==(const RefusedRotaRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusedRotaRow, (), (line, column, reason, value))

struct RotaPreview {
    std::vector<PlannedShift> shifts; ///< new ones, with ids
    std::vector<RefusedRotaRow> refused;
    bool operator==(const RotaPreview&) const = default;
};
BOOST_DESCRIBE_STRUCT(RotaPreview, (), (shifts, refused))

struct RotaFile {
    std::string name;     ///< with its ending
    std::string encoding; ///< of CSV; empty: UTF-8
    std::string part;     ///< the sheet to be read; empty: the only one
};

inline constexpr std::int64_t largest_rota_sheet = 8 << 20; ///< bytes

/// Reads CSV, XLSX and what else imports read. The first row names the columns, in Chinese or
/// English: 日期 date, 岗位 post, 值班人 person, 开始 start, 结束 end, 备班 backup. Posts and
/// people are found by their names; several people in a cell stand with 、 between them. Days and
/// times are of `zone`. Without times a shift is as long as its post is manned. An end that is not
/// later than the start is on the next day. A shift that is planned already is refused as a
/// conflict. Fails as read_table_bytes (hub/imports/table.h), and with missing_field ("date",
/// "post", "person") where the sheet has no such column, or ("part") where it has several sheets.
[[nodiscard]] Result<RotaPreview> preview_rota(Database& db, std::string bytes,
                                               const RotaFile& file, const Zone& zone, Instant now);

} // namespace chengyun::hub
