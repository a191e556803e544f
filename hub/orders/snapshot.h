// Everything in an account's scope at one moment: what a seat starts from.
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <string>

namespace chengyun::hub {

class AreaStore;
class Database;
class DutyStore;
class OrderStore;
class ResourceStore;
class UnitStore;

/// The JSON text of core's Snapshot, read in one read transaction: rows hold their JSON, so a
/// snapshot is putting texts together. Any thread with its own connection.
class SnapshotMaker {
public:
    SnapshotMaker(const AreaStore& areas, const UnitStore& units, const ResourceStore& resources,
                  const OrderStore& orders, const DutyStore& duty)
        : areas_(areas), units_(units), resources_(resources), orders_(orders), duty_(duty) {}

    /// `now` decides which closed orders are still shown (24 hours).
    [[nodiscard]] Result<std::string> make(Database& db, const Account& account, Instant now) const;

private:
    const AreaStore& areas_;
    const UnitStore& units_;
    const ResourceStore& resources_;
    const OrderStore& orders_;
    const DutyStore& duty_;
};

} // namespace chengyun::hub
