#include "hub/ops/copy.h"

#include "hub/attachments/attachment_store.h"
#include "hub/store/data_folder.h"
#include "hub/store/database.h"
#include "hub/store/database_copy.h"

#include <string>
#include <vector>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

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

/// Whether a file could not be copied because it cannot be read.
[[nodiscard]] bool is_of_source(const Failure& why) {
    return why.field == "source";
}

/// What the damaged table of attachments does not name any more, by the files there are.
[[nodiscard]] Result<> copy_unnamed(const fs::path& from, const AttachmentStore& fresh,
                                    CopyReport& report) {
    std::error_code error;
    for (fs::recursive_directory_iterator entry(from, error), end; !error && entry != end;
         entry.increment(error)) {
        const auto id = entry->path().filename().string();
        if (!is_content_hash(id) || !entry->is_regular_file(error))
            continue;
        const auto target = fresh.file(id);
        if (fs::exists(target, error))
            continue;
        if (auto made = make_private_folder(target.parent_path()); !made)
            return made;
        if (auto done = copy_private_file(entry->path(), target); !done) {
            if (!is_of_source(done.error()))
                return done;
            fs::remove(target, error);
            continue;
        }
        ++report.attachments;
        report.bytes += size_of(target);
    }
    if (error && error != std::errc::no_such_file_or_directory)
        return fail(FailureKind::unavailable, {}, from.string() + ": " + error.message());
    return {};
}

} // namespace

Result<CopyReport> copy_data(const fs::path& from, const fs::path& to, const fs::path& database,
                             const Step& step, Faults faults) {
    const auto did = [&](std::string_view what) {
        if (step)
            step(what);
    };
    const bool is_fault_taken = faults == Faults::taken_along;
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
        if (!is_content_hash(attachment.id))
            return is_fault_taken ? Result<>()
                                  : fail(FailureKind::corrupt, "attachment", "an id that is none");
        const auto target = fresh.file(attachment.id);
        if (auto made = make_private_folder(target.parent_path()); !made)
            return made;
        auto done = copy_private_file(old.file(attachment.id), target);
        if (!done && done.error().kind == FailureKind::not_found) {
            // In a hub that works what no report names expires: first the row goes, then the file.
            auto still = old.find(**source, attachment.id);
            if (still)
                return is_fault_taken
                           ? Result<>()
                           : fail(FailureKind::corrupt, "attachment", done.error().detail);
            if (still.error().kind != FailureKind::not_found)
                return still.error();
            expired.push_back(attachment.id);
            return {};
        }
        if (!done && is_fault_taken && is_of_source(done.error())) {
            std::error_code error; // verify says that it is missing
            fs::remove(target, error);
            return {};
        }
        if (!done)
            return done;
        ++report.attachments;
        report.bytes += size_of(target);
        return {};
    });
    const auto is_taken = [&](const Result<>& outcome) {
        return outcome || (is_fault_taken && outcome.error().kind != FailureKind::unavailable);
    };
    if (!copied && is_taken(copied))
        copied = copy_unnamed(from / "attachments", fresh, report);
    if (!copied && copied.error().kind == FailureKind::unavailable)
        return copied.error();
    if (!copied)
        return fail(FailureKind::corrupt, copied.error().field,
                    copied.error().detail + std::string(faults_hint));
    copy->reset();
    if (auto dropped = drop_expired(fresh, database, expired); !is_taken(dropped))
        return dropped.error();
    if (auto ended = end_log(database); !is_taken(ended))
        return ended.error();
    if (auto forced = force_folders_to_disk(to / "attachments"); !forced)
        return forced.error();
    did("attachments copied");
    return report;
}

} // namespace chengyun::hub
