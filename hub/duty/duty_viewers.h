// Who sees handover sheets and the log. The rota concerns every seat; sheets and log name orders
// and what was said, so they are for accounts of the whole hall, and for those of the unit whose
// post they belong to.
#pragma once

#include "core/account/account.h"
#include "hub/duty/duty_entry.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class AreaStore;
class Database;
class UnitStore;

/// Of which posts an account sees sheets and log.
struct DutyScope {
    bool everything = false;
    std::vector<std::string> posts; ///< ids; else
    [[nodiscard]] bool holds(std::string_view post) const;
};

/// Any thread with its own connection.
class DutyViewers {
public:
    DutyViewers(const AreaStore& areas, const UnitStore& units) : areas_(areas), units_(units) {}

    /// Of a post that the unit plans; empty: the centre's.
    [[nodiscard]] Result<Audience> of_unit(Database& db, const std::string& unit) const;
    [[nodiscard]] Result<DutyScope> scope_of(Database& db, const Account& account) const;

private:
    /// The codes of the hall's cities and districts: who sees one of them whole sees the hall.
    [[nodiscard]] Result<std::vector<std::string>> whole(Database& db) const;

    const AreaStore& areas_;
    const UnitStore& units_;
    mutable std::mutex mutex_;
    mutable std::int64_t revision_ = -1;
    mutable std::vector<std::string> whole_; ///< as of that revision
};

} // namespace chengyun::hub
