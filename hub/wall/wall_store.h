// Where walls, their boards and their presets are kept.
#pragma once

#include "core/result.h"
#include "core/wall/preset.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class DeadlineStore;
class Findings;

/// How far a wall's changes can be undone.
inline constexpr std::size_t kept_formers = 20;

/// Stateless; any thread with its own connection. Writing only inside a Transaction. `json` is what
/// the codec makes of the value; it is put in place of the one with its key, or is new.
class WallStore {
public:
    virtual ~WallStore() = default;

    /// By id.
    [[nodiscard]] virtual Result<std::vector<Wall>> all(Database& db) const = 0;
    [[nodiscard]] virtual Result<std::optional<Wall>> find(Database& db,
                                                           std::string_view id) const = 0;
    virtual Result<> put(Database& db, const Wall& wall, std::string_view json) = 0;
    /// With its board and its former boards. Its presets must be gone.
    virtual Result<> remove(Database& db, std::string_view id) = 0;

    /// not_found where there is no such wall.
    [[nodiscard]] virtual Result<WallBoard> board(Database& db, std::string_view wall) const = 0;
    virtual Result<> put(Database& db, const WallBoard& board, std::string_view json) = 0;
    /// Keeps the board, which another one is about to replace; the oldest beyond kept_formers go.
    virtual Result<> push_former(Database& db, const WallBoard& board) = 0;
    /// The last one kept, which is not kept any more.
    virtual Result<std::optional<WallBoard>> pop_former(Database& db, std::string_view wall) = 0;

    /// Of a wall, by id.
    [[nodiscard]] virtual Result<std::vector<WallPreset>> presets(Database& db,
                                                                  std::string_view wall) const = 0;
    [[nodiscard]] virtual Result<std::optional<WallPreset>>
    find_preset(Database& db, std::string_view id) const = 0;
    virtual Result<> put(Database& db, const WallPreset& preset, std::string_view json) = 0;
    virtual Result<> remove_preset(Database& db, std::string_view id) = 0;

    /// Compares every row with the journal, and the pending deadlines with the boards. In one read
    /// transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, const DeadlineStore& deadlines,
                                         Findings& findings) const = 0;
};

[[nodiscard]] std::unique_ptr<WallStore> make_sqlite_wall_store();

} // namespace chengyun::hub
