// A prepared import beside what the store already knows: what each of its rows becomes there.
#pragma once

#include "hub/imports/import.h"

#include <cstdint>
#include <vector>

namespace chengyun::hub {

class Database;

/// Merged with what is stored, ready to be put.
struct Edition {
    std::vector<Resource> resources;
    std::vector<Area> areas;
    std::vector<Area> parents;                             ///< that are missing
    std::int64_t inserted = 0, updated = 0, unchanged = 0; ///< if it were put
};

/// Adds to `report` what only the store knows: known keys that became something else, the question
/// about them, and the rows that are refused for it (`taken` is without them).
[[nodiscard]] Result<Edition> edition_of(Database& db, const PreparedImport& prepared,
                                         const ImportTarget& target, ImportReport& report);

} // namespace chengyun::hub
