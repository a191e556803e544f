#include "hub/duty/log_service.h"

#include "core/account/account_codec.h"
#include "core/duty/entry_kinds.h"
#include "hub/duty/rota_reads.h"
#include "hub/orders/order_service.h"

namespace chengyun::hub {

Result<Shift> LogService::own_shift(Database& db, const Account& account) {
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    if (auto ok = actor->must_be_person(); !ok)
        return ok.error();
    auto shift = duty_of(db, actor->person->id);
    if (!shift)
        return shift.error();
    if (!*shift)
        return fail(FailureKind::forbidden, "shift", "only those who are on duty write the log");
    return std::move(**shift);
}

Result<LogEntry> LogService::seen(Database& db, const Account& account,
                                  const std::string& id) const {
    auto entry = duty_table<LogEntry>().get(db, id);
    if (!entry)
        return entry;
    auto shift = duty_table<Shift>().get(db, entry->shift);
    if (!shift)
        return shift.error();
    auto scope = viewers_.scope_of(db, account);
    if (!scope)
        return scope.error();
    if (!scope->holds(*shift))
        return fail(FailureKind::not_found, "log", "no such log");
    return entry;
}

Result<Answer> LogService::keep(Transaction& tx, const Account& account, LogEntry& written,
                                std::string_view kind) const {
    auto& db = tx.database();
    auto shift = duty_table<Shift>().get(db, written.shift);
    if (!shift)
        return shift.error();
    auto post = duty_table<Post>().get(db, shift->post);
    if (!post)
        return post.error();
    auto audience = viewers_.of_unit(db, post->unit);
    if (!audience)
        return audience.error();
    if (auto done = DutyViewers::add_person_of(db, written.shift, *audience); !done)
        return done.error();
    DutyEntry entry(tx, actor_of(account));
    if (auto done = entry.keep(written); !done)
        return done.error();
    const auto& subject = written.order.empty() ? written.shift : written.order;
    if (auto done = entry.append(kind, "duty_log", written.id, subject, *audience); !done)
        return done.error();
    return entry.done();
}

Result<Answer> LogService::write(Transaction& tx, const Account& account, const WriteLog& command) {
    auto& db = tx.database();
    if (auto ok = check(command, tx.now()); !ok)
        return ok.error();
    auto shift = own_shift(db, account);
    if (!shift)
        return shift.error();
    auto there = duty_table<LogEntry>().get(db, command.id);
    if (there)
        return fail(FailureKind::conflict, "id", "there is an entry of this id");
    if (there.error().kind != FailureKind::not_found)
        return there.error();
    if (command.order) {
        auto sees = orders_.in_scope(db, *command.order, OrderService::scope_of(account));
        if (!sees)
            return sees.error();
        if (!*sees)
            return fail(FailureKind::not_found, "order", "no such order");
    }
    if (command.corrects)
        if (auto corrected = seen(db, account, *command.corrects); !corrected)
            return corrected.error().kind == FailureKind::not_found
                       ? fail(FailureKind::not_found, "corrects", "no such entry")
                       : corrected.error();
    auto entry = entry_of(command, account.id, actor_of(account).name, shift->id, tx.now());
    return keep(tx, account, entry, entry_kind::log_written);
}

Result<Answer> LogService::settle(Transaction& tx, const Account& account, const std::string& id) {
    auto& db = tx.database();
    if (auto shift = own_shift(db, account); !shift)
        return shift.error();
    auto before = seen(db, account, id);
    if (!before)
        return before.error();
    auto after = chengyun::settle(*before, account.id, tx.now());
    if (!after)
        return after.error();
    return keep(tx, account, *after, entry_kind::log_settled);
}

} // namespace chengyun::hub
