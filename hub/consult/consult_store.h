// Where consultations are kept.
#pragma once

#include "core/consult/consult.h"
#include "core/result.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class ConsultStore {
public:
    virtual ~ConsultStore() = default;

    [[nodiscard]] virtual Result<std::optional<Consult>> find(Database& db,
                                                              std::string_view id) const = 0;
    /// The one of this order that is not over.
    [[nodiscard]] virtual Result<std::optional<Consult>> of_order(Database& db,
                                                                  std::string_view order) const = 0;
    /// Those that are not over, or ended since then; by id.
    [[nodiscard]] virtual Result<std::vector<Consult>> recent(Database& db,
                                                              Instant ended_since) const = 0;
    /// `json` is what the codec makes of the value; it is put in place of the one with its id, or
    /// is new.
    virtual Result<> put(Database& db, const Consult& consult, std::string_view json) = 0;
    /// Compares every row with the journal. In one read transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;
};

[[nodiscard]] std::unique_ptr<ConsultStore> make_sqlite_consult_store();

inline constexpr std::string_view consult_entity = "consult";

} // namespace chengyun::hub
