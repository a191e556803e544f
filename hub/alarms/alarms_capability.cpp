#include "hub/alarms/alarms_capability.h"

#include "core/account/account_codec.h"
#include "core/alarms/alarms_codec.h"
#include "hub/alarms/alarm_kinds.h"
#include "hub/capability/snapshot.h"

namespace chengyun::hub {

AlarmsCapability::AlarmsCapability(Deadlines& deadlines)
    : deadlines_(deadlines.store()), service_(*store_, subjects_, deadlines.store()) {
    deadlines.add(service_.deadline_handler());
}

std::vector<Check> AlarmsCapability::checks() const {
    return {{"alarm_mark",
             [this](const auto& in) { return store_->check(in.db, deadlines_, in.findings); }}};
}

std::span<const JournalKind> AlarmsCapability::journal_kinds() const {
    return alarm_kinds;
}

Result<> AlarmsCapability::add_to_snapshot(Database& db, const Account& account, Instant /*now*/,
                                           SnapshotText& text) const {
    auto marks = service_.seen_by(db, account);
    if (!marks)
        return marks.error();
    text.list("alarms").add(*marks);
    return {};
}

} // namespace chengyun::hub
