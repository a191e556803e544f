#include "hub/ops/backup.h"

#include "hub/ops/restore.h"
#include "hub/ops/verify.h"
#include "hub/store/data_folder.h"
#include "hub/store/file_lock.h"

#include <vector>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

/// What the copy of the database is called until all of it is there.
[[nodiscard]] fs::path unfinished_file(const fs::path& target) {
    return target / "hub.sqlite.unfinished";
}

[[nodiscard]] fs::path own_lock_file(const fs::path& target) {
    return target / "hub.sqlite.lock";
}

/// SQLite's files beside a database that nobody has open: empty, where they are there at all.
void clear_remains(const fs::path& database) {
    std::error_code error;
    for (const char* part : {"-wal", "-shm", "-journal"})
        fs::remove(database.string() + part, error);
}

/// Takes away what a backup makes; what else there is stays.
void clear_away(const fs::path& target) {
    std::error_code error; // what cannot be removed makes the next backup into it refuse
    fs::remove_all(target / "attachments", error);
    fs::remove(faults_file(target), error);
    clear_remains(unfinished_file(target));
    fs::remove(unfinished_file(target), error);
}

/// The folder, empty but for our lock and, where it is a volume, what belongs to that.
[[nodiscard]] Result<> must_be_empty(const fs::path& target) {
    std::error_code error;
    for (fs::directory_iterator entry(target, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path() != own_lock_file(target) && entry->path().filename() != "lost+found")
            return fail(FailureKind::conflict, {}, target.string() + ": exists and is not empty");
    if (error)
        return fail(FailureKind::unavailable, {}, target.string() + ": " + error.message());
    return {};
}

[[nodiscard]] Result<CopyReport> fill(const fs::path& data, const fs::path& target,
                                      const Step& step, Faults faults) {
    const auto database = unfinished_file(target);
    auto report = copy_data(data, target, database, step, faults);
    if (!report)
        return report;
    auto found = verify(target, database);
    if (!found)
        return found.error();
    if (auto good = must_be_good(*found, data.string(), faults); !good)
        return good.error();
    report->faults = found->fault_count();
    if (report->faults > 0)
        if (auto told = write_private_file(faults_file(target),
                                           "This backup holds faults. `restore` takes it with "
                                           "--with-faults only.\n\n" +
                                               text_of(*found));
            !told)
            return told.error();
    report->head = found->chain.entries;
    // The folders' names are on disk before the database gets the one that says: complete.
    if (auto forced = force_to_disk(target); !forced)
        return forced.error();
    if (auto named = move_to_new_name(database, database_file(target)); !named)
        return named.error();
    clear_remains(database);
    if (auto forced = force_to_disk(target); !forced)
        return forced.error();
    if (step)
        step("named");
    return report;
}

} // namespace

fs::path faults_file(const fs::path& backup) {
    return backup / "FAULTS.txt";
}

Result<CopyReport> back_up(const fs::path& data, const fs::path& target, const Step& step,
                           Faults faults) {
    if (auto settled = must_be_settled(data); !settled)
        return settled.error();
    std::error_code error;
    const bool was_there = fs::exists(target, error);
    if (was_there && !fs::is_directory(target, error))
        return fail(FailureKind::conflict, {}, target.string() + ": exists and is no folder");
    if (was_there && !fs::exists(unfinished_file(target), error))
        if (auto empty = must_be_empty(target); !empty)
            return empty.error();
    if (auto made = make_private_folder(target); !made)
        return made.error();
    const auto lock = FileLock::take(own_lock_file(target).string());
    if (!lock)
        return lock.error().kind == FailureKind::conflict
                   ? fail(FailureKind::conflict, {}, "a backup is being made in " + target.string())
                   : lock.error();
    if (fs::exists(unfinished_file(target), error))
        clear_away(target);
    if (auto empty = must_be_empty(target); !empty)
        return empty.error();
    auto report = fill(data, target, step, faults);
    if (!report) {
        clear_away(target);
        if (!was_there)
            fs::remove_all(target, error);
    }
    return report;
}

} // namespace chengyun::hub
