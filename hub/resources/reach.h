// What a command may name. Every field of every command that names an area, a place, a resource or
// a unit is decided here, and nowhere else; docs/security.md, "What a command may name", has it as
// a table. What the account does not see does not exist: not_found, with the field.
//
// What a command leaves as it was is not judged again: an import may have put it there, and
// whoever changes a telephone number must not have to mend a border.
#pragma once

#include "core/account/account.h"
#include "core/geo/place.h"
#include "core/result.h"
#include "hub/resources/unit_store.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

class AreaService;
class Database;
class ResourceStore;

/// Any thread with its own connection.
class Reach {
public:
    Reach(const AreaService& areas, const ResourceStore& resources, const UnitStore& units)
        : areas_(areas), resources_(resources), units_(units) {}

    /// There is such an area, within the account's scope.
    [[nodiscard]] Result<> area(Database& db, const Account& account, std::string_view code,
                                const std::string& field) const;
    /// The place may lie in the account's scope (AreaIndex::may_lie_in).
    [[nodiscard]] Result<> place(Database& db, const Account& account, Place place,
                                 const std::string& field) const;
    /// The area of what stands at a place that passed `place`: the one it lies in, or the account's
    /// own where the borders say nothing, so that its own seat sees it.
    [[nodiscard]] Result<std::string> area_at(Database& db, const Account& account,
                                              Place place) const;
    [[nodiscard]] Result<> resource(Database& db, const Account& account, std::string_view id,
                                    const std::string& field) const;
    /// `conflict` when a resource has this id, seen by the account or not: a unit that has none of
    /// its own must not look like its team.
    [[nodiscard]] Result<> no_resource(Database& db, std::string_view id,
                                       const std::string& field) const;
    /// What issuing needs of it.
    [[nodiscard]] Result<UnitHead> unit(Database& db, const Account& account, std::string_view id,
                                        const std::string& field) const;

private:
    const AreaService& areas_;
    const ResourceStore& resources_;
    const UnitStore& units_;
};

} // namespace chengyun::hub
