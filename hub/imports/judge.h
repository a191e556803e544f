// From rows to resources or areas: every row is taken, taken with a doubt, or refused with a
// reason.
#pragma once

#include "core/geo/projection.h"
#include "core/result.h"
#include "hub/imports/import.h"
#include "hub/imports/import_map.h"
#include "hub/imports/numbers.h"
#include "hub/imports/table.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Templates of a map bound to the columns of one file.
class Columns {
public:
    /// Fails with invalid_field ("map.columns.name") when the file, or a part of it that is read,
    /// has no such column.
    [[nodiscard]] static Result<Columns> bind(const ImportMap& map, const Table& table);

    /// The text of one of our fields for this row: from its column, else the map's constant, else
    /// empty; blanks around it are removed.
    [[nodiscard]] std::string text(const Row& row, std::string_view field) const;
    [[nodiscard]] bool has(std::string_view field) const;
    /// Does the map make anything of this column of the table?
    [[nodiscard]] bool uses(std::size_t column) const;
    /// The first rule that holds; none when no rule does.
    [[nodiscard]] std::optional<std::string> by_rule(const Row& row,
                                                     const std::vector<Rule>& rules) const;
    [[nodiscard]] std::map<std::string, std::string> attributes(const Row& row) const;
    /// The values of the map's key columns, joined.
    [[nodiscard]] std::string key(const Row& row) const;
    /// Heading of the column a field is read from; empty for templates.
    [[nodiscard]] std::string heading(std::string_view field) const;

private:
    struct BoundPart {
        std::optional<std::size_t> column;
        std::string text;
    };
    using Bound = std::vector<BoundPart>;
    [[nodiscard]] static std::string make(const Bound& bound, const Row& row);

    const ImportMap* map_ = nullptr;
    const Table* table_ = nullptr;
    std::map<std::string, Bound, std::less<>> fields_;
    std::map<std::string, Bound, std::less<>> attributes_;
    std::vector<bool> used_; ///< by column of the table
};

/// The flaws of a table as far as the map is concerned by them.
class Flaws {
public:
    Flaws(const Table& table, const Columns& columns) : table_(table), columns_(columns) {}
    /// What is wrong with the row at that position of the table; nullptr: nothing. Rows are asked
    /// for in order.
    [[nodiscard]] const RowFlaw* of(std::size_t row);
    [[nodiscard]] std::string field_of(const RowFlaw& flaw) const;

private:
    const Table& table_;
    const Columns& columns_;
    std::size_t next_ = 0;
};

[[nodiscard]] inline RowOrigin origin_of(const Row& row) {
    return {row.number, row.line, row.part};
}

/// The fault of a row whose value breaks a rule of core's.
[[nodiscard]] inline RowFault fault_of(const Failure& failure) {
    return failure.kind == FailureKind::missing_field      ? RowFault::missing
           : failure.kind == FailureKind::unseen_character ? RowFault::bad_text
                                                           : RowFault::invalid;
}

/// Adds to the report, up to the limit, and counts.
class Verdicts {
public:
    Verdicts(ImportReport& report, std::size_t listed) : report_(report), listed_(listed) {}
    void refuse(RowOrigin row, RowFault fault, std::string field, std::string detail,
                const std::string& name, std::optional<Place> offer = {});
    void doubt(RowOrigin row, RowDoubt doubt, std::string detail, const std::string& name,
               std::optional<Place> place);
    /// By part and row, as the file has them.
    void sort();

private:
    [[nodiscard]] std::string part_of(RowOrigin row) const;

    ImportReport& report_;
    std::size_t listed_;
};

void judge_resources(const Table& table, const ImportMap& map, const Columns& columns,
                     const Projection& projection, const ImportRequest& request,
                     PreparedImport& out);
void judge_areas(const Table& table, const ImportMap& map, const Columns& columns,
                 const Projection* projection, const ImportRequest& request, PreparedImport& out);

} // namespace chengyun::hub
