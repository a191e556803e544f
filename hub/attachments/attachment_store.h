// Attachments: content on disk under its SHA-256, a row in the database that says what it is and
// who brought it. The file comes first and the row second, so a row always has its file; a file
// without a row (the hub died in between) is found again when the same content comes back.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"
#include "hub/store/transaction.h"

#include <boost/describe/class.hpp>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;

/// Answer of POST /attachments.
struct Attachment {
    std::string id; ///< SHA-256 of the content, lower-case hex
    std::string type;
    std::int64_t size = 0;
    bool operator==(const Attachment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, type, size))

class AttachmentStore {
public:
    AttachmentStore(std::filesystem::path folder, std::int64_t max_bytes, std::int64_t quota_bytes);

    /// Makes the folder and counts what is in use.
    [[nodiscard]] Result<> open();

    /// Any thread; waits for the disk. Fails with `too_large`, `wrong_type` (not an accepted
    /// kind, or not what `claimed` says), `unavailable` (also when the quota is used up).
    [[nodiscard]] Result<Attachment> keep(std::string_view content, std::string_view claimed);
    /// The row for what keep() has put on disk.
    Result<> record(Transaction& tx, const Attachment& attachment, std::string_view account);

    [[nodiscard]] Result<Attachment> find(Database& db, std::string_view id) const;
    /// Was it brought by this account, or by another one of its unit (which may be empty)?
    [[nodiscard]] Result<bool> is_owner(Database& db, std::string_view id, std::string_view account,
                                        std::string_view unit) const;
    /// Where the content lies; `id` must be one that find() knows.
    [[nodiscard]] std::filesystem::path file(std::string_view id) const;
    [[nodiscard]] std::int64_t used_bytes() const { return used_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] Result<> write(const std::filesystem::path& target, std::string_view content);

    std::filesystem::path folder_;
    std::int64_t max_bytes_;
    std::int64_t quota_bytes_;
    std::atomic<std::int64_t> used_{0};
    std::atomic<std::uint64_t> next_{0};
};

[[nodiscard]] bool is_attachment_id(std::string_view id);

} // namespace chengyun::hub
