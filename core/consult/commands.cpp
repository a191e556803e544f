#include "core/consult/commands.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>

namespace chengyun {

namespace {

constexpr std::size_t longest_post = 100;

Failure over() {
    return fail(FailureKind::wrong_state, "ended", "the consultation is over");
}

Failure no_step() {
    return fail(FailureKind::wrong_state, "member", "not from the member's state");
}

Result<> check_chair(const Consult& consult, std::string_view by) {
    if (consult.ended)
        return over();
    if (consult.chair.empty() || consult.chair != by)
        return fail(FailureKind::forbidden, {}, "only the chair may do this");
    return {};
}

Result<ConsultMember*> member_of(Consult& consult, std::string_view id) {
    const auto found = std::ranges::find(consult.members, id, &ConsultMember::id);
    if (found == consult.members.end())
        return fail(FailureKind::not_found, "member", "no such member");
    return &*found;
}

void set(ConsultMember& member, MemberState state, Instant now) {
    member.state = state;
    member.since = now;
}

bool is_one_of(MemberState state, std::initializer_list<MemberState> states) {
    return std::ranges::find(states, state) != states.end();
}

Result<> check_calls(const std::vector<CalledMember>& calls) {
    if (calls.size() > most_consult_members)
        return fail(FailureKind::too_many, "call",
                    "at most " + std::to_string(most_consult_members));
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const auto field = "call[" + std::to_string(i) + "]";
        if (auto ok =
                first_failure(check_id(calls[i].id, field + ".id"),
                              check_text(calls[i].post, field + ".post", longest_post, false));
            !ok)
            return ok;
    }
    return {};
}

bool may_have_chair(const ConsultMember& member) {
    return member.state == MemberState::in && !is_guest(member);
}

/// To the first who is in, or to nobody: then nobody could unlock the room.
void pass_chair_on(Consult& consult) {
    const auto next = std::ranges::find_if(consult.members, may_have_chair);
    consult.chair = next == consult.members.end() ? std::string() : next->id;
    consult.locked = consult.locked && !consult.chair.empty();
}

} // namespace

Result<> check(const MakeConsult& command) {
    if (auto ok = first_failure(
            check_new_id(command.id, "id"), check_text(command.title, "title", limits::name, true),
            command.area.empty() ? Result<>() : check_area(command.area, "area"),
            check_calls(command.call));
        !ok)
        return ok;
    if ((command.kind == ConsultKind::order) == command.order.empty())
        return fail(FailureKind::invalid_field, "order", "belongs to the kind order");
    if (!command.order.empty())
        if (auto ok = check_id(command.order, "order"); !ok)
            return ok;
    if ((command.kind == ConsultKind::planned) != command.starts.has_value())
        return fail(FailureKind::invalid_field, "starts", "belongs to the kind planned");
    return {};
}

Result<> check(const CallMembers& command) {
    if (command.call.empty())
        return fail(FailureKind::missing_field, "call", "at least one");
    return check_calls(command.call);
}

Result<> check(const InviteGuest& command) {
    return check_text(command.name, "name", longest_guest_name, true);
}

Result<Consult> make_consult(const MakeConsult& command, ConsultMember maker,
                             std::vector<ConsultMember> called, Instant now) {
    Consult consult;
    consult.id = command.id;
    consult.kind = command.kind;
    consult.title = command.title;
    consult.order = command.order;
    consult.area = command.area;
    consult.starts = command.starts;
    consult.made = now;
    consult.chair = maker.id;
    set(maker, MemberState::accepted, now);
    consult.members.push_back(std::move(maker));
    if (called.empty())
        return consult;
    const auto chair = consult.chair;
    const bool only_himself =
        std::ranges::all_of(called, [&](const ConsultMember& one) { return one.id == chair; });
    if (only_himself)
        return consult;
    return call_members(std::move(consult), std::move(called), chair, now);
}

Result<Consult> call_members(Consult consult, std::vector<ConsultMember> called,
                             std::string_view by, Instant now) {
    if (auto ok = check_chair(consult, by); !ok)
        return ok.error();
    if (consult.locked)
        return fail(FailureKind::wrong_state, "locked", "unlock it first");
    bool changed = false;
    for (auto& one : called) {
        const auto known = std::ranges::find(consult.members, one.id, &ConsultMember::id);
        if (known == consult.members.end()) {
            if (consult.members.size() >= most_consult_members)
                return fail(FailureKind::no_room, "call", "the room is full");
            set(one, MemberState::called, now);
            consult.members.push_back(std::move(one));
        } else if (is_one_of(known->state,
                             {MemberState::declined, MemberState::left, MemberState::removed})) {
            set(*known, MemberState::called, now);
        } else {
            continue;
        }
        changed = true;
    }
    if (!changed)
        return fail(FailureKind::wrong_state, "call", "all of them have been called");
    return consult;
}

Result<Consult> answer_call(Consult consult, std::string_view member, bool accepts, Instant now) {
    if (consult.ended)
        return over();
    auto found = member_of(consult, member);
    if (!found)
        return found.error();
    const auto after = accepts ? MemberState::accepted : MemberState::declined;
    if (!is_one_of((*found)->state,
                   {MemberState::called, MemberState::accepted, MemberState::declined}) ||
        (*found)->state == after)
        return no_step();
    set(**found, after, now);
    if (!accepts && consult.chair == member)
        pass_chair_on(consult);
    return consult;
}

