// A copy of everything a hub knows, and the way back. A backup is a folder like a data folder:
// hub.sqlite and attachments/, complete and checked; session tokens and links in it are hashes, as
// in the original.
#pragma once

#include "core/result.h"
#include "hub/journal/journal.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace chengyun::hub {

struct BackupReport {
    std::int64_t head = 0; ///< journal number of the copy
    std::int64_t attachments = 0;
    std::int64_t bytes = 0;
};

/// Also while a hub works on `data`. `target` must not exist or be an empty folder (`conflict`).
/// The database is one consistent copy; its attachments are copied after it, and theirs were on
/// disk before it, so none is missing.
[[nodiscard]] Result<BackupReport> back_up(const std::filesystem::path& data,
                                           const std::filesystem::path& target);

/// Puts a backup where `data` is. `conflict` when there is a database already, unless `force`, and
/// always while a hub works on it. A broken backup (chain, missing attachment) is refused before
/// anything is changed; what was there is kept beside it under "NAME.before-restore".
[[nodiscard]] Result<BackupReport> restore(const std::filesystem::path& backup,
                                           const std::filesystem::path& data, bool force);

struct VerifyReport {
    ChainReport chain;
    std::int64_t attachments = 0;
    std::vector<std::string> broken_attachments; ///< id and what is wrong with it
    [[nodiscard]] bool good() const { return !chain.broken_at && broken_attachments.empty(); }
};
/// Reads all of it; also while a hub works on it.
[[nodiscard]] Result<VerifyReport> verify(const std::filesystem::path& data);

} // namespace chengyun::hub
