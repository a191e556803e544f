// Puts a backup in place of a data folder's content. What was there is kept beside it, in the same
// folder, under a name with the time that nothing ever takes away; a restore that was cut off is
// finished by the next start, so that no moment leaves an empty folder for a hub to begin in.
#pragma once

#include "core/result.h"
#include "hub/ops/copy.h"

#include <filesystem>

namespace chengyun::hub {

struct RestoreReport {
    CopyReport copy;
    std::filesystem::path aside; ///< where what was there is kept; empty when there was nothing
};

/// `conflict` when there is a database already, unless `force`; always while a hub works on it, and
/// when a newer program made the backup, and when something in `data` cannot be moved aside, such
/// as a volume of its own. The copy is brought to this program's version and verified, and refused
/// (`corrupt`) where that finds anything, unless faults are to be taken along. Refused, it has
/// changed nothing, and nothing is left of the copy (but see exchange_content).
[[nodiscard]] Result<RestoreReport> restore(const std::filesystem::path& backup,
                                            const std::filesystem::path& data, bool force,
                                            const Step& step = {}, Faults faults = Faults::refused);

/// Finishes a restore into `data` that was cut off; true when there was one. Where something cannot
/// be moved it fails, and the folder is the old one again. `conflict` while another process works
/// on it.
[[nodiscard]] Result<bool> finish_restore(const std::filesystem::path& data);

/// `conflict` while a restore waits to be finished: what is in the folder is neither the old nor
/// the new.
[[nodiscard]] Result<> must_be_settled(const std::filesystem::path& data);

} // namespace chengyun::hub
