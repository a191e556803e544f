#include "hub/ops/restore.h"

#include "core/time/instant.h"
#include "hub/ops/verify.h"
#include "hub/store/data_folder.h"
#include "hub/store/database.h"
#include "hub/store/file_lock.h"
#include "hub/store/migrations.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <string>
#include <vector>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view copy_prefix = "restoring-";
constexpr std::string_view aside_prefix = "before-restore-";

/// While this file is there the folder's content is being exchanged. Its two lines name the folder
/// of the copy and the one for what was there.
[[nodiscard]] fs::path marker_file(const fs::path& data) {
    return data / "restore-under-way";
}

[[nodiscard]] fs::path lock_file(const fs::path& data) {
    return database_file(data).string() + ".lock";
}

struct Exchange {
    fs::path data;
    std::string copy;  ///< name of a folder in `data`
    std::string aside; ///< likewise
    [[nodiscard]] fs::path copy_folder() const { return data / copy; }
    [[nodiscard]] fs::path aside_folder() const { return data / aside; }
};

/// Neither the old content nor the new.
[[nodiscard]] bool is_ours(const fs::path& data, const fs::path& entry) {
    const auto name = entry.filename().string();
    return entry == lock_file(data) || entry == marker_file(data) ||
           name.starts_with(marker_file(data).filename().string()) ||
           name.starts_with(copy_prefix) || name.starts_with(aside_prefix);
}

[[nodiscard]] Result<std::vector<fs::path>> entries_of(const fs::path& folder) {
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        out.push_back(entry->path());
    if (error)
        return fail(FailureKind::unavailable, {}, folder.string() + ": " + error.message());
    return out;
}

[[nodiscard]] Result<bool> holds_something(const fs::path& data) {
    auto entries = entries_of(data);
    if (!entries)
        return entries.error();
    return std::ranges::any_of(*entries, [&](const auto& entry) { return !is_ours(data, entry); });
}

/// What the marker says; `corrupt` when it is none of ours.
[[nodiscard]] Result<Exchange> read_marker(const fs::path& data) {
    std::ifstream in(marker_file(data));
    Exchange exchange{data, {}, {}};
    std::getline(in, exchange.copy);
    std::getline(in, exchange.aside);
    const auto is_name = [](const std::string& name, std::string_view prefix) {
        return name.starts_with(prefix) && name.find('/') == std::string::npos;
    };
    if (!is_name(exchange.copy, copy_prefix) || !is_name(exchange.aside, aside_prefix))
        return fail(FailureKind::corrupt, {},
                    marker_file(data).string() + ": cannot be read; a restore was cut off");
    return exchange;
}

/// Everything old goes aside, then everything new comes in, the database last. Each move can be the
/// last one before a crash: what is left to do is seen from what is where.
[[nodiscard]] Result<> exchange_content(const Exchange& exchange, const Step& step) {
    const auto did = [&](std::string_view what) {
        if (step)
            step(what);
    };
    const auto move = [&](const fs::path& from, const fs::path& to) -> Result<> {
        auto moved = move_to_new_name(from, to);
        if (moved)
            did(from.filename().string());
        return moved;
    };
    const auto& data = exchange.data;
    const auto copy = exchange.copy_folder();
    std::error_code error;
    // The attachments come in first: as long as they have not, what lies in `data` is the old.
    if (fs::exists(copy / "attachments", error)) {
        auto old = entries_of(data);
        if (!old)
            return old.error();
        for (const auto& entry : *old)
            if (!is_ours(data, entry))
                if (auto moved = move(entry, exchange.aside_folder() / entry.filename()); !moved)
                    return moved;
        for (const auto& folder : {exchange.aside_folder(), data})
            if (auto forced = force_to_disk(folder); !forced)
                return forced;
        if (auto moved = move(copy / "attachments", data / "attachments"); !moved)
            return moved;
        if (auto forced = force_to_disk(data); !forced)
            return forced;
    }
    if (fs::exists(copy, error)) {
        auto rest = entries_of(copy);
        if (!rest)
            return rest.error();
        std::ranges::partition(*rest,
                               [&](const auto& entry) { return entry != database_file(copy); });
        for (const auto& entry : *rest)
            if (auto moved = move(entry, data / entry.filename()); !moved)
                return moved;
    }
    if (auto forced = force_to_disk(data); !forced)
        return forced;
    fs::remove_all(copy, error);
    fs::remove(exchange.aside_folder(), error); // stays unless it is empty
    fs::remove(marker_file(data), error);
    if (error)
        return fail(FailureKind::unavailable, {},
                    marker_file(data).string() + ": " + error.message());
    did("marker removed");
    return force_to_disk(data);
}

