#include "hub/linkage/linkage_demo.h"

#include "hub/capability/demonstration.h"
#include "hub/journal/journal_walk.h"
#include "hub/linkage/linkage_service.h"
#include "hub/wall/wall_store.h"

namespace chengyun::hub {

namespace {

/// Known beforehand, so that the journal says whether there has been one.
constexpr const char* rule_id = "0199d3a0-0000-7000-8000-00000000d3a1";

Account maker() {
    Account account;
    account.id = "system";
    account.display_name = "演示";
    account.role = Role::commander;
    return account;
}

} // namespace

Result<> make_linkage_demo(const Demonstration& demo, LinkageService& linkage,
                           const WallStore& walls) {
    auto made = demo.store.writer.run([&](Transaction& tx) -> Result<Answer> {
        auto known = has_timeline(tx.database(), rule_id);
        if (!known)
            return known.error();
        auto all = walls.all(tx.database());
        if (!all)
            return all.error();
        if (*known || all->empty())
            return Answer{};
        LinkageRule rule;
        rule.id = rule_id;
        rule.name = "I、II级指令：周边摄像机上屏";
        rule.wall = all->front().id;
        rule.screen = all->front().screens.back().name;
        return linkage.put_rule(tx, maker(), rule);
    });
    return made ? Result<>() : made.error();
}

} // namespace chengyun::hub
