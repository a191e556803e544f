#include "hub/duty/shift_service.h"

#include "core/account/account_codec.h"
#include "core/duty/entry_kinds.h"
#include "hub/duty/rota_reads.h"

#include <algorithm>

namespace chengyun::hub {

Result<ShiftService::Loaded> ShiftService::load(Transaction& tx, const Account& account,
                                                const std::string& id) {
    auto& db = tx.database();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    auto shift = duty_table<Shift>().get(db, id);
    if (!shift)
        return shift.error();
    auto post = duty_table<Post>().get(db, shift->post);
    if (!post)
        return post.error();
    auto sides = sides_of(db, *actor, *shift, *post, tx.now());
    if (!sides)
        return sides.error();
    return Loaded{std::move(*actor), std::move(*shift), std::move(*post), std::move(*sides)};
}

Result<Answer> ShiftService::keep(Transaction& tx, const Account& account, const Loaded& before,
                                  Shift after, std::string_view kind) {
    DutyEntry entry(tx, actor_of(account));
    if (auto done = entry.keep(after); !done)
        return done.error();
    if (auto done =
            deadlines_.arm(tx.database(), &before.shift, after, before.post, false, tx.now());
        !done)
        return done.error();
    if (auto done = entry.append(kind, "shift", after.id, after.id); !done)
        return done.error();
    return entry.done();
}

Result<Answer> ShiftService::check_in(Transaction& tx, const Account& account,
                                      const std::string& id, const CheckIn& command) {
    auto loaded = load(tx, account, id);
    if (!loaded)
        return loaded.error();
    auto after =
        chengyun::check_in(loaded->shift, loaded->sides, command.from, account.id, tx.now());
    if (!after)
        return after.error();
    const bool own = std::ranges::find(loaded->sides, ShiftSide::own) != loaded->sides.end();
    if (!own && command.from != CheckInFrom::telephone)
        return fail(FailureKind::invalid_field, "from", "another person can only have telephoned");
    return keep(tx, account, *loaded, std::move(*after), entry_kind::shift_checked_in);
}

Result<Answer> ShiftService::stand_in(Transaction& tx, const Account& account,
                                      const std::string& id, const StandIn& command) {
    if (auto ok = check(command); !ok)
        return ok.error();
    auto loaded = load(tx, account, id);
    if (!loaded)
        return loaded.error();
    auto after = chengyun::stand_in(loaded->shift, loaded->sides, command.person);
    if (!after)
        return after.error();
    auto person = duty_table<Person>().get(tx.database(), command.person);
    if (!person)
        return person.error();
    if (!person->active)
        return fail(FailureKind::invalid_field, "person", "this person is on duty no more");
    return keep(tx, account, *loaded, std::move(*after), entry_kind::shift_stood_in);
}

Result<Answer> ShiftService::close(Transaction& tx, const Account& account, const std::string& id) {
    auto loaded = load(tx, account, id);
    if (!loaded)
        return loaded.error();
    auto after = chengyun::close(loaded->shift, loaded->sides, tx.now());
    if (!after)
        return after.error();
    auto sheet = sheet_of(tx.database(), id);
    if (!sheet)
        return sheet.error();
    if (auto may = may_close(loaded->shift, loaded->post, *sheet ? &**sheet : nullptr); !may)
        return may.error();
    return keep(tx, account, *loaded, std::move(*after), entry_kind::shift_closed);
}

Result<> ShiftService::ring(Transaction& tx, const DutyRing& ring) {
    auto& db = tx.database();
    auto shift = duty_table<Shift>().get(db, ring.subject);
    if (!shift)
        return shift.error();
    auto around = rota_around(db, *shift);
    if (!around)
        return around.error();
    const auto proposed = stand_ins(around->rota(), *shift);
    DutyEntry entry(tx, {"timer", "timer"});
    entry.note("at", json::name_of(ring.at));
    entry.note("due", std::to_string(ms_of(ring.due)));
    entry.note("proposed", proposed.empty() ? std::string_view() : proposed.front());
    if (auto done = entry.append(entry_kind::shift_late, "shift", shift->id, shift->id); !done)
        return done;
    return deadlines_.climb(db, ring);
}

} // namespace chengyun::hub
