// A whole copy of a data folder: what `backup` and `restore` have in common.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace chengyun::hub {

struct CopyReport {
    std::int64_t head = 0; ///< journal number of the copy
    std::int64_t attachments = 0;
    std::int64_t bytes = 0;
};

/// Told after each step that a crash may follow; tests end the process there.
using Step = std::function<void(std::string_view step)>;

/// Copies the database of `from` to `database`, and its attachments to `to`/attachments, which is
/// there afterwards also without any. Everything is new, the owner's alone and on disk, but for the
/// names in `to`. The database is one consistent copy; its attachments are copied after it, and
/// theirs were on disk before it, so none is missing.
[[nodiscard]] Result<CopyReport> copy_data(const std::filesystem::path& from,
                                           const std::filesystem::path& to,
                                           const std::filesystem::path& database, const Step& step);

} // namespace chengyun::hub
