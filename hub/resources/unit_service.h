// Units: who can be ordered, and what its people say of themselves.
#pragma once

#include "core/account/account.h"
#include "core/unit/unit.h"
#include "hub/resources/unit_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Reach;

/// PATCH /units/{id}
struct PatchUnit {
    std::optional<Availability> state; ///< available or unavailable; `committed` is derived
    std::optional<Contact> contact;
    bool operator==(const PatchUnit&) const = default;
};
BOOST_DESCRIBE_STRUCT(PatchUnit, (), (state, contact))

/// Reading: any thread with its own connection. Writing: only inside a Transaction.
class UnitService {
public:
    UnitService(UnitStore& units, const Reach& reach) : units_(units), reach_(reach) {}

    /// What GET /units answers: {items, next?}. A unit's own account sees its own unit beside its
    /// scope.
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account,
                                           const UnitQuery& query) const;
    [[nodiscard]] Result<Unit> get(Database& db, const Account& account, std::string_view id) const;
    /// By the centre within its scope, or by the unit itself.
    [[nodiscard]] Result<Answer> patch(Transaction& tx, const Account& account, std::string_view id,
                                       const PatchUnit& patch);
    /// Creates or replaces a unit that belongs to no resource or area (a department).
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, Unit unit);

private:
    UnitStore& units_;
    const Reach& reach_;
};

} // namespace chengyun::hub
