// Who of the centre is on duty now, from the leader down.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <string>
#include <vector>

namespace chengyun::hub {

class Database;

struct PersonOnDuty {
    std::string account; ///< by which he signs in
    std::string name;
    std::string post; ///< its name
};

/// Leaders, commanders, shift leaders, dispatchers; those without an account are left out, and
/// somebody at two posts is told by the higher one. Any thread with its own connection.
[[nodiscard]] Result<std::vector<PersonOnDuty>> duty_chain(Database& db, Instant now);

} // namespace chengyun::hub