[[nodiscard]] Result<FileLock> take_lock(const fs::path& data) {
    auto lock = FileLock::take(lock_file(data).string());
    if (!lock && lock.error().kind == FailureKind::conflict)
        return fail(FailureKind::conflict, {}, "a hub works on " + data.string());
    return lock;
}

/// With the lock held. True when there was something to finish.
[[nodiscard]] Result<bool> finish(const fs::path& data) {
    std::error_code error;
    if (!fs::exists(marker_file(data), error))
        return false;
    auto exchange = read_marker(data);
    if (!exchange)
        return exchange.error();
    if (auto done = exchange_content(*exchange, {}); !done)
        return done.error();
    return true;
}

/// Copies that never got as far as a marker, and the folders made for what was to go aside.
void remove_unfinished_copies(const fs::path& data) {
    std::error_code error;
    if (auto entries = entries_of(data))
        for (const auto& entry : *entries) {
            const auto name = entry.filename().string();
            if (name.starts_with(copy_prefix))
                fs::remove_all(entry, error);
            else if (name.starts_with(aside_prefix))
                fs::remove(entry, error); // stays unless it is empty
        }
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

/// A copy of the backup, of this program's version and sound.
[[nodiscard]] Result<CopyReport> make_copy(const fs::path& backup, const fs::path& copy,
                                           const Step& step) {
    if (auto made = make_private_folder(copy); !made)
        return made.error();
    auto report = copy_data(backup, copy, database_file(copy), step);
    if (!report)
        return report;
    {
        auto db = Database::open(database_file(copy), Database::Mode::read_write);
        if (!db)
            return db.error();
        if (auto done = migrate(**db); !done)
            return done.error();
    }
    auto found = verify(database_file(copy), copy / "attachments");
    if (!found)
        return found.error();
    if (auto good = must_be_good(*found, backup.string()); !good)
        return good.error();
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
    std::error_code error;
    if (fs::exists(marker_file(data), error))
        return fail(FailureKind::conflict, {},
                    "a restore into " + data.string() +
                        " was cut off; starting the hub on it finishes that");
    return {};
}

Result<bool> finish_restore(const fs::path& data) {
    std::error_code error;
    if (!fs::exists(marker_file(data), error))
        return false;
    const auto lock = take_lock(data);
    if (!lock)
        return lock.error();
    return finish(data);
}

Result<RestoreReport> restore(const fs::path& backup, const fs::path& data, bool force,
                              const Step& step) {
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
    if (auto finished = finish(data); !finished)
        return finished.error();
    remove_unfinished_copies(data);
    std::error_code error;
    if (fs::exists(database_file(data), error) && !force)
        return fail(FailureKind::conflict, {},
                    data.string() + " holds a database already; --force puts it aside");
    auto exchange = new_names(data);
    if (!exchange)
        return exchange.error();
    auto copied = make_copy(backup, exchange->copy_folder(), step);
    if (!copied) {
        fs::remove_all(exchange->copy_folder(), error);
        return copied.error();
    }
    did("copy verified");
    auto was_there = holds_something(data);
    if (!was_there)
        return was_there.error();
    if (auto made = make_private_folder(exchange->aside_folder()); !made)
        return made.error();
    if (auto forced = force_to_disk(data); !forced)
        return forced.error();
    did("folders made");
    if (auto written =
            write_private_file(marker_file(data), exchange->copy + "\n" + exchange->aside + "\n");
        !written)
        return written.error();
    did("marker written");
    if (auto done = exchange_content(*exchange, step); !done)
        return done.error();
    RestoreReport report{*copied, {}};
    if (*was_there)
        report.aside = exchange->aside_folder();
    return report;
}

} // namespace chengyun::hub
