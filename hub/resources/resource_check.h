// What `verify` asks of the rows of resources.
#pragma once

#include "core/result.h"

namespace chengyun::hub {

class Database;
class Findings;

/// As ResourceStore::check. In one read transaction.
[[nodiscard]] Result<> check_resources(Database& db, Findings& findings);

} // namespace chengyun::hub
