// Attachments: content on disk under its SHA-256 (attachment_files.h), a row in the database that
// says what it is and who brought it. The file comes first and the row second, and it goes the
// other way round, so a row always has its file; a file without a row (the hub died in between) is
// found again when the same content comes back, and expires as what no report names does.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"
#include "hub/attachments/attachment_files.h"
#include "hub/store/transaction.h"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

/// Answer of POST /attachments.
struct Attachment {
    std::string id; ///< SHA-256 of the content, lower-case hex
    std::string type;
    std::int64_t size = 0;
    bool operator==(const Attachment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, type, size))

struct AttachmentLimits {
    std::int64_t max_bytes = 0;           ///< of one that is no film
    std::int64_t quota_bytes = 0;         ///< of all
    std::int64_t account_quota_bytes = 0; ///< that one account may bring within account_window
    std::int64_t max_film_bytes = 0;      ///< of one film; 0: as of any other
};

/// What an account has brought before that does not count against its quota: a phone in daily use
/// for years must not be stopped for what its reports have long since named.
inline constexpr std::chrono::days account_window{7};

class AttachmentStore {
public:
    AttachmentStore(std::filesystem::path folder, AttachmentLimits limits)
        : files_(std::move(folder), limits.quota_bytes), limits_(limits) {}

    /// Makes the folder and counts what is in use.
    [[nodiscard]] Result<> open() { return files_.open(); }
    /// Of one attachment, whatever it is.
    [[nodiscard]] std::int64_t max_bytes() const {
        return std::max(limits_.max_bytes, limits_.max_film_bytes);
    }

    /// A content on disk, for which there may be no row yet.
    struct Kept {
        Attachment attachment;
        bool fresh = false;         ///< it was not there before
        AttachmentFiles::Hold hold; ///< until the row is on disk, or give_up()
    };
    /// Any thread; waits for the disk. Fails with `too_large`, `wrong_type` (not an accepted kind,
    /// or not what `claimed` says), `no_room` (the quota of all or of this account is used up, or
    /// the disk is full), `unavailable`; a failure leaves no file.
    [[nodiscard]] Result<Kept> keep(Database& db, std::string_view content,
                                    std::string_view claimed, const std::string& account,
                                    Instant now);
    /// The row for what keep() has put on disk.
    Result<> record(Transaction& tx, const Attachment& attachment, std::string_view account);
    /// For each keep() that came to no record() of its own: ends the hold, which `kept` and its
    /// copies must be the last to have, and removes the file if it has no row. While others hold
    /// the same content it stays, so each of them has to give up too: the last one removes it.
    Result<bool> give_up(Database& db, Kept& kept);
    /// Removes the file of a content without a row that nobody is bringing.
    Result<bool> remove_if_unrecorded(Database& db, const std::string& id);

    /// Forgets the oldest, at most `limit`, of what was brought before that and no report names;
    /// their ids. Once that is on disk their files are remove_if_unrecorded()'s.
    [[nodiscard]] Result<std::vector<std::string>> forget_unnamed(Transaction& tx, Instant before,
                                                                  std::int64_t limit);

    /// Forgets this one, whoever brought it, unless a report names it; its file as above.
    Result<> forget(Transaction& tx, std::string_view id);

    [[nodiscard]] Result<Attachment> find(Database& db, std::string_view id) const;
    /// Was it brought by this account, or by another one of its unit (which may be empty)?
    [[nodiscard]] Result<bool> is_owner(Database& db, std::string_view id, std::string_view account,
                                        std::string_view unit) const;
    /// Every attachment there is, by id.
    [[nodiscard]] Result<> each(Database& db,
                                const std::function<Result<>(const Attachment&)>& visit) const;
    /// Reads every file: is it there, and what its row says? In one read transaction of the
    /// caller's on `db`; `live` is asked whether a file that is missing has expired meanwhile.
    [[nodiscard]] Result<> check(Database& db, Database& live, Findings& findings) const;
    /// Takes the row of an attachment out of a copy: it expired while the copy was made.
    [[nodiscard]] Result<> drop_row(Database& copy, const std::string& id) const;
    /// Where the content lies; `id` must be one that find() knows.
    [[nodiscard]] std::filesystem::path file(std::string_view id) const { return files_.path(id); }
    [[nodiscard]] AttachmentFiles& files() { return files_; }
    [[nodiscard]] AttachmentRoom room() const { return files_.room(); }
    /// Uploads refused with `no_room` since the start.
    [[nodiscard]] std::int64_t refused() const { return refused_; }

private:
    /// Of a content that is held; true when it was not there.
    [[nodiscard]] Result<bool> write_within_quota(Database& db, const Attachment& attachment,
                                                  std::string_view content,
                                                  const std::string& account, Instant now);

    AttachmentFiles files_;
    AttachmentLimits limits_;
    std::atomic<std::int64_t> refused_{0};
};

} // namespace chengyun::hub
