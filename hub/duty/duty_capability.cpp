#include "hub/duty/duty_capability.h"

#include "core/account/account_codec.h"
#include "hub/capability/demonstration.h"
#include "hub/capability/policy.h"
#include "hub/config/log.h"
#include "hub/deadlines/deadlines.h"
#include "hub/duty/duty_alarms.h"
#include "hub/duty/duty_check.h"
#include "hub/duty/duty_demo.h"
#include "hub/duty/duty_kinds.h"
#include "hub/duty/provided.h"

namespace chengyun::hub {

DutyCapability::DutyCapability(const DutyPolicy& policy, const Zone& zone, Resources& resources,
                               Deadlines& deadlines, AlarmSubjects& alarms,
                               const OrderStore& orders, FindAccount find_account)
    : resources_(resources), deadlines_(deadlines.store()), orders_(orders),
      find_account_(std::move(find_account)),
      roster_(resources, deadlines, orders, find_account_, policy, zone) {
    add_alarm_subjects(alarms, roster_.viewers);
}

std::vector<Check> DutyCapability::checks() const {
    return {{"duty", [this](const auto& in) { return store_->check(in.db, in.findings); }},
            {"duty_shift",
             [this](const auto& in) { return check_roster(in.db, deadlines_, in.findings); }}};
}

std::span<const JournalKind> DutyCapability::journal_kinds() const {
    return duty_kinds;
}

Result<> DutyCapability::fill_demo(const Demonstration& demo) {
    return make_duty_demo(demo, {service_, roster_, resources_, orders_, find_account_});
}

void DutyCapability::start(const OpenStore& store) {
    tell_policy(store.writer, roster_.deadlines.policy());
    if (auto added = add_provided(store.writer); !added)
        log(LogLevel::error, "duty", "patterns and holidays are not added",
            {{"why", std::string_view(added.error().detail)}});
}

Result<> DutyCapability::add_to_snapshot(Database& db, const Account& account, Instant now,
                                         SnapshotText& text) const {
    auto duty = service_.get(db);
    if (!duty)
        return duty.error();
    text.one("duty", *duty);
    add_policy(text, roster_.deadlines.policy());
    return roster_.reads.add_to_snapshot(db, account, now, text);
}

} // namespace chengyun::hub
