#include "hub/duty/duty_service.h"

#include "core/account/account_codec.h"
#include "core/area/area.h"
#include "core/duty/duty_codec.h"
#include "core/duty/entry_kinds.h"
#include "core/wire/wire_codec.h"
#include "hub/journal/change_text.h"

namespace chengyun::hub {

Result<std::string> DutyService::get(Database& db) const {
    auto duty = store_.get(db);
    if (!duty)
        return duty.error();
    return json::write(*duty);
}

Result<Answer> DutyService::set(Transaction& tx, const Account& account, const SetDuty& command) {
    if (!may(account.role, Permission::act_for_centre))
        return fail(FailureKind::forbidden, {}, "this role may not say who is on duty");
    if (!account.area.empty() && area_level(account.area) > AreaLevel::district)
        return fail(FailureKind::forbidden, {}, "only the whole hall's people may do this");
    auto before = store_.get(tx.database());
    if (!before)
        return before.error();
    auto after = apply(*before, command, tx.now());
    if (!after)
        return after.error();
    after->version = tx.next_seq();
    const auto json = json::write(*after);
    if (auto done = store_.put(tx.database(), json); !done)
        return done.error();
    const auto actor = actor_of(account);
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    const bool switched = after->mode != before->mode;
    entry.kind = switched ? entry_kind::mode_switched : entry_kind::duty_changed;
    entry.entity = "duty";
    entry.id = "duty";
    const auto text = ChangeText().add<Duty>(json).text();
    auto seq = tx.append(std::move(entry), text);
    if (!seq)
        return seq.error();
    if (switched)
        for (const auto& told : mode_switched_)
            if (auto done = told(tx, actor, after->mode); !done)
                return done.error();
    return Answer{200, done_text(*seq, text), *seq};
}

} // namespace chengyun::hub
