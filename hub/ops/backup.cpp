#include "hub/ops/backup.h"

#include "hub/store/database.h"
#include "hub/store/file_lock.h"

#include <openssl/evp.h>
#include <sqlite3.h>

#include <array>
#include <fstream>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace chengyun::hub {
namespace {

namespace fs = std::filesystem;

constexpr const char* database_name = "hub.sqlite";

fs::path attachment_file(const fs::path& data, const std::string& id) {
    return data / "attachments" / id.substr(0, 2) / id;
}

Result<std::vector<std::string>> attachment_ids(Database& db) {
    auto rows = db.prepare("SELECT id FROM attachment ORDER BY id");
    if (!rows)
        return rows.error();
    std::vector<std::string> out;
    for (;;) {
        auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.emplace_back(rows->text(0));
    }
}

Result<std::string> sha256_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(FailureKind::not_found, {}, file.string() + ": missing");
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                         EVP_MD_CTX_free);
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    std::array<char, 1 << 16> buffer;
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
        EVP_DigestUpdate(digest.get(), buffer.data(), static_cast<std::size_t>(in.gcount()));
    std::array<unsigned char, 32> hash{};
    EVP_DigestFinal_ex(digest.get(), hash.data(), nullptr);
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const auto byte : hash) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

Result<> sync(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0)
        ::close(fd);
    if (!synced)
        return fail(FailureKind::unavailable, {}, path.string() + ": not stored");
    return {};
}

/// The whole database in one read transaction, so a busy hub can go on and cannot make us begin
/// again.
Result<> copy_database(Database& from, const fs::path& target) {
    sqlite3* to = nullptr;
    if (sqlite3_open_v2(target.c_str(), &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
        SQLITE_OK) {
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
    return sync(target);
}

Result<bool> has_attachment(Database& db, const std::string& id) {
    auto row = db.prepare("SELECT 1 FROM attachment WHERE id = ?");
    if (!row)
        return row.error();
    return row->bind(std::string_view(id)).step();
}

/// What no report names expires in a hub that works, also between its database and its attachments
/// being looked at: first the row goes, then the file. True when that is why the file is not there.
Result<bool> has_expired(Database& live, const fs::path& file, const std::string& id) {
    std::error_code error;
    if (fs::exists(file, error) || error)
        return false;
    auto still = has_attachment(live, id);
    if (!still)
        return still.error();
    return !*still;
}

Result<> forget_attachment(Database& db, const std::string& id) {
    for (const auto* sql : {"DELETE FROM attachment_owner WHERE attachment = ?",
                            "DELETE FROM attachment WHERE id = ?"}) {
        auto row = db.prepare(sql);
        if (!row)
            return row.error();
        if (auto gone = row->bind(std::string_view(id)).run(); !gone)
            return gone;
    }
    return {};
}

/// `db` is the copy, `live` what it was made of.
Result<std::int64_t> copy_attachments(Database& db, Database& live, const fs::path& from,
                                      const fs::path& to, BackupReport& report) {
    auto ids = attachment_ids(db);
    if (!ids)
        return ids.error();
    for (const auto& id : *ids) {
        const auto source = attachment_file(from, id);
        const auto target = attachment_file(to, id);
        std::error_code error;
        fs::create_directories(target.parent_path(), error);
        if (!error)
            fs::copy_file(source, target, fs::copy_options::overwrite_existing, error);
        if (error) {
            auto expired = has_expired(live, source, id);
            if (!expired)
                return expired.error();
            if (*expired) {
                if (auto gone = forget_attachment(db, id); !gone)
                    return gone.error();
                continue;
            }
        }
        if (error)
            return fail(FailureKind::unavailable, {}, source.string() + ": " + error.message());
        if (auto stored = sync(target); !stored)
            return stored.error();
        ++report.attachments;
        report.bytes += static_cast<std::int64_t>(fs::file_size(target, error));
    }
    return report.attachments;
}

Result<> must_be_new(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_empty(folder, error))
        return fail(FailureKind::conflict, {}, folder.string() + ": exists and is not empty");
    fs::create_directories(folder, error);
    fs::permissions(folder, fs::perms::owner_all, error);
    if (error)
        return fail(FailureKind::unavailable, {}, folder.string() + ": " + error.message());
    return {};
}

Result<std::int64_t> copy_all(const fs::path& from, const fs::path& to, BackupReport& report) {
    auto source = Database::open(from / database_name, Database::Mode::read_only);
    if (!source)
        return source.error();
    if (auto copied = copy_database(**source, to / database_name); !copied)
        return copied.error();
    std::error_code error;
    report.bytes += static_cast<std::int64_t>(fs::file_size(to / database_name, error));
    auto copy = Database::open(to / database_name, Database::Mode::read_write);
    if (!copy)
        return copy.error();
    if (auto copied = copy_attachments(**copy, **source, from, to, report); !copied)
        return copied.error();
    auto chain = verify_chain(**copy);
    if (!chain)
        return chain.error();
    if (chain->broken_at)
        return fail(FailureKind::corrupt, {},
                    "the journal is broken at " + std::to_string(*chain->broken_at) + ": " +
                        chain->reason);
    report.head = chain->entries;
    return report.head;
}

} // namespace

