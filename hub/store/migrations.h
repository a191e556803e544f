// The shape of the database, version by version. Each file hub/*/migrations/NNNN_name.sql brings
// a database from version NNNN − 1 to NNNN; a capability keeps its own in its folder, and
// hub/store/CMakeLists.txt builds them into the program in the order of their numbers. A released
// file is never edited: a change is a new file.
#pragma once

#include "core/result.h"

#include <string_view>

namespace chengyun::hub {

class Database;

/// The version this program writes.
[[nodiscard]] int latest_schema_version();
/// 0 for an empty file.
[[nodiscard]] Result<int> schema_version(Database& db);
/// Brings the database to `target`, each step in a transaction of its own. Fails with `conflict`
/// when the database is newer than this program: an older program must not touch it.
[[nodiscard]] Result<> migrate(Database& db, int target = latest_schema_version());

} // namespace chengyun::hub
