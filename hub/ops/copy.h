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
    std::int64_t faults = 0; ///< that `verify` finds in it; more than 0 only where they were taken
};

/// What becomes of a copy of something that `verify` finds faults in. A hall with a fault needs a
/// copy most of all, but only somebody who knows of the fault may take one for a copy of the hall.
enum class Faults { refused, taken_along };

/// Behind the words of a refusal for a fault.
inline constexpr std::string_view faults_hint =
    "; `verify` says it all, --with-faults copies it all the same";

/// Told after each step that a crash may follow; tests end the process there.
using Step = std::function<void(std::string_view step)>;

/// Copies the database of `from` to `database`, and its attachments to `to`/attachments, which is
/// there afterwards also without any. Everything is new, the owner's alone and on disk, but for the
/// names in `to`. The database is one consistent copy; its attachments are copied after it, and
/// theirs were on disk before it, so none is missing; `corrupt` where one is, or, where faults are
/// taken along, left out like those that cannot be read. The database is one file, without a log
/// beside it, so that it can be read in a folder that cannot be written.
[[nodiscard]] Result<CopyReport> copy_data(const std::filesystem::path& from,
                                           const std::filesystem::path& to,
                                           const std::filesystem::path& database, const Step& step,
                                           Faults faults = Faults::refused);

} // namespace chengyun::hub
