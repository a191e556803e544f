// Where the hall's duty is kept.
#pragma once

#include "core/duty/duty.h"

#include <memory>
#include <string_view>

namespace chengyun::hub {

class Database;
class Findings;

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class DutyStore {
public:
    virtual ~DutyStore() = default;
    /// The default until somebody has said otherwise.
    [[nodiscard]] virtual Result<Duty> get(Database& db) const = 0;
    virtual Result<> put(Database& db, std::string_view json) = 0;
    /// Compares the row with the journal. In one read transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;
};

[[nodiscard]] std::unique_ptr<DutyStore> make_sqlite_duty_store();

} // namespace chengyun::hub
