// Where areas are kept.
#pragma once

#include "core/area/area.h"
#include "core/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

/// How an area is kept: most who ask want it without its rings.
struct AreaText {
    std::string plain; ///< JSON without rings
    std::string rings; ///< JSON array
};
[[nodiscard]] AreaText area_text(const Area& area);

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class AreaStore {
public:
    virtual ~AreaStore() = default;

    /// not_found when there is none of that code.
    [[nodiscard]] virtual Result<Area> get(Database& db, std::string_view code) const = 0;
    /// The JSON text of the area, with or without its rings.
    [[nodiscard]] virtual Result<std::string> text(Database& db, std::string_view code,
                                                   bool rings) const = 0;
    /// Every area below `scope` (empty: all), by code, as JSON text without rings.
    using Each = std::function<void(std::string_view json)>;
    [[nodiscard]] virtual Result<> each(Database& db, std::string_view scope,
                                        const Each& visit) const = 0;
    /// Every area with its rings, by code.
    [[nodiscard]] virtual Result<std::vector<Area>> all(Database& db) const = 0;
    /// Changes whenever any area does; for caches.
    [[nodiscard]] virtual Result<std::int64_t> revision(Database& db) const = 0;

    virtual Result<> put(Database& db, const Area& area) = 0;
    virtual Result<> remove(Database& db, std::string_view code) = 0;
    /// Of the open edition (EditionStore): stored for when it is shown, in place of the one of the
    /// same code.
    virtual Result<> stage(Database& db, std::string_view code, const AreaText& text) = 0;
    /// Forgets what was staged of this code.
    virtual Result<> unstage(Database& db, std::string_view code) = 0;
    virtual Result<> set_revision(Database& db, std::int64_t revision) = 0;
    /// Areas come by imports only, whose entries hold no rows: looks whether each can be read, is
    /// under its own code and has its office. In one read transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;
};

} // namespace chengyun::hub
