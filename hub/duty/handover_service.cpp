#include "hub/duty/handover_service.h"

#include "core/account/account_codec.h"
#include "core/duty/entry_kinds.h"
#include "core/id/uuid.h"
#include "hub/duty/handover_items.h"
#include "hub/duty/rota_reads.h"

#include <algorithm>
#include <array>

namespace chengyun::hub {

namespace {

/// After a weekend without duty somebody comes again within so long.
constexpr std::chrono::days longest_pause{7};

/// The shift that takes over: of the same post, the first to begin and to end later, that no other
/// sheet hands over to. Empty when there is none yet.
Result<std::string> shift_after(Database& db, const Shift& outgoing) {
    auto shifts = shifts_between(db, outgoing.start, outgoing.end + longest_pause);
    if (!shifts)
        return shifts.error();
    auto taken = sheets_since(db, outgoing.post, outgoing.start - longest_pause);
    if (!taken)
        return taken.error();
    for (const auto& shift : *shifts) {
        const bool follows = shift.post == outgoing.post && counts(shift) &&
                             shift.id != outgoing.id && shift.start > outgoing.start &&
                             shift.end > outgoing.end;
        const bool is_free = std::ranges::none_of(*taken, [&](const Handover& sheet) {
            return sheet.incoming == shift.id && sheet.outgoing != outgoing.id;
        });
        if (follows && is_free)
            return shift.id;
    }
    return std::string();
}

Result<std::string> person_of(Database& db, const std::string& shift) {
    if (shift.empty())
        return std::string();
    auto found = duty_table<Shift>().get(db, shift);
    if (!found)
        return found.error();
    return found->person;
}

std::string_view entry_kind_of(HandoverAct act) {
    switch (act) {
    case HandoverAct::remark:
        return entry_kind::handover_remarked;
    case HandoverAct::hand_over:
        return entry_kind::handover_handed_over;
    case HandoverAct::acknowledge:
        return entry_kind::handover_acknowledged;
    case HandoverAct::send_back:
        return entry_kind::handover_sent_back;
    case HandoverAct::accept:
        break;
    }
    return entry_kind::handover_accepted;
}

} // namespace

Result<HandoverService::Loaded> HandoverService::load(Transaction& tx,
                                                      const std::string& id) const {
    auto& db = tx.database();
    auto sheet = duty_table<Handover>().get(db, id);
    if (!sheet)
        return sheet.error();
    auto post = duty_table<Post>().get(db, sheet->post);
    if (!post)
        return post.error();
    auto outgoing = duty_table<Shift>().get(db, sheet->outgoing);
    if (!outgoing)
        return outgoing.error();
    return Loaded{std::move(*sheet), std::move(*post), std::move(*outgoing)};
}

Result<> HandoverService::append(Database& db, DutyEntry& entry, std::string_view kind,
                                 const Post& post, const Handover& sheet) const {
    auto audience = viewers_.of_unit(db, post.unit);
    if (!audience)
        return audience.error();
    for (const auto& shift : {sheet.outgoing, sheet.incoming})
        if (auto done = DutyViewers::add_person_of(db, shift, *audience); !done)
            return done;
    return entry.append(kind, "handover", sheet.id, sheet.outgoing, *audience);
}

Result<Handover> HandoverService::up_to_date(Transaction& tx, const Loaded& loaded) const {
    auto& db = tx.database();
    if (loaded.sheet.state == HandoverState::accepted)
        return loaded.sheet;
    auto items = found_items(db, orders_, loaded.post, loaded.sheet, tx.now());
    if (!items)
        return items.error();
    auto sheet = refreshed(loaded.sheet, std::move(*items));
    bool has_incoming = false;
    if (!sheet.incoming.empty()) {
        auto incoming = duty_table<Shift>().get(db, sheet.incoming);
        if (!incoming)
            return incoming.error();
        has_incoming = counts(*incoming);
    }
    if (!has_incoming) {
        auto incoming = shift_after(db, loaded.outgoing);
        if (!incoming)
            return incoming.error();
        sheet.incoming = std::move(*incoming);
    }
    return sheet;
}

Result<HandoverActor> HandoverService::actor_of_sheet(Database& db, const Account& account,
                                                      const Loaded& loaded) const {
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    auto incoming = person_of(db, loaded.sheet.incoming);
    if (!incoming)
        return incoming.error();
    return HandoverActor{account.id, actor_of(account).name, actor->person_id(),
                         loaded.outgoing.person, std::move(*incoming)};
}

Result<Answer> HandoverService::act(Transaction& tx, const Account& account, const std::string& id,
                                    HandoverAct act, const ActOnHandover& command) {
    auto& db = tx.database();
    auto loaded = load(tx, id);
    if (!loaded)
        return loaded.error();
    auto scope = viewers_.scope_of(db, account);
    if (!scope)
        return scope.error();
    auto holds = DutyViewers::holds(db, *scope, loaded->sheet);
    if (!holds)
        return holds.error();
    if (!*holds)
        return fail(FailureKind::not_found, "handover", "no such handover");
    auto before = up_to_date(tx, *loaded);
    if (!before)
        return before.error();
    // Its incoming shift may be another by now.
    loaded->sheet.incoming = before->incoming;
    auto actor = actor_of_sheet(db, account, *loaded);
    if (!actor)
        return actor.error();
    DutyEntry entry(tx, actor_of(account));
    if (act == HandoverAct::accept && before->items != loaded->sheet.items) {
        // Only who may accept is told so: the act is tried on what he has seen.
        if (auto seen = apply(loaded->sheet, act, command, *actor, tx.now()); !seen)
            return seen.error();
        if (auto done = entry.keep(*before); !done)
            return done.error();
        if (auto done = append(db, entry, entry_kind::handover_refreshed, loaded->post, *before);
            !done)
            return done.error();
        return entry.done();
    }
    auto after = apply(*before, act, command, *actor, tx.now());
    if (!after)
        return after.error();
    if (auto done = entry.keep(*after); !done)
        return done.error();
    if (auto done = append(db, entry, entry_kind_of(act), loaded->post, *after); !done)
        return done.error();
    if (after->state == HandoverState::accepted)
        if (auto done = close_outgoing(tx, entry, *loaded, *after); !done)
            return done.error();
    return entry.done();
}

Result<> HandoverService::close_outgoing(Transaction& tx, DutyEntry& entry, const Loaded& loaded,
                                         const Handover& sheet) {
    auto& db = tx.database();
    if (auto done = deadlines_.disarm(db, sheet); !done)
        return done;
    if (auto may = may_close(loaded.outgoing, loaded.post, &sheet); !may)
        return may;
    auto closed = close(loaded.outgoing, std::array{ShiftSide::own}, tx.now());
    if (!closed)
        return closed.error();
    if (auto done = entry.keep(*closed); !done)
        return done;
    if (auto done = deadlines_.arm(db, &loaded.outgoing, *closed, loaded.post, true, tx.now());
        !done)
        return done;
    // An entry of its own: everybody sees the rota, but not the sheet.
    return entry.append(entry_kind::shift_closed, "shift", closed->id, closed->id);
}

Result<> HandoverService::draft(Transaction& tx, const std::string& id) {
    auto& db = tx.database();
    auto shift = duty_table<Shift>().get(db, id);
    if (!shift)
        return shift.error();
    auto post = duty_table<Post>().get(db, shift->post);
    if (!post)
        return post.error();
    auto there = sheet_of(db, id);
    if (!there)
        return there.error();
    if (shift->state != ShiftState::on_duty || !post->hands_over || *there)
        return {};
    Loaded made{{}, std::move(*post), std::move(*shift)};
    made.sheet.id = new_id(tx.now());
    made.sheet.post = made.post.id;
    made.sheet.outgoing = made.outgoing.id;
    made.sheet.drafted = tx.now();
    made.sheet.due = accept_by(made.outgoing, deadlines_.policy());
    auto sheet = up_to_date(tx, made);
    if (!sheet)
        return sheet.error();
    DutyEntry entry(tx, {"timer", "timer"});
    if (auto done = entry.keep(*sheet); !done)
        return done;
    if (auto done = deadlines_.arm(db, *sheet, made.post, tx.now()); !done)
        return done;
    return append(db, entry, entry_kind::handover_drafted, made.post, *sheet);
}

Result<> HandoverService::follow(Transaction& tx, const std::string& id, bool always) {
    auto loaded = load(tx, id);
    if (!loaded)
        return loaded.error();
    if (loaded->sheet.state == HandoverState::accepted)
        return {};
    auto sheet = up_to_date(tx, *loaded);
    if (!sheet)
        return sheet.error();
    if (auto done = deadlines_.follow(tx.database(), *sheet, tx.now()); !done)
        return done;
    if (*sheet == loaded->sheet && !always)
        return {};
    DutyEntry entry(tx, {"timer", "timer"});
    if (auto done = entry.keep(*sheet); !done)
        return done;
    return append(tx.database(), entry, entry_kind::handover_refreshed, loaded->post, *sheet);
}

Result<> HandoverService::ring(Transaction& tx, const DutyRing& ring) {
    auto loaded = load(tx, ring.subject);
    if (!loaded)
        return loaded.error();
    DutyEntry entry(tx, {"timer", "timer"});
    entry.note("at", json::name_of(ring.at));
    entry.note("due", std::to_string(ms_of(ring.due)));
    auto& db = tx.database();
    if (auto done = append(db, entry, entry_kind::handover_overdue, loaded->post, loaded->sheet);
        !done)
        return done;
    return deadlines_.climb(db, ring);
}

} // namespace chengyun::hub
