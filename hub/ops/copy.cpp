#include "hub/ops/copy.h"

#include "hub/attachments/attachment_store.h"
#include "hub/store/data_folder.h"
#include "hub/store/database.h"

#include <sqlite3.h>

#include <string>
#include <vector>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

/// The whole database in one read transaction, so a busy hub can go on and cannot make us begin
/// again.
[[nodiscard]] Result<> copy_database(Database& from, const fs::path& target) {
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

[[nodiscard]] std::int64_t size_of(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

/// Nothing is written where nothing has expired.
[[nodiscard]] Result<> drop_expired(const AttachmentStore& store, const fs::path& database,
                                    const std::vector<std::string>& ids) {
    if (ids.empty())
        return {};
    auto db = Database::open(database, Database::Mode::read_write);
    if (!db)
        return db.error();
    for (const auto& id : ids)
        if (auto done = store.drop_row(**db, id); !done)
            return done;
    return {};
}

} // namespace

Result<CopyReport> copy_data(const fs::path& from, const fs::path& to, const fs::path& database,
                             const Step& step) {
    const auto did = [&](std::string_view what) {
        if (step)
            step(what);
    };
    CopyReport report;
    auto source = Database::open(database_file(from), Database::Mode::read_only);
    if (!source)
        return source.error();
    if (auto copied = copy_database(**source, database); !copied)
        return copied.error();
    report.bytes += size_of(database);
    did("database copied");
    if (auto made = make_private_folder(to / "attachments"); !made)
        return made.error();
    // Only paths and rows of these: limits are for what comes in.
    const AttachmentStore old(from / "attachments", {}), fresh(to / "attachments", {});
    auto copy = Database::open(database, Database::Mode::read_only);
    if (!copy)
        return copy.error();
    std::vector<std::string> expired;
    auto copied = old.each(**copy, [&](const Attachment& attachment) -> Result<> {
        if (!is_attachment_id(attachment.id))
            return fail(FailureKind::corrupt, "attachment", "an id that is none");
        const auto target = fresh.file(attachment.id);
        if (auto made = make_private_folder(target.parent_path()); !made)
            return made;
        auto done = copy_private_file(old.file(attachment.id), target);
        if (!done && done.error().kind == FailureKind::not_found) {
            // In a hub that works what no report names expires: first the row goes, then the file.
            auto still = old.find(**source, attachment.id);
            if (still)
                return fail(FailureKind::corrupt, "attachment", done.error().detail);
            if (still.error().kind != FailureKind::not_found)
                return still.error();
            expired.push_back(attachment.id);
            return {};
        }
        if (!done)
            return done;
        ++report.attachments;
        report.bytes += size_of(target);
        return {};
    });
    if (!copied)
        return copied.error();
    copy->reset();
    if (auto dropped = drop_expired(fresh, database, expired); !dropped)
        return dropped.error();
    if (auto forced = force_folders_to_disk(to / "attachments"); !forced)
        return forced.error();
    did("attachments copied");
    return report;
}

} // namespace chengyun::hub
