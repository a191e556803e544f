// Where the looks of patrol duty are kept.
#pragma once

#include "core/patrol/look.h"
#include "core/result.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

/// At most so many rounds are given at once, the latest ones.
inline constexpr std::int64_t most_patrol_rounds = 2'000;

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class LookStore {
public:
    virtual ~LookStore() = default;

    /// Any look of the round; nothing where it has none yet.
    [[nodiscard]] virtual Result<std::optional<PatrolLook>>
    of_round(Database& db, std::string_view round) const = 0;
    /// `conflict` ("camera") where the round has looked at it already, or ("id").
    virtual Result<> add(Database& db, const PatrolLook& look, std::string_view json) = 0;
    /// Of looks between these times (`to` not included) in groups of this area and below (empty:
    /// everywhere): the latest round first, most_patrol_rounds at most.
    [[nodiscard]] virtual Result<std::vector<PatrolShare>>
    rounds(Database& db, std::string_view area, Instant from, Instant to) const = 0;

    /// Compares every row with the journal. In one read transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;
};

[[nodiscard]] std::unique_ptr<LookStore> make_sqlite_look_store();

} // namespace chengyun::hub
