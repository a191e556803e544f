#include "hub/duty/request_service.h"

#include "core/account/account_codec.h"
#include "core/duty/entry_kinds.h"
#include "core/text/limits.h"
#include "hub/duty/rota_reads.h"

namespace chengyun::hub {

/// A shift that may change hands, with its post.
struct ShiftAtPost {
    Shift shift;
    Post post;
};

namespace {

/// Of the entry that says so. Rules have refused by then what cannot be done to leave.
std::string_view entry_kind_of(RequestAct act, RequestKind request) {
    const bool is_leave = request == RequestKind::leave;
    switch (act) {
    case RequestAct::agree:
        return entry_kind::exchange_agreed;
    case RequestAct::decline:
        return entry_kind::exchange_declined;
    case RequestAct::approve:
        return is_leave ? entry_kind::leave_approved : entry_kind::exchange_approved;
    case RequestAct::refuse:
        return is_leave ? entry_kind::leave_refused : entry_kind::exchange_refused;
    case RequestAct::withdraw:
        break;
    }
    return is_leave ? entry_kind::leave_withdrawn : entry_kind::exchange_withdrawn;
}

Failure about_field(const Failure& why, const char* field) {
    return why.kind == FailureKind::not_found ? fail(why.kind, field, why.detail) : why;
}

template <class T>
Result<> must_be_new(Database& db, const std::string& id) {
    auto found = duty_table<T>().get(db, id);
    if (found)
        return fail(FailureKind::conflict, "id", "there is a request of this id");
    return found.error().kind == FailureKind::not_found ? Result<>() : found.error();
}

Result<ShiftAtPost> shift_with_post(Database& db, const std::string& id, const char* field) {
    auto shift = duty_table<Shift>().get(db, id);
    if (!shift)
        return about_field(shift.error(), field);
    auto post = duty_table<Post>().get(db, shift->post);
    if (!post)
        return post.error();
    return ShiftAtPost{std::move(*shift), std::move(*post)};
}

Result<> must_be_of(const Shift& shift, const std::string& person, const char* field, Instant now) {
    if (shift.person != person)
        return fail(FailureKind::forbidden, field, "the shift is another person's");
    if (shift.state != ShiftState::planned || shift.start <= now)
        return fail(FailureKind::wrong_state, field, "the shift has begun or is cancelled");
    return {};
}

} // namespace

struct RequestService::Exchanging {
    ShiftExchange request;
    ShiftAtPost given;
    std::optional<ShiftAtPost> in_return;
};

Result<Answer> RequestService::ask(Transaction& tx, const Account& account,
                                   const AskExchange& command) {
    auto& db = tx.database();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    if (auto ok = actor->must_be_person(); !ok)
        return ok.error();
    auto request = request_of(command, actor->person_id(), tx.now());
    if (auto ok = first_failure(check(request), must_be_new<ShiftExchange>(db, request.id)); !ok)
        return ok.error();
    auto given = shift_with_post(db, request.shift, "shift");
    if (!given)
        return given.error();
    if (auto ok = must_be_of(given->shift, request.person, "shift", tx.now()); !ok)
        return ok.error();
    auto other = duty_table<Person>().get(db, request.other);
    if (!other)
        return about_field(other.error(), "other");
    if (!other->active)
        return fail(FailureKind::invalid_field, "other", "this person is on duty no more");
    if (!request.in_return.empty()) {
        auto in_return = shift_with_post(db, request.in_return, "in_return");
        if (!in_return)
            return in_return.error();
        if (auto ok = must_be_of(in_return->shift, request.other, "in_return", tx.now()); !ok)
            return ok.error();
    }
    DutyEntry entry(tx, actor_of(account));
    if (auto done = entry.keep(request); !done)
        return done.error();
    if (auto done = entry.append(entry_kind::exchange_asked, "exchange", request.id, request.shift);
        !done)
        return done.error();
    return entry.done();
}

Result<Answer> RequestService::ask(Transaction& tx, const Account& account,
                                   const AskLeave& command) {
    auto& db = tx.database();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    if (auto ok = actor->must_be_person(); !ok)
        return ok.error();
    auto request = request_of(command, actor->person_id(), tx.now());
    if (auto ok = first_failure(check(request), must_be_new<Leave>(db, request.id)); !ok)
        return ok.error();
    DutyEntry entry(tx, actor_of(account));
    if (auto done = entry.keep(request); !done)
        return done.error();
    if (auto done = entry.append(entry_kind::leave_asked, "leave", request.id, request.person);
        !done)
        return done.error();
    return entry.done();
}

Result<Answer> RequestService::act_on_exchange(Transaction& tx, const Account& account,
                                               const std::string& id, RequestAct act,
                                               const ActOnRequest& command) {
    auto& db = tx.database();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    auto before = duty_table<ShiftExchange>().get(db, id);
    if (!before)
        return before.error();
    Exchanging exchanging{std::move(*before), {}, {}};
    auto given = shift_with_post(db, exchanging.request.shift, "shift");
    if (!given)
        return given.error();
    exchanging.given = std::move(*given);
    // Who approves must be allowed to for both posts.
    bool approves = actor->may(DutyRight::approve, exchanging.given.post.unit);
    if (!exchanging.request.in_return.empty()) {
        auto in_return = shift_with_post(db, exchanging.request.in_return, "in_return");
        if (!in_return)
            return in_return.error();
        approves = approves && actor->may(DutyRight::approve, in_return->post.unit);
        exchanging.in_return = std::move(*in_return);
    }
    auto after = apply(exchanging.request, act, {account.id, actor->person_id(), approves},
                       tx.now(), command.text.value_or(""));
    if (!after)
        return after.error();
    DutyEntry entry(tx, actor_of(account));
    if (after->state == RequestState::approved)
        if (auto done = exchange(tx, entry, exchanging); !done)
            return done.error();
    if (auto done = entry.keep(*after); !done)
        return done.error();
    if (auto done = entry.append(entry_kind_of(act, RequestKind::exchange), "exchange", after->id,
                                 after->shift);
        !done)
        return done.error();
    return entry.done();
}

Result<> RequestService::exchange(Transaction& tx, DutyEntry& entry,
                                  const Exchanging& exchanging) const {
    const auto* in_return = exchanging.in_return ? &*exchanging.in_return : nullptr;
    auto shifts = exchanged(exchanging.request, exchanging.given.shift,
                            in_return ? &in_return->shift : nullptr, tx.now());
    if (!shifts)
        return shifts.error();
    if (auto done = entry.keep(shifts->first); !done)
        return done;
    if (auto done = deadlines_.arm(tx.database(), &exchanging.given.shift, shifts->first,
                                   exchanging.given.post, false, tx.now());
        !done)
        return done;
    if (!shifts->second)
        return {};
    if (auto done = entry.keep(*shifts->second); !done)
        return done;
    return deadlines_.arm(tx.database(), &in_return->shift, *shifts->second, in_return->post, false,
                          tx.now());
}

Result<Answer> RequestService::act_on_leave(Transaction& tx, const Account& account,
                                            const std::string& id, RequestAct act,
                                            const ActOnRequest& command) {
    auto& db = tx.database();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    auto before = duty_table<Leave>().get(db, id);
    if (!before)
        return before.error();
    auto person = duty_table<Person>().get(db, before->person);
    if (!person)
        return person.error();
    const bool approves = actor->may(DutyRight::approve, person->unit);
    auto after = apply(*before, act, {account.id, actor->person_id(), approves}, tx.now(),
                       command.text.value_or(""));
    if (!after)
        return after.error();
    DutyEntry entry(tx, actor_of(account));
    if (auto done = entry.keep(*after); !done)
        return done.error();
    if (auto done =
            entry.append(entry_kind_of(act, RequestKind::leave), "leave", after->id, after->person);
        !done)
        return done.error();
    return entry.done();
}

} // namespace chengyun::hub
