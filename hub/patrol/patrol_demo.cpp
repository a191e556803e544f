#include "hub/patrol/patrol_demo.h"

#include "hub/capability/demonstration.h"
#include "hub/journal/journal_walk.h"
#include "hub/patrol/patrol_service.h"

namespace chengyun::hub {

namespace {

// Known beforehand, so that the journal says whether there has been one.
constexpr const char* district_id = "0199d3a0-0000-7000-8000-00000000d3b0";
constexpr const char* near_orders_id = "0199d3a0-0000-7000-8000-00000000d3b1";
constexpr std::int64_t near_m = 3'000;

Account maker() {
    Account account;
    account.id = "system";
    account.display_name = "演示";
    account.role = Role::commander;
    return account;
}

PatrolGroup by_rule(const char* id, const char* name) {
    PatrolGroup group;
    group.id = id;
    group.name = name;
    group.choice = PatrolChoice::rule;
    return group;
}

} // namespace

Result<> make_patrol_demo(const Demonstration& demo, PatrolService& patrol) {
    auto district = by_rule(district_id, "全区轮巡");
    auto near_orders = by_rule(near_orders_id, "在办指令周边");
    near_orders.rule.near_orders_m = near_m;
    auto made = demo.store.writer.run([&](Transaction& tx) -> Result<Answer> {
        for (const auto& group : {district, near_orders}) {
            auto known = has_timeline(tx.database(), group.id);
            if (!known)
                return known.error();
            if (*known)
                continue;
            if (auto done = patrol.put(tx, maker(), group); !done)
                return done.error();
        }
        return Answer{};
    });
    return made ? Result<>() : made.error();
}

} // namespace chengyun::hub
