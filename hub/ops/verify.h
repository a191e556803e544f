// Is what people see what the journal says happened? The chain of the journal, SQLite's check of
// its file, every row against the journal, every attachment against its hash. Each capability
// knows its own rows (Capability::checks); here is only what is asked of them, and in which order.
#pragma once

#include "core/result.h"
#include "hub/journal/journal.h"
#include "hub/ops/copy.h"
#include "hub/store/findings.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace chengyun::hub {

struct VerifyReport {
    int version = 0; ///< of the database's shape (hub/store/migrations.h)
    int known = 0;   ///< what this program writes
    ChainReport chain;
    Findings findings;

    /// Of a newer program: nothing else was looked at.
    [[nodiscard]] bool is_newer() const { return version > known; }
    /// Of an older one: its rows are not compared, because the tables to compare are to come.
    [[nodiscard]] bool is_older() const { return version < known; }
    /// A broken journal counts as one: nothing is compared with it.
    [[nodiscard]] std::int64_t fault_count() const {
        return findings.wrong_count() + (chain.broken_at ? 1 : 0);
    }
    [[nodiscard]] bool good() const { return !is_newer() && fault_count() == 0; }
};

/// Reads all of it, in one read transaction; also while a hub works on it. Memory stays small
/// however long the journal is. `conflict` while a restore waits to be finished
/// (hub/ops/restore.h).
[[nodiscard]] Result<VerifyReport> verify(const std::filesystem::path& folder);
/// The same of a database in it that has not got its name yet.
[[nodiscard]] Result<VerifyReport> verify(const std::filesystem::path& folder,
                                          const std::filesystem::path& database);

/// A sentence that names both versions.
[[nodiscard]] std::string newer_program(int version, int known);
/// `corrupt`, with the first thing that is wrong, unless all is good or faults are taken along;
/// `conflict` for a newer program's. `what` begins the sentence.
[[nodiscard]] Result<> must_be_good(const VerifyReport& report, const std::string& what,
                                    Faults faults = Faults::refused);
/// What was found, in lines, as `verify` prints it.
[[nodiscard]] std::string text_of(const VerifyReport& report);

} // namespace chengyun::hub
