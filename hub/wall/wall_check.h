// For `verify`: do the tables of walls follow from the journal?
#pragma once

#include "core/result.h"

namespace chengyun::hub {

class Database;
class DeadlineStore;
class Findings;

/// As WallStore::check.
[[nodiscard]] Result<> check_walls(Database& db, const DeadlineStore& deadlines,
                                   Findings& findings);

} // namespace chengyun::hub
