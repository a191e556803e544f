// SQLite's own check of its file.
#pragma once

#include "core/result.h"

namespace chengyun::hub {

class Database;
class Findings;

/// Checks pages, indexes, types and references. A finding names the table and, where SQLite does,
/// the page. Fails only when the file cannot be read at all.
[[nodiscard]] Result<> check_database(Database& db, Findings& findings);

} // namespace chengyun::hub
