// The migrations as built into the program; migration_list.cpp is made by CMake from
// hub/*/migrations/*.sql.
#pragma once

#include <span>

namespace chengyun::hub {

struct Migration {
    const char* name; ///< "0001_journal"
    const char* sql;
};

/// In order; the first brings an empty database to version 1.
[[nodiscard]] std::span<const Migration> migration_list();

} // namespace chengyun::hub
