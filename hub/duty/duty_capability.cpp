#include "hub/duty/duty_capability.h"

#include "core/account/account_codec.h"
#include "hub/capability/demonstration.h"
#include "hub/capability/snapshot.h"
#include "hub/duty/duty_kinds.h"

namespace chengyun::hub {

std::vector<Check> DutyCapability::checks() const {
    return {{"duty", [this](const auto& in) { return store_->check(in.db, in.findings); }}};
}

std::span<const JournalKind> DutyCapability::journal_kinds() const {
    return duty_kinds;
}

Result<> DutyCapability::fill_demo(const Demonstration& demo) {
    auto said = demo.store.writer.run([this](Transaction& tx) -> Result<Answer> {
        auto before = store_->get(tx.database());
        if (!before)
            return before.error();
        if (before->version != 0)
            return Answer{};
        Account commander;
        commander.role = Role::commander;
        commander.display_name = "高国栋（演示）";
        SetDuty duty;
        duty.commander = "高国栋";
        duty.shift_leader = "周敏";
        return service_.set(tx, commander, duty);
    });
    if (!said)
        return said.error();
    return {};
}

Result<> DutyCapability::add_to_snapshot(Database& db, const Account&, Instant,
                                         SnapshotText& text) const {
    auto duty = service_.get(db);
    if (!duty)
        return duty.error();
    text.one("duty", *duty);
    return {};
}

} // namespace chengyun::hub
