#include "hub/ops/restore.h"

#include "core/time/instant.h"
#include "hub/ops/exchange.h"
#include "hub/ops/verify.h"
#include "hub/store/data_folder.h"
#include "hub/store/database.h"
#include "hub/store/file_lock.h"
#include "hub/store/migrations.h"
#include "hub/store/row_sum.h"

#include <format>
#include <string>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

[[nodiscard]] fs::path lock_file(const fs::path& data) {
    return database_file(data).string() + ".lock";
}

[[nodiscard]] Result<FileLock> take_lock(const fs::path& data) {
    auto lock = FileLock::take(lock_file(data).string());
    if (!lock && lock.error().kind == FailureKind::conflict)
        return fail(FailureKind::conflict, {}, "a hub works on " + data.string());
    return lock;
}

/// The time, and a number where that is taken.
[[nodiscard]] Result<Exchange> new_names(const fs::path& data) {
    const auto now =
        std::format("{:%Y%m%dT%H%M%SZ}", std::chrono::floor<std::chrono::seconds>(system_now()));
    std::error_code error;
    for (int n = 1; n < 1000; ++n) {
        const auto name = n == 1 ? now : now + "-" + std::to_string(n);
        Exchange exchange{data, std::string(copy_prefix) + name, std::string(aside_prefix) + name};
        if (!fs::exists(exchange.copy_folder(), error) &&
            !fs::exists(exchange.aside_folder(), error))
            return exchange;
    }
    return fail(FailureKind::unavailable, {}, data.string() + ": no name is free");
}

/// Rows that have gone are accepted with the other faults: else no later copy would be good. Where
/// it is not even known what there was, `verify` goes on saying so.
[[nodiscard]] Result<> accept_rows(const fs::path& database) {
    auto db = Database::open(database, Database::Mode::read_write);
    if (!db)
        return db.error();
    auto done = RowSums::recount(**db);
    return !done && done.error().kind == FailureKind::unavailable ? done : Result<>();
}

/// A copy of the backup, of this program's version and sound.
[[nodiscard]] Result<CopyReport> make_copy(const fs::path& backup, const fs::path& copy,
                                           const Step& step, Faults faults) {
    if (auto made = make_private_folder(copy); !made)
        return made.error();
    auto report = copy_data(backup, copy, database_file(copy), step, faults);
    if (!report)
        return report;
    {
        auto db = Database::open(database_file(copy), Database::Mode::read_write);
        if (!db)
            return db.error();
        if (auto done = migrate(**db); !done)
            return done.error();
    }
    auto found = verify(copy, database_file(copy));
    if (!found)
        return found.error();
    if (auto good = must_be_good(*found, backup.string(), faults); !good)
        return good.error();
    report->faults = found->fault_count();
    if (report->faults > 0)
        if (auto done = accept_rows(database_file(copy)); !done)
            return done.error();
    report->head = found->chain.entries;
    for (const auto& path : {database_file(copy), copy})
        if (auto forced = force_to_disk(path); !forced)
            return forced.error();
    return report;
}

/// Whether the backup is one, and not of a newer program.
[[nodiscard]] Result<> must_be_known(const fs::path& backup) {
    if (auto settled = must_be_settled(backup); !settled)
        return settled;
    auto db = Database::open(database_file(backup), Database::Mode::read_only);
    if (!db)
        return db.error();
    auto version = schema_version(**db);
    if (!version)
        return version.error();
    if (*version > latest_schema_version())
        return fail(FailureKind::conflict, {},
                    backup.string() + ": " + newer_program(*version, latest_schema_version()));
    return {};
}

} // namespace

Result<> must_be_settled(const fs::path& data) {
    if (is_under_way(data))
        return fail(FailureKind::conflict, {},
                    "a restore into " + data.string() +
                        " was cut off; starting the hub on it finishes that");
    return {};
}

Result<bool> finish_restore(const fs::path& data) {
    if (!is_under_way(data))
        return false;
    const auto lock = take_lock(data);
    if (!lock)
        return lock.error();
    return finish_exchange(data);
}

Result<RestoreReport> restore(const fs::path& backup, const fs::path& data, bool force,
                              const Step& step, Faults faults) {
    const auto did = [&](std::string_view what) {
        if (step)
            step(what);
    };
    if (auto known = must_be_known(backup); !known)
        return known.error();
    if (auto made = make_private_folder(data); !made)
        return made.error();
    // Held to the end, so that no hub begins here meanwhile.
    const auto lock = take_lock(data);
    if (!lock)
        return lock.error();
    if (auto finished = finish_exchange(data); !finished)
        return finished.error();
    remove_unfinished_copies(data);
    std::error_code error;
    if (fs::exists(database_file(data), error) && !force)
        return fail(FailureKind::conflict, {},
                    data.string() + " holds a database already; --force puts it aside");
    if (auto movable = must_be_movable(data); !movable)
        return movable.error();
    auto exchange = new_names(data);
    if (!exchange)
        return exchange.error();
    const auto refuse = [&](const Failure& why) {
        drop_copy(*exchange);
        return why;
    };
    auto copied = make_copy(backup, exchange->copy_folder(), step, faults);
    if (!copied)
        return refuse(copied.error());
    did("copy verified");
    auto was_there = holds_something(data);
    if (!was_there)
        return refuse(was_there.error());
    if (auto made = make_private_folder(exchange->aside_folder()); !made)
        return refuse(made.error());
    if (auto forced = force_to_disk(data); !forced)
        return refuse(forced.error());
    did("folders made");
    if (auto done = exchange_content(*exchange, step); !done)
        return done.error();
    RestoreReport report{*copied, {}};
    if (*was_there)
        report.aside = exchange->aside_folder();
    return report;
}

} // namespace chengyun::hub
