// A copy of everything a hub knows. A backup is a folder like a data folder: hub.sqlite and
// attachments/, complete and checked; session tokens and links in it are hashes, as in the
// original. The way back is in hub/ops/restore.h.
#pragma once

#include "core/result.h"
#include "hub/ops/copy.h"

#include <filesystem>

namespace chengyun::hub {

/// Also while a hub works on `data`. `target` must not exist or be an empty folder (`conflict`); a
/// backup into it that was cut off counts as nothing and is cleared away. The copy is verified like
/// by `verify`, and refused (`corrupt`) where that finds anything; nothing is left then. Where
/// faults are taken along, faults_file() beside it says what was found. It gets the name of a
/// database last, so that what was cut off is no backup.
[[nodiscard]] Result<CopyReport> back_up(const std::filesystem::path& data,
                                         const std::filesystem::path& target, const Step& step = {},
                                         Faults faults = Faults::refused);
/// Only in a backup that holds faults: what `verify` said of it, for people to read.
[[nodiscard]] std::filesystem::path faults_file(const std::filesystem::path& backup);

} // namespace chengyun::hub
