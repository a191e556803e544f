// What the SQLite stores of resources, units and areas share about editions
// (hub/resources/migrations/0012_editions.sql).
#pragma once

#include "hub/store/rows.h"

#include <string_view>

namespace chengyun::hub {

/// Notes that a resource or its team was changed by somebody else than the open edition; nothing
/// when none is open.
[[nodiscard]] inline Result<> note_resource(Database& db, std::string_view id, std::int64_t layer,
                                            std::string_view code) {
    return run(db,
               "INSERT INTO edition_change (id, layer, code) SELECT ?, ?, ? FROM edition "
               "WHERE open <> 0",
               id, layer, code);
}
[[nodiscard]] inline Result<> note_unit(Database& db, std::string_view id) {
    return run(db,
               "INSERT INTO edition_change (id, layer, code) SELECT ?, NULL, '' FROM edition "
               "WHERE open <> 0",
               id);
}

} // namespace chengyun::hub
