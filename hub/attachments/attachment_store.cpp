#include "hub/attachments/attachment_store.h"

#include "hub/attachments/sniff.h"
#include "hub/store/database.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <format>

#include <fcntl.h>
#include <unistd.h>

namespace chengyun::hub {
namespace {

std::string sha256_hex(std::string_view content) {
    std::array<unsigned char, 32> hash{};
    unsigned int length = 0;
    EVP_Digest(content.data(), content.size(), hash.data(), &length, EVP_sha256(), nullptr);
    static constexpr char digits[] = "0123456789abcdef";
    std::string out(64, '0');
    for (std::size_t i = 0; i < hash.size(); ++i) {
        out[2 * i] = digits[hash[i] >> 4];
        out[2 * i + 1] = digits[hash[i] & 15];
    }
    return out;
}

bool sync_folder(const std::filesystem::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool synced = ::fsync(fd) == 0;
    ::close(fd);
    return synced;
}

bool write_all(int fd, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written <= 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

bool is_attachment_id(std::string_view id) {
    return id.size() == 64 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

AttachmentStore::AttachmentStore(std::filesystem::path folder, std::int64_t max_bytes,
                                 std::int64_t quota_bytes)
    : folder_(std::move(folder)), max_bytes_(max_bytes), quota_bytes_(quota_bytes) {}

Result<> AttachmentStore::open() {
    std::error_code error;
    std::filesystem::create_directories(folder_ / "new", error);
    if (error)
        return fail(FailureKind::unavailable, "data_dir",
                    folder_.string() + ": " + error.message());
    // What was being written when the hub died.
    for (const auto& left : std::filesystem::directory_iterator(folder_ / "new", error))
        std::filesystem::remove(left.path(), error);
    std::int64_t used = 0;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder_, error))
        if (item.is_regular_file(error))
            used += static_cast<std::int64_t>(item.file_size(error));
    used_ = used;
    return {};
}

std::filesystem::path AttachmentStore::file(std::string_view id) const {
    return folder_ / id.substr(0, 2) / id;
}

Result<> AttachmentStore::write(const std::filesystem::path& target, std::string_view content) {
    const auto fresh = folder_ / "new" / std::format("{}-{}", ::getpid(), next_++);
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(FailureKind::unavailable, {}, "the attachment cannot be stored");
    const bool written = write_all(fd, content) && ::fsync(fd) == 0;
    ::close(fd);
    std::error_code error;
    if (written) {
        // A folder just made is on disk when the one above it is.
        const bool made = std::filesystem::create_directories(target.parent_path(), error);
        if (made && !sync_folder(folder_))
            error = std::make_error_code(std::errc::io_error);
        if (!error)
            std::filesystem::rename(fresh, target, error);
    }
    if (!written || error || !sync_folder(target.parent_path())) {
        std::filesystem::remove(fresh, error);
        return fail(FailureKind::unavailable, {}, "the attachment cannot be stored");
    }
    return {};
}

Result<Attachment> AttachmentStore::keep(std::string_view content, std::string_view claimed) {
    if (content.empty())
        return fail(FailureKind::malformed, {}, "an attachment has content");
    if (static_cast<std::int64_t>(content.size()) > max_bytes_)
        return fail(FailureKind::too_large, {}, std::format("at most {} bytes", max_bytes_));
    const auto type = sniff_type(content);
    if (type.empty())
        return fail(FailureKind::wrong_type, {},
                    "not a picture, film, PDF, text or map file that the hub accepts");
    if (!claim_fits(claimed, type))
        return fail(FailureKind::wrong_type, "Content-Type",
                    std::format("the content is {}", type));
    Attachment out{sha256_hex(content), std::string(type),
                   static_cast<std::int64_t>(content.size())};
    const auto target = file(out.id);
    std::error_code error;
    if (std::filesystem::file_size(target, error) == content.size() && !error)
        return out;
    if (used_.fetch_add(out.size) + out.size > quota_bytes_) {
        used_ -= out.size;
        return fail(FailureKind::unavailable, {}, "the room for attachments is used up");
    }
    if (auto written = write(target, content); !written) {
        used_ -= out.size;
        return written.error();
    }
    return out;
}

Result<> AttachmentStore::record(Transaction& tx, const Attachment& attachment,
                                 std::string_view account) {
    auto row =
        tx.database().prepare("INSERT INTO attachment VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    if (!row)
        return row.error();
    if (auto done = row->bind(std::string_view(attachment.id))
                        .bind(std::string_view(attachment.type))
                        .bind(attachment.size)
                        .bind(ms_of(tx.now()))
                        .run();
        !done)
        return done;
    auto owner =
        tx.database().prepare("INSERT INTO attachment_owner VALUES (?, ?) ON CONFLICT DO NOTHING");
    if (!owner)
        return owner.error();
    return owner->bind(std::string_view(attachment.id)).bind(account).run();
}

Result<Attachment> AttachmentStore::find(Database& db, std::string_view id) const {
    auto row = db.prepare("SELECT id, type, size FROM attachment WHERE id = ?");
    if (!row)
        return row.error();
    auto found = row->bind(id).step();
    if (!found)
        return found.error();
    if (!*found)
        return fail(FailureKind::not_found, {}, "no such attachment");
    return Attachment{std::string(row->text(0)), std::string(row->text(1)), row->integer(2)};
}

Result<bool> AttachmentStore::is_owner(Database& db, std::string_view id, std::string_view account,
                                       std::string_view unit) const {
    auto row = db.prepare(
        "SELECT 1 FROM attachment_owner o LEFT JOIN account a ON a.id = o.account "
        "WHERE o.attachment = ?1 AND (o.account = ?2 OR (?3 <> '' AND a.unit = ?3)) LIMIT 1");
    if (!row)
        return row.error();
    return row->bind(id).bind(account).bind(unit).step();
}

} // namespace chengyun::hub
