// Are the rows of the roster what the journal made of them?
#pragma once

#include "core/result.h"

namespace chengyun::hub {

class Database;
class DeadlineStore;
class Findings;

/// Compares every row and its columns with the journal, and the deadlines with what they follow
/// from. In one read transaction of the caller's.
[[nodiscard]] Result<> check_roster(Database& db, const DeadlineStore& deadlines,
                                    Findings& findings);

} // namespace chengyun::hub
