#include "hub/linkage/linkage_capability.h"

#include "core/account/account_codec.h"
#include "hub/capability/snapshot.h"
#include "hub/linkage/linkage_demo.h"
#include "hub/wall/wall_service.h"

namespace chengyun::hub {

LinkageCapability::LinkageCapability(Resources& resources, Deadlines& deadlines,
                                     const OrderStore& orders, WallService& walls,
                                     const WallStore& wall_store)
    : walls_(wall_store), deadlines_(deadlines.store()),
      service_(store_, {walls, wall_store, orders, resources, deadlines.store()}) {
    deadlines.add(service_.deadline_handler());
    walls.on_removed([this](Transaction& tx, const Actor& by, const Wall& wall) {
        return service_.forget_wall(tx, by, wall);
    });
}

std::vector<Check> LinkageCapability::checks() const {
    return {{"wall_links",
             [this](const auto& in) { return store_.check(in.db, deadlines_, in.findings); }}};
}

Result<> LinkageCapability::fill_demo(const Demonstration& demo) {
    return make_linkage_demo(demo, service_, walls_);
}

void LinkageCapability::start(const OpenStore& store) {
    follower_.emplace(store.writer, service_);
}

Result<> LinkageCapability::add_to_snapshot(Database& db, const Account& account, Instant /*now*/,
                                            SnapshotText& text) const {
    auto seen = service_.seen_by(db, account);
    if (!seen)
        return seen.error();
    text.list(entity_kind<LinkageRule>().name).add(seen->rules);
    text.list(entity_kind<WallLinks>().name).add(seen->links);
    return {};
}

} // namespace chengyun::hub
