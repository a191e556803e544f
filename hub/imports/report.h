// What an import says of itself: to a person at a terminal and, as JSON, to a console.
#pragma once

#include "core/geo/place.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace chengyun::hub {

/// Why a row was refused.
enum class RowFault {
    missing,      ///< a required value is empty
    not_a_number, ///< a coordinate, capacity or population that is none
    no_place,     ///< longitude or latitude 0, or no geometry: the place is not known
    swapped,      ///< longitude and latitude are in each other's column; a swap is offered
    out_of_range, ///< not on the globe, or not in the coordinate system
    unknown_kind, ///< a value the map's table of kinds does not have
    duplicate,    ///< the key of an earlier row
    bad_code,     ///< no 12-digit area code, or a parent that nobody knows
    bad_geometry, ///< no polygon where an area needs one
    bad_cells,    ///< more or fewer cells than headings, or a quoted one that takes in rows
    bad_text,     ///< characters that no text may hold, or that a wrong encoding makes
    in_use,       ///< its key names another thing, which has an open order
    invalid       ///< refused by the rules every resource must satisfy
};
BOOST_DESCRIBE_ENUM(RowFault, missing, not_a_number, no_place, swapped, out_of_range, unknown_kind,
                    duplicate, bad_code, bad_geometry, bad_cells, bad_text, in_use, invalid)

/// Why a row that was taken should be looked at.
enum class RowDoubt {
    far_from_rest, ///< with none of the others anywhere near
    swap_taken,    ///< longitude and latitude were exchanged
    moved,         ///< its key is known from another place
    renamed        ///< its key is known by another name
};
BOOST_DESCRIBE_ENUM(RowDoubt, far_from_rest, swap_taken, moved, renamed)

/// Where in its file a row stands, as RefusedRow and FlaggedRow have it.
struct RowOrigin {
    std::int64_t row = 0;
    std::int64_t line = 0;
    std::size_t part = 0; ///< position in ImportReport::parts, where there are any
};

struct RefusedRow {
    std::int64_t row = 0;  ///< 1 is the first record of its part
    std::int64_t line = 0; ///< where the record begins in a text file, 1 is the first, or its row
                           ///< of the sheet; 0: neither
    std::string part;      ///< the sheet, folder or layer; empty where the file has but one
    RowFault fault = RowFault::invalid;
    std::string field;          ///< our name of the field, or the column's
    std::string detail;         ///< one English sentence
    std::string name;           ///< of the thing, when it has one
    std::optional<Place> offer; ///< swapped: the place if the swap is accepted
    bool operator==(const RefusedRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusedRow, (), (row, line, part, fault, field, detail, name, offer))

struct FlaggedRow {
    std::int64_t row = 0;
    std::int64_t line = 0;
    std::string part;
    RowDoubt doubt = RowDoubt::far_from_rest;
    std::string detail;
    std::string name;
    std::optional<Place> place;
    bool operator==(const FlaggedRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(FlaggedRow, (), (row, line, part, doubt, detail, name, place))

enum class QuestionKind {
    which_parts,         ///< the file has several sheets, folders or layers
    system_not_stated,   ///< neither map nor file says which coordinate system it is
    system_not_known,    ///< the file says one that is not known here
    metres_or_degrees,   ///< the header or map claims metres, the values are degrees
    degrees_or_metres,   ///< the map claims degrees, the values are metres
    keys_of_other_things ///< known keys come with other names and places: another list, or a key
                         ///< that only counts rows
};
BOOST_DESCRIBE_ENUM(QuestionKind, which_parts, system_not_stated, system_not_known,
                    metres_or_degrees, degrees_or_metres, keys_of_other_things)

/// What the importer will not guess. Answered by `system` of the request or of the map;
/// `which_parts` by `parts` of either; `keys_of_other_things` by `source` of either, or by
/// `next_edition` of the request.
struct ImportQuestion {
    QuestionKind kind = QuestionKind::system_not_stated;
    std::string detail;
    std::vector<std::string> answers; ///< likely systems (any that PROJ knows is accepted), names
                                      ///< of parts, or the request's members that answer
    bool operator==(const ImportQuestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportQuestion, (), (kind, detail, answers))

/// A sheet, folder or layer of a file that has several.
struct ImportPart {
    std::string name;
    std::int64_t rows = 0;
    bool read = false;
    bool operator==(const ImportPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportPart, (), (name, rows, read))

struct ImportReport {
    std::string name;
    std::string layer;             ///< a Layer's name, or "area"
    std::vector<ImportPart> parts; ///< those with rows, where the file has several
    std::string system;            ///< coordinate system the rows were read in
    std::int64_t read = 0;
    std::int64_t taken = 0; ///< inserted + updated + unchanged, or would be
    std::int64_t inserted = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t refused = 0;
    std::int64_t flagged = 0;
    bool stored = false; ///< false also for a dry run
    bool dry_run = false;
    std::string not_stored; ///< why not, one English sentence; empty when stored or dry run
    std::string warning;    ///< about the file as a whole, one English sentence; empty: none
    std::optional<ImportQuestion> question;
    /// The first ImportLimits::listed. Of those that only the store knows, as many as there is room
    /// for; all in the file's order.
    std::vector<RefusedRow> refused_rows;
    std::vector<FlaggedRow> flagged_rows;
    bool operator==(const ImportReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (name, layer, parts, system, read, taken, inserted, updated, unchanged,
                       refused, flagged, stored, dry_run, not_stored, warning, question,
                       refused_rows, flagged_rows))

/// For people at a terminal: counts, then each refused and flagged row with its line and reason.
void print(std::ostream& out, const ImportReport& report);

} // namespace chengyun::hub
