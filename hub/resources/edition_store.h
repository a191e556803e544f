// Storing much without anybody waiting for it or seeing half of it. An import stores its rows in
// many small transactions as an edition that nobody sees; one more, short, shows it whole. The
// stores of resources, units and areas stage the rows; this is about the edition itself.
#pragma once

#include "core/resource/resource.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace chengyun::hub {

class Database;

/// What others have changed while an edition was open.
struct ChangedBeside {
    std::size_t changes = 0; ///< how many were taken; 0: there is none left
    /// Layer and code of each resource that was changed or whose team was, those that it has now
    /// and those that it is staged under.
    std::vector<std::pair<Layer, std::string>> resources;
    std::vector<std::string> areas; ///< codes of staged areas whose office was changed
};

/// Stateless. One edition at a time: imports come one after the other. What is written, only
/// inside a Transaction.
class EditionStore {
public:
    virtual ~EditionStore() = default;

    /// From here on changes by others are noted. `conflict` while one is open or what an earlier
    /// one left has not been cleared away.
    virtual Result<> open(Database& db) = 0;
    /// The version for rows staged from what `db`, a reader, sees in one ReadScope: above that of
    /// every change it sees. Inside a Transaction it is too low, since the works before it in the
    /// batch have their entries and the stored head not yet: Transaction::next_seq() is right
    /// there.
    [[nodiscard]] virtual Result<std::int64_t> next_version(Database& db) const = 0;
    /// Takes the oldest `limit` changes by others off the list.
    [[nodiscard]] virtual Result<ChangedBeside> take_changes(Database& db, std::size_t limit) = 0;
    /// Everybody sees what was staged in place of what it replaces.
    virtual Result<> show(Database& db) = 0;

    /// True when there is something for clear(). A quick look by any connection.
    [[nodiscard]] virtual Result<bool> has_remains(Database& db) const = 0;
    /// Removes up to `limit` rows that nobody will see again: of an edition that was opened and not
    /// shown, and those that a shown one has replaced. False when there is nothing left.
    [[nodiscard]] virtual Result<bool> clear(Database& db, std::size_t limit) = 0;
};

} // namespace chengyun::hub
