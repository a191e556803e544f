// Who sees handover sheets and the log. The rota concerns every seat; sheets and log name orders
// and what was said, so they are for accounts of the whole hall, for those of the unit whose post
// they belong to, and for the people themselves: a street lends somebody to a post of the centre.
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
    std::string person;             ///< his own sheets and log, whatever the post; empty: nobody's
    /// Does it hold what belongs to the shift?
    [[nodiscard]] bool holds(const Shift& shift) const;
};

/// Any thread with its own connection.
class DutyViewers {
public:
    DutyViewers(const AreaStore& areas, const UnitStore& units) : areas_(areas), units_(units) {}

    /// Of a post that the unit plans; empty: the centre's.
    [[nodiscard]] Result<Audience> of_unit(Database& db, const std::string& unit) const;
    /// The same, and the person of that shift (id, or empty), who may be of anywhere.
    [[nodiscard]] static Result<> add_person_of(Database& db, const std::string& shift,
                                                Audience& audience);
    [[nodiscard]] Result<DutyScope> scope_of(Database& db, const Account& account) const;
    /// Does the scope hold one of the sheet's two shifts?
    [[nodiscard]] static Result<bool> holds(Database& db, const DutyScope& scope,
                                            const Handover& sheet);

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
