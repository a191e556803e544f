// Taking data in: CSV, GeoJSON and other map data into resources or areas, by a map that says which
// column is what.
//
// In two steps: prepare_import reads and judges the whole file; ImportStoring (storing.h) puts the
// outcome into the store, in pieces that let commands pass, and shows it all at once. A file is
// taken whole or not at all, unless its sender accepts that bad rows are left out.
#pragma once

#include "core/account/account.h"
#include "core/area/area.h"
#include "core/resource/resource.h"
#include "core/result.h"
#include "hub/imports/report.h"
#include "hub/store/transaction.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chengyun::hub {

class AreaService;
class AreaStore;
class Database;
class EditionStore;
class Readers;
class ResourceService;
class ResourceStore;
class UnitStore;
class Writer;

/// What a hostile or mistaken file may cost.
struct ImportLimits {
    std::uint64_t bytes = 256U << 20; ///< also unpacked, and of the text in all cells
    std::size_t rows = 500'000;
    std::size_t fields = 200;
    std::size_t cells = 16'000'000; ///< rows times columns
    std::size_t field_bytes = 64U << 10;
    std::size_t points = 5'000'000; ///< of all rings together
    std::size_t listed = 1'000;     ///< refused and flagged rows named in the report
};

struct ImportRequest {
    std::filesystem::path file;
    std::string name;   ///< what people call the file, with its ending; the file's own when empty
    std::string map;    ///< TOML text, docs/import.md
    std::string layer;  ///< "shelter", "area" …: must be the map's when both say; may be empty
    std::string system; ///< the answer to a question about the coordinate system; may be empty
    std::vector<std::string> parts; ///< to be read; `*` alone: all; empty: as the map says
    std::string source; ///< what sets the list's keys apart, as the map's `source`; may be empty
    bool skip_bad = false;
    bool accept_swaps = false;
    bool next_edition = false; ///< of a list imported before: what its keys name may change
    ImportLimits limits;
};

/// What a row tells of a resource where its value alone would not show it. An empty text tells
/// nothing: not of an address, and not of a contact.
struct Told {
    bool kind = false;
    bool level = false;
    bool capacity = false;
};

/// A file that has been read and judged, ready to be stored.
struct PreparedImport {
    ImportReport report; ///< everything but what only the store knows
    std::vector<Resource> resources;
    std::vector<Told> told; ///< by the rows of the resources
    std::vector<Area> areas;
    std::vector<RowOrigin> origins; ///< of the resources or areas
    std::vector<Area> parents;      ///< areas above them that the map names, stored where missing
    std::string source;             ///< which the codes begin with; may be empty
    bool counts_areas = false;      ///< their codes are made from numbers that only count
    std::size_t listed = 0;         ///< rows named in the report
    bool holds_sign_ins = false;    ///< the file has passwords of cameras in it
    bool skip_bad = false;
    bool next_edition = false;
    /// No open question, nothing refused or bad rows to be left out, something to take.
    [[nodiscard]] bool may_be_stored() const;
};

/// An import writes wherever its rows lie: `forbidden` for an account with an area scope, and for
/// roles without the permission.
[[nodiscard]] Result<> may_import(const Account& account);

/// Any thread; not quick (a second for 10,000 rows). Fails with `not_found` (no file), `too_large`,
/// `wrong_type` (no content we read), `malformed` (the file, or the map: `field` is then "map"),
/// `unknown_field`, `missing_field`, `invalid_field` (the map; or "system", "source", "parts"). Bad
/// rows and open questions are no failure: they stand in the report.
[[nodiscard]] Result<PreparedImport> prepare_import(const ImportRequest& request);

/// Asked when an import begins and again in the work that shows it, with the connection of the
/// moment: may the account in whose name it is done still import? An import may wait for minutes.
/// Empty: nobody can take the permission away. Any thread.
using StillAllowed = std::function<Result<>(Database&)>;

/// Asked in the work that shows an import whose file holds passwords of cameras: forgets the file,
/// which would keep them in the clear. Empty: the file is not the hub's.
using ForgetFile = std::function<Result<>(Transaction&)>;

/// Where it goes. All must outlive the call.
struct ImportTarget {
    ResourceService& resources;
    AreaService& areas;
    ResourceStore& resource_store;
    AreaStore& area_store;
    UnitStore& unit_store;
    EditionStore& editions;
    Readers& readers;
};

/// Why nothing may be stored, one English sentence; empty when it may. `is_empty`: there is no row
/// to take.
[[nodiscard]] std::string why_not(const ImportReport& report, bool skip_bad, bool is_empty);

/// The dry run: what storing it would do, from a reading connection.
[[nodiscard]] Result<ImportReport> preview_import(Database& db, const PreparedImport& prepared,
                                                  const ImportTarget& target);

/// All together, for the command line and start-up, on the calling thread. One at a time.
[[nodiscard]] Result<ImportReport> run_import(const ImportRequest& request, bool dry_run,
                                              Writer& writer, const Actor& actor,
                                              const ImportTarget& target);

/// One file after the other, as a list (resources/imports/shared.toml) names them: `[[import]]`
/// with `file` below `base` and `map` beside the list, and what else a request has. Files that are
/// absent are left out. Stops at the first failure; a list is done when all reports are stored.
[[nodiscard]] Result<std::vector<ImportReport>>
run_import_list(const std::filesystem::path& list, const std::filesystem::path& base, bool dry_run,
                Writer& writer, const Actor& actor, const ImportTarget& target);

/// The id a resource gets when it is first imported: the same for ever for (layer, code).
[[nodiscard]] std::string imported_id(Layer layer, const std::string& code);

} // namespace chengyun::hub
