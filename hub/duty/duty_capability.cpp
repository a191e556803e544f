#include "hub/duty/duty_capability.h"

#include "core/account/account_codec.h"
#include "hub/capability/snapshot.h"
#include "hub/duty/duty_kinds.h"

namespace chengyun::hub {

std::vector<Check> DutyCapability::checks() const {
    return {{"duty", [this](const auto& in) { return store_->check(in.db, in.findings); }}};
}

std::span<const JournalKind> DutyCapability::journal_kinds() const {
    return duty_kinds;
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
