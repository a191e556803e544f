// A copy of a database's file, also of one that a hub works on.
#pragma once

#include "core/result.h"

#include <filesystem>

namespace chengyun::hub {

class Database;

/// The whole database in one read transaction, so that a busy hub can go on and cannot make us
/// begin again. `target` must not exist; it is made for its owner alone, and is on disk afterwards.
[[nodiscard]] Result<> copy_database(Database& from, const std::filesystem::path& target);

/// For a copy that nobody has open. SQLite writes "the log is in use" into its head too, and a
/// program that opens such a file must make the log's index beside it, even to read.
[[nodiscard]] Result<> end_log(const std::filesystem::path& database);

/// Moves all of the write-ahead log of this database into its file and makes the log empty, so that
/// no pages of before are left in it. `unavailable` while others read.
[[nodiscard]] Result<> empty_log(Database& of);

} // namespace chengyun::hub
