// Where it is kept what people did about alarms.
#pragma once

#include "core/alarms/alarm.h"
#include "core/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class DeadlineStore;
class Findings;

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class AlarmStore {
public:
    virtual ~AlarmStore() = default;
    [[nodiscard]] virtual Result<std::optional<AlarmMark>> find(Database& db,
                                                                std::string_view id) const = 0;
    /// Every mark with its JSON text, by id.
    [[nodiscard]] virtual Result<> each(
        Database& db,
        const std::function<Result<>(std::string_view id, std::string_view json)>& visit) const = 0;
    /// The ids of the marks that an account has made.
    [[nodiscard]] virtual Result<std::vector<std::string>>
    made_by(Database& db, std::string_view account) const = 0;
    /// `json` is what the codec makes of the mark. In place of the one with its id, or new.
    virtual Result<> put(Database& db, const AlarmMark& mark, std::string_view json) = 0;
    virtual Result<> remove(Database& db, std::string_view id) = 0;
    /// Compares every row with the journal, and the pending deadlines with the rows. In one read
    /// transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, const DeadlineStore& deadlines,
                                         Findings& findings) const = 0;
};

[[nodiscard]] std::unique_ptr<AlarmStore> make_sqlite_alarm_store();

} // namespace chengyun::hub
