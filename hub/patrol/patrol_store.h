// Where the groups of camera patrol are kept.
#pragma once

#include "core/patrol/group.h"
#include "core/result.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class PatrolStore {
public:
    virtual ~PatrolStore() = default;

    /// By id.
    [[nodiscard]] virtual Result<std::vector<PatrolGroup>> groups(Database& db) const = 0;
    [[nodiscard]] virtual Result<std::optional<PatrolGroup>> find(Database& db,
                                                                  std::string_view id) const = 0;
    /// `json` is what the codec makes of the group, which is put in place of the one with its id,
    /// or is new.
    virtual Result<> put(Database& db, const PatrolGroup& group, std::string_view json) = 0;
    virtual Result<> remove(Database& db, std::string_view id) = 0;

    /// Compares every row with the journal. In one read transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;
};

[[nodiscard]] std::unique_ptr<PatrolStore> make_sqlite_patrol_store();

} // namespace chengyun::hub
