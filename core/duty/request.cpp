#include "core/duty/request.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>

namespace chengyun {

namespace {

constexpr std::chrono::days longest_leave{366};

const std::string& other_of(const ShiftExchange& exchange) {
    return exchange.other;
}
const std::string& other_of(const Leave&) {
    static const std::string nobody;
    return nobody;
}
constexpr RequestKind kind_of(const ShiftExchange&) {
    return RequestKind::exchange;
}
constexpr RequestKind kind_of(const Leave&) {
    return RequestKind::leave;
}

template <class Request>
bool is_party(const Request& request, const RequestActor& actor, RequestParty party) {
    const bool asker = !actor.person.empty() && actor.person == request.person;
    const bool other = !actor.person.empty() && actor.person == other_of(request);
    switch (party) {
    case RequestParty::asker:
        return asker;
    case RequestParty::other:
        return other;
    case RequestParty::approver:
        return actor.may_approve && !asker && !other;
    }
    return false;
}

template <class Request>
Result<Request> applied(const Request& before, RequestAct act, const RequestActor& actor,
                        Instant now, const std::string& text) {
    const auto table = request_transitions();
    const auto row = std::ranges::find_if(table, [&](const RequestTransition& t) {
        return t.kind == kind_of(before) && t.from == before.state && t.act == act;
    });
    if (row == table.end())
        return fail(FailureKind::wrong_state, "act", "not possible in the present state");
    if (!is_party(before, actor, row->party))
        return fail(FailureKind::forbidden, "act", "this is for another to do");
    const bool says_no = act == RequestAct::refuse || act == RequestAct::decline;
    if (auto ok = check_text(text, "text", limits::text, says_no, Lines::many); !ok)
        return ok.error();
    Request after = before;
    after.state = row->to;
    if (row->to == RequestState::agreed) {
        after.agreed = now;
        return after;
    }
    after.decided = now;
    after.decided_by = actor.account;
    after.answer = text;
    return after;
}

template <class Request>
std::vector<RequestAct> acts_of(const Request& request, const RequestActor& actor) {
    std::vector<RequestAct> acts;
    for (const auto& row : request_transitions()) {
        if (row.kind == kind_of(request) && row.from == request.state &&
            is_party(request, actor, row.party))
            acts.push_back(row.act);
    }
    return acts;
}

Result<> check_request(const DutyRequest& request) {
    return first_failure(check_new_id(request.id, "id"), check_new_id(request.person, "person"),
                         check_text(request.reason, "reason", limits::text, true, Lines::many));
}

Result<Shift> given_to(const Shift& shift, const std::string& field, const std::string& from,
                       const std::string& to, Instant now) {
    if (shift.person != from)
        return fail(FailureKind::conflict, field, "the shift has another person by now");
    if (shift.state != ShiftState::planned || shift.start <= now)
        return fail(FailureKind::wrong_state, field, "the shift has begun or is cancelled");
    Shift after = shift;
    after.person = to;
    if (after.backup == to)
        after.backup.clear();
    return after;
}

} // namespace

std::span<const RequestTransition> request_transitions() {
    using R = RequestState;
    using A = RequestAct;
    using P = RequestParty;
    // Why it is so:
    // - An exchange is not approved before the other has agreed: an approval must not fill the
    // shift of
    //   a person who knows nothing of it.
    // - The other may think better of it until the approval; the asker may withdraw until then.
    // - After that the rota has changed, and the way back is another request.
    static constexpr RequestTransition table[] = {
        {RequestKind::exchange, R::asked, A::agree, R::agreed, P::other},
        {RequestKind::exchange, R::asked, A::decline, R::refused, P::other},
        {RequestKind::exchange, R::asked, A::refuse, R::refused, P::approver},
        {RequestKind::exchange, R::asked, A::withdraw, R::withdrawn, P::asker},
        {RequestKind::exchange, R::agreed, A::decline, R::refused, P::other},
        {RequestKind::exchange, R::agreed, A::approve, R::approved, P::approver},
        {RequestKind::exchange, R::agreed, A::refuse, R::refused, P::approver},
        {RequestKind::exchange, R::agreed, A::withdraw, R::withdrawn, P::asker},

        {RequestKind::leave, R::asked, A::approve, R::approved, P::approver},
        {RequestKind::leave, R::asked, A::refuse, R::refused, P::approver},
        {RequestKind::leave, R::asked, A::withdraw, R::withdrawn, P::asker},
    };
    return table;
}

Result<> check(const ShiftExchange& exchange) {
    if (auto ok = first_failure(check_request(exchange), check_new_id(exchange.shift, "shift"),
                                check_new_id(exchange.other, "other"));
        !ok)
        return ok;
    if (exchange.other == exchange.person)
        return fail(FailureKind::invalid_field, "other", "the asker himself");
    if (exchange.in_return.empty())
        return {};
    if (auto ok = check_new_id(exchange.in_return, "in_return"); !ok)
        return ok;
    if (exchange.in_return == exchange.shift)
        return fail(FailureKind::invalid_field, "in_return", "the shift itself");
    return {};
}

Result<> check(const Leave& leave) {
    if (auto ok = check_request(leave); !ok)
        return ok;
    if (leave.end <= leave.start || leave.end - leave.start > longest_leave)
        return fail(FailureKind::invalid_field, "end", "after the start, within a year");
    return {};
}

Result<ShiftExchange> apply(const ShiftExchange& before, RequestAct act, const RequestActor& actor,
                            Instant now, const std::string& text) {
    return applied(before, act, actor, now, text);
}

Result<Leave> apply(const Leave& before, RequestAct act, const RequestActor& actor, Instant now,
                    const std::string& text) {
    return applied(before, act, actor, now, text);
}

std::vector<RequestAct> possible_acts(const ShiftExchange& exchange, const RequestActor& actor) {
    return acts_of(exchange, actor);
}

std::vector<RequestAct> possible_acts(const Leave& leave, const RequestActor& actor) {
    return acts_of(leave, actor);
}

Result<std::pair<Shift, std::optional<Shift>>>
exchanged(const ShiftExchange& exchange, const Shift& shift, const Shift* in_return, Instant now) {
    auto first = given_to(shift, "shift", exchange.person, exchange.other, now);
    if (!first)
        return first.error();
    if (!in_return)
        return std::pair(std::move(*first), std::optional<Shift>());
    auto second = given_to(*in_return, "in_return", exchange.other, exchange.person, now);
    if (!second)
        return second.error();
    return std::pair(std::move(*first), std::optional(std::move(*second)));
}

} // namespace chengyun