Result<Consult> enter(Consult consult, ConsultMember who, Instant now) {
    if (consult.ended)
        return over();
    const auto known = std::ranges::find(consult.members, who.id, &ConsultMember::id);
    const bool is_known = known != consult.members.end();
    if (is_known && known->state == MemberState::removed)
        return fail(FailureKind::forbidden, {}, "the chair has removed this member");
    if (is_known && is_one_of(known->state, {MemberState::in, MemberState::waiting}))
        return no_step();
    const auto id = who.id;
    const bool is_chair = consult.chair == id;
    if (consult.locked && !is_chair && !(is_known && known->state == MemberState::left))
        return fail(FailureKind::wrong_state, "locked", "the room is locked");
    const bool opens = consult.chair.empty();
    if (is_known) {
        set(*known, MemberState::in, now);
    } else {
        if (consult.members.size() >= most_consult_members)
            return fail(FailureKind::no_room, "member", "the room is full");
        set(who, opens ? MemberState::in : MemberState::waiting, now);
        consult.members.push_back(std::move(who));
    }
    if (opens)
        consult.chair = id;
    return consult;
}

Result<Consult> let_in(Consult consult, std::string_view member, std::string_view by, Instant now) {
    if (auto ok = check_chair(consult, by); !ok)
        return ok.error();
    auto found = member_of(consult, member);
    if (!found)
        return found.error();
    if ((*found)->state != MemberState::waiting)
        return no_step();
    set(**found, MemberState::in, now);
    return consult;
}

Result<Consult> remove_member(Consult consult, std::string_view member, std::string_view by,
                              Instant now) {
    if (auto ok = check_chair(consult, by); !ok)
        return ok.error();
    if (member == by)
        return fail(FailureKind::invalid_field, "member", "the chair leaves or ends");
    auto found = member_of(consult, member);
    if (!found)
        return found.error();
    if ((*found)->state == MemberState::removed)
        return no_step();
    set(**found, MemberState::removed, now);
    return consult;
}

Result<Consult> leave(Consult consult, std::string_view member, Instant now) {
    if (consult.ended)
        return over();
    auto found = member_of(consult, member);
    if (!found)
        return found.error();
    if ((*found)->state == MemberState::waiting)
        consult.members.erase(consult.members.begin() + (*found - consult.members.data()));
    else if ((*found)->state == MemberState::in)
        set(**found, MemberState::left, now);
    else
        return no_step();
    if (consult.chair == member)
        pass_chair_on(consult);
    return consult;
}

Result<Consult> hand_over_chair(Consult consult, std::string_view to, std::string_view by) {
    if (auto ok = check_chair(consult, by); !ok)
        return ok.error();
    auto found = member_of(consult, to);
    if (!found)
        return found.error();
    if (to == by || !may_have_chair(**found))
        return no_step();
    consult.chair = to;
    return consult;
}

Result<> check_invitation(const Consult& consult, std::string_view by) {
    if (auto ok = check_chair(consult, by); !ok)
        return ok;
    if (consult.locked)
        return fail(FailureKind::wrong_state, "locked", "unlock it first");
    if (consult.members.size() >= most_consult_members)
        return fail(FailureKind::no_room, {}, "the room is full");
    return {};
}

Result<Consult> admit_guest(Consult consult, ConsultMember guest, Instant now) {
    if (consult.ended)
        return over();
    if (consult.locked)
        return fail(FailureKind::wrong_state, "locked", "the room is locked");
    if (consult.members.size() >= most_consult_members)
        return fail(FailureKind::no_room, "member", "the room is full");
    guest.guest = true;
    set(guest, MemberState::waiting, now);
    consult.members.push_back(std::move(guest));
    return consult;
}

Result<Consult> pass_lost_chair(Consult consult, std::string_view lost,
                                const std::set<std::string, std::less<>>& present,
                                const std::vector<std::string>& by_post) {
    if (consult.ended)
        return over();
    const auto nobody = fail(FailureKind::wrong_state, "chair", "nobody takes it over");
    if (consult.chair.empty() || consult.chair != lost || !is_in(consult, lost))
        return nobody;
    const auto may = [&](const ConsultMember& member) {
        return may_have_chair(member) && member.id != lost && present.contains(member.id);
    };
    for (const auto& id : by_post)
        if (const auto* member = find_member(consult, id); member && may(*member)) {
            consult.chair = id;
            return consult;
        }
    const auto next = std::ranges::find_if(consult.members, may);
    if (next == consult.members.end())
        return nobody;
    consult.chair = next->id;
    return consult;
}

Result<Consult> set_lock(Consult consult, bool locked, std::string_view by) {
    if (auto ok = check_chair(consult, by); !ok)
        return ok.error();
    if (consult.locked == locked)
        return fail(FailureKind::wrong_state, "locked", "it is so already");
    consult.locked = locked;
    return consult;
}

Result<Consult> end_consult(Consult consult, std::string_view by, bool leads, Instant now) {
    if (consult.ended)
        return over();
    if (!leads)
        if (auto ok = check_chair(consult, by); !ok)
            return ok.error();
    std::erase_if(consult.members,
                  [](const ConsultMember& one) { return one.state == MemberState::waiting; });
    for (auto& member : consult.members)
        if (member.state == MemberState::in)
            set(member, MemberState::left, now);
    if (consult.kind == ConsultKind::standing)
        std::erase_if(consult.members, is_guest);
    consult.chair.clear();
    consult.locked = false;
    if (consult.kind != ConsultKind::standing)
        consult.ended = now;
    return consult;
}

} // namespace chengyun
