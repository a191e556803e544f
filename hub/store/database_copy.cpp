#include "hub/store/database_copy.h"

#include "hub/store/data_folder.h"
#include "hub/store/database.h"

#include <sqlite3.h>

namespace chengyun::hub {

Result<> copy_database(Database& from, const std::filesystem::path& target) {
    // Made before SQLite makes it: its log and its index take this file's mode.
    if (auto made = make_private_file(target); !made)
        return made;
    sqlite3* to = nullptr;
    if (sqlite3_open_v2(target.c_str(), &to, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
        sqlite3_close(to);
        return fail(FailureKind::unavailable, {}, target.string() + ": cannot be made");
    }
    int outcome = SQLITE_ERROR;
    if (auto* backup = sqlite3_backup_init(to, "main", from.handle(), "main")) {
        outcome = sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    sqlite3_close(to);
    if (outcome != SQLITE_DONE)
        return fail(FailureKind::unavailable, {}, target.string() + ": " + sqlite3_errstr(outcome));
    return force_to_disk(target);
}

Result<> end_log(const std::filesystem::path& database) {
    auto db = Database::open(database, Database::Mode::read_write);
    if (!db)
        return db.error();
    auto ended = (*db)->prepare_once("PRAGMA journal_mode=DELETE");
    if (!ended)
        return ended.error();
    if (auto row = ended->step(); !row)
        return row.error();
    if (ended->text(0) != "delete")
        return fail(FailureKind::unavailable, {}, database.string() + ": its log cannot be ended");
    return {};
}

Result<> empty_log(Database& of) {
    const auto* file = sqlite3_db_filename(of.handle(), "main");
    auto db = Database::open(file, Database::Mode::read_write);
    if (!db)
        return db.error();
    auto emptied = (*db)->prepare_once("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!emptied)
        return emptied.error();
    if (auto row = emptied->step(); !row)
        return row.error();
    if (emptied->integer(0) != 0)
        return fail(FailureKind::unavailable, {}, std::string(file) + ": its log is in use");
    return {};
}

} // namespace chengyun::hub
