// The contents of attachments on disk, each under its SHA-256, and how much room they take. Knows
// no database: which of them are wanted is the store's to say (attachment_store.h).
#pragma once

#include "core/id/attachment_id.h"
#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <condition_variable>

namespace chengyun::hub {

/// Bytes that attachments take, and may take in all: the quota, or what the disk has left for them
/// when that is less.
struct AttachmentRoom {
    std::int64_t used = 0;
    std::int64_t room = 0;
    /// Administrators are told from here on, while there is time to make room.
    [[nodiscard]] bool is_filling() const { return used >= room / 5 * 4; }
};

/// Any thread.
class AttachmentFiles {
public:
    AttachmentFiles(std::filesystem::path folder, std::int64_t quota_bytes)
        : folder_(std::move(folder)), quota_bytes_(quota_bytes) {}

    /// Makes the folder and counts what is in use.
    [[nodiscard]] Result<> open();

    /// While it lives, the content of that id is not removed, and its bytes are counted for who
    /// brings it. Copies are the same hold.
    using Hold = std::shared_ptr<const void>;
    [[nodiscard]] Hold hold(const std::string& id, const std::string& account, std::int64_t size);
    /// Bytes held for this account, each content once.
    [[nodiscard]] std::int64_t held_for(const std::string& account) const;

    /// Puts a held content on disk; true when it was not there. Waits for the disk, and for another
    /// thread that writes the same. `no_room` when quota or disk are full.
    [[nodiscard]] Result<bool> write(const std::string& id, std::string_view content);
    /// Removes a content that nobody holds and that `is_wanted` does not want. It is asked while
    /// nobody can take a hold.
    [[nodiscard]] Result<bool>
    remove_unless(const std::string& id,
                  const std::function<Result<bool>(const std::string& id)>& is_wanted);

    /// Ids whose last hold has ended since the last call: they have a row now, or nobody wants
    /// them.
    [[nodiscard]] std::vector<std::string> take_released();

    /// Ids of one of the folder's 256 parts whose files are older than that.
    [[nodiscard]] std::vector<std::string> older_than(std::filesystem::file_time_type time,
                                                      std::uint8_t part) const;

    [[nodiscard]] std::filesystem::path path(std::string_view id) const;
    [[nodiscard]] AttachmentRoom room() const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    struct AtWork {
        int holds = 0;
        bool writing = false;
    };
    struct Held {
        int holds = 0;
        std::int64_t size = 0;
    };
    void release(const std::string& id, const std::string& account);
    [[nodiscard]] Result<> store(const std::filesystem::path& target, std::string_view content);

    std::filesystem::path folder_;
    std::int64_t quota_bytes_;
    mutable std::mutex mutex_; ///< guards the rest
    std::condition_variable written_;
    std::map<std::string, AtWork> at_work_;                    ///< by id
    std::map<std::pair<std::string, std::string>, Held> held_; ///< by account and id
    std::map<std::string, AtWork> released_;                   ///< by id, for take_released()
    std::int64_t used_ = 0;
    std::uint64_t next_ = 0;
};

} // namespace chengyun::hub
