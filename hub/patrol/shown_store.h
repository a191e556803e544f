// Where the hub keeps which machine showed which camera when. It is no fact of the hall: the
// journal has nothing of it, and what is old goes away.
#pragma once

#include "core/patrol/shown.h"
#include "core/result.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class ShownStore {
public:
    virtual ~ShownStore() = default;

    /// `area`: of the group. A span of this account that began at that time becomes longer.
    virtual Result<> put(Database& db, std::string_view account, std::string_view area,
                         const ShownCamera& shown) = 0;
    /// What ended before this goes away, and what is beyond so many rows, the oldest first.
    virtual Result<> prune(Database& db, Instant before, std::int64_t most_rows) = 0;
    /// In groups of this area and below (empty: everywhere), of spans that lie at least partly
    /// between these times, with numbers above `after`, in their order, `limit` at most.
    [[nodiscard]] virtual Result<std::vector<ShownCamera>> list(Database& db, std::string_view area,
                                                                Instant from, Instant to,
                                                                std::int64_t after,
                                                                std::int64_t limit) const = 0;
};

[[nodiscard]] std::unique_ptr<ShownStore> make_sqlite_shown_store();

} // namespace chengyun::hub