Result<BackupReport> back_up(const fs::path& data, const fs::path& target) {
    if (auto fresh = must_be_new(target); !fresh)
        return fresh.error();
    BackupReport report;
    if (auto copied = copy_all(data, target, report); !copied)
        return copied.error();
    return report;
}

Result<BackupReport> restore(const fs::path& backup, const fs::path& data, bool force) {
    auto sound = verify(backup);
    if (!sound)
        return sound.error();
    if (!sound->good())
        return fail(FailureKind::corrupt, {},
                    backup.string() + ": the backup is broken; `verify` says where");
    std::error_code error;
    const bool there = fs::exists(data / database_name, error);
    if (there && !force)
        return fail(FailureKind::conflict, {},
                    data.string() + " holds a database already; --force puts it aside");
    // Held to the end, so that no hub begins in a folder that is about to be put aside.
    std::optional<FileLock> lock;
    if (fs::exists(data, error)) {
        auto taken = FileLock::take((data / database_name).string() + ".lock");
        if (!taken)
            return taken.error().kind == FailureKind::conflict
                       ? fail(FailureKind::conflict, {}, "a hub works on " + data.string())
                       : taken.error();
        lock.emplace(std::move(*taken));
    }
    auto fresh = data;
    fresh += ".restoring";
    fs::remove_all(fresh, error);
    if (auto made = must_be_new(fresh); !made)
        return made.error();
    BackupReport report;
    if (auto copied = copy_all(backup, fresh, report); !copied)
        return copied.error();
    auto before = data;
    before += ".before-restore";
    if (fs::exists(data, error)) {
        fs::remove_all(before, error);
        fs::rename(data, before, error);
        if (error)
            return fail(FailureKind::unavailable, {}, data.string() + ": " + error.message());
    }
    fs::rename(fresh, data, error);
    if (error)
        return fail(FailureKind::unavailable, {}, fresh.string() + ": " + error.message());
    return report;
}

Result<VerifyReport> verify(const fs::path& data) {
    auto db = Database::open(data / database_name, Database::Mode::read_only);
    if (!db)
        return db.error();
    auto chain = verify_chain(**db);
    if (!chain)
        return chain.error();
    VerifyReport report;
    report.chain = std::move(*chain);
    auto ids = attachment_ids(**db);
    if (!ids)
        return ids.error();
    for (const auto& id : *ids) {
        ++report.attachments;
        const auto hash = sha256_of(attachment_file(data, id));
        if (!hash) {
            auto expired = has_expired(**db, attachment_file(data, id), id);
            if (!expired)
                return expired.error();
            if (!*expired)
                report.broken_attachments.push_back(id + ": missing");
        } else if (*hash != id)
            report.broken_attachments.push_back(id + ": the content has changed");
    }
    return report;
}

} // namespace chengyun::hub
