#include "hub/patrol/patrol_capability.h"

#include "core/journal/images.h"
#include "hub/capability/snapshot.h"
#include "hub/patrol/patrol_demo.h"
#include "hub/resources/resources.h"

namespace chengyun::hub {

PatrolCapability::PatrolCapability(const PatrolSettings& settings, const Resources& resources)
    : service_(*store_, resources.reach, *resources.resource_store),
      duty_(*looks_, *store_, *resources.resource_store),
      shown_(settings, *spans_, *store_, *resources.resource_store) {}

std::vector<Check> PatrolCapability::checks() const {
    return {{"patrol", [this](const auto& in) {
                 auto groups = store_->check(in.db, in.findings);
                 return groups ? looks_->check(in.db, in.findings) : groups;
             }}};
}

Result<> PatrolCapability::fill_demo(const Demonstration& demo) {
    return make_patrol_demo(demo, service_);
}

Result<> PatrolCapability::add_to_snapshot(Database& db, const Account& account, Instant /*now*/,
                                           SnapshotText& text) const {
    auto seen = service_.seen_by(db, account);
    if (!seen)
        return seen.error();
    text.list(entity_kind<PatrolGroup>().name).add(*seen);
    return {};
}

} // namespace chengyun::hub
