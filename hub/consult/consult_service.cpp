#include "hub/consult/consult_service.h"

#include "core/consult/consult_codec.h"
#include "core/consult/entry_kinds.h"
#include "hub/duty/duty_chain.h"
#include "hub/journal/command_entries.h"
#include "hub/orders/order_service.h"
#include "hub/orders/order_store.h"
#include "hub/resources/reach.h"
#include "hub/resources/scope.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

constexpr std::chrono::hours shown_after_end{24};

bool sees(const Account& account, const Consult& consult) {
    const auto* member = find_member(consult, member_id(account));
    if (member && member->state != MemberState::removed)
        return true;
    return account.role != Role::unit && in_scope(account, consult.area);
}

/// Does this person sit in the hall, and may be asked into its rooms?
bool is_of_hall(const Account& account) {
    return may(account.role, Permission::act_for_centre);
}

ConsultMember member_of(const Account& account) {
    ConsultMember member;
    member.id = member_id(account);
    member.kind = account.role == Role::unit ? MemberKind::unit : MemberKind::person;
    member.name = actor_of(account).name;
    return member;
}

/// Those who are no recipients any more are not asked.
bool takes_part(const Assignment& assignment) {
    return assignment.state != AssignmentState::reassigned &&
           assignment.state != AssignmentState::withdrawn;
}

Audience audience_of(const Consult& consult, std::string_view besides) {
    Audience audience;
    if (!consult.area.empty())
        audience.areas.push_back(consult.area);
    for (const auto& member : consult.members)
        if (member.state != MemberState::removed || member.id == besides)
            audience.units.push_back(member.id);
    return audience;
}

std::string items_text(const std::vector<std::string>& items) {
    std::string out = "{\"items\":[";
    for (std::size_t i = 0; i < items.size(); ++i)
        out += (i == 0 ? "" : ",") + items[i];
    return out + "]}";
}

} // namespace

Result<Consult> ConsultService::seen(Database& db, const Account& account,
                                     std::string_view id) const {
    auto consult = consults_.find(db, id);
    if (!consult)
        return consult.error();
    if (!*consult || !sees(account, **consult))
        return fail(FailureKind::not_found, "consult", "no such consultation");
    return std::move(**consult);
}

Result<Order> ConsultService::seen_order(Database& db, const Account& account,
                                         std::string_view id) const {
    auto seen = sources_.orders.in_scope(db, id, OrderService::scope_of(account));
    if (!seen)
        return seen.error();
    if (!*seen)
        return fail(FailureKind::not_found, "order", "no such order");
    return sources_.orders.order(db, id);
}

Result<std::vector<std::string>> ConsultService::seen_by(Database& db, const Account& account,
                                                         Instant now) const {
    auto all = consults_.recent(db, now - shown_after_end);
    if (!all)
        return all.error();
    std::vector<std::string> out;
    for (const auto& consult : *all)
        if (sees(account, consult))
            out.push_back(json::write(consult));
    return out;
}

Result<std::string> ConsultService::list(Database& db, const Account& account, Instant now) const {
    auto items = seen_by(db, account, now);
    if (!items)
        return items.error();
    return items_text(*items);
}

Result<std::string> ConsultService::get(Database& db, const Account& account,
                                        std::string_view id) const {
    auto consult = seen(db, account, id);
    if (!consult)
        return consult.error();
    return json::write(*consult);
}

Result<std::string> ConsultService::proposal(Database& db, const Account& account,
                                             std::string_view order, Instant now) const {
    auto about = seen_order(db, account, order);
    if (!about)
        return about.error();
    auto assignments = sources_.orders.assignments(db, about->number);
    if (!assignments)
        return assignments.error();
    std::vector<std::string> items, ids{account.id};
    const auto propose = [&](ProposedMember member) {
        if (std::ranges::find(ids, member.id) != ids.end())
            return;
        ids.push_back(member.id);
        items.push_back(json::write(member));
    };
    for (const auto& assignment : *assignments)
        if (takes_part(assignment))
            propose({assignment.unit, MemberKind::unit, assignment.unit_name, {}});
    auto chain = duty_chain(db, now);
    if (!chain)
        return chain.error();
    for (const auto& on_duty : *chain) {
        auto person = sources_.account(db, on_duty.account);
        if (person && is_of_hall(*person))
            propose({on_duty.account, MemberKind::person, on_duty.name, on_duty.post});
    }
    return items_text(items);
}

Result<Consult> ConsultService::entered(Database& db, const Account& account,
                                        std::string_view id) const {
    auto consult = seen(db, account, id);
    if (!consult)
        return consult.error();
    if (consult->ended)
        return fail(FailureKind::wrong_state, "ended", "the consultation is over");
    if (!is_in(*consult, member_id(account)))
        return fail(FailureKind::wrong_state, "member", "enter first");
    return std::move(*consult);
}

Result<std::vector<ConsultMember>> ConsultService::named(Database& db, const Account& account,
                                                         const std::vector<CalledMember>& calls,
                                                         std::string_view order) const {
    std::vector<Assignment> recipients;
    if (!order.empty()) {
        auto about = sources_.orders.order(db, order);
        if (!about)
            return about.error();
        auto assignments = sources_.orders.assignments(db, about->number);
        if (!assignments)
            return assignments.error();
        recipients = std::move(*assignments);
    }
    std::vector<ConsultMember> members;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const auto& call = calls[i];
        const auto field = "call[" + std::to_string(i) + "].id";
        ConsultMember member{call.id, call.kind, {}, call.post, MemberState::called, {}};
        const auto recipient = std::ranges::find(recipients, call.id, &Assignment::unit);
        if (call.kind == MemberKind::person) {
            auto person = sources_.account(db, call.id);
            if (!person || !is_of_hall(*person))
                return fail(FailureKind::not_found, field, "no such person in the hall");
            member.name = actor_of(*person).name;
        } else if (recipient != recipients.end()) {
            member.name = recipient->unit_name;
        } else {
            auto unit = sources_.reach.unit(db, account, call.id, field);
            if (!unit)
                return unit.error();
            member.name = unit->name;
        }
        members.push_back(std::move(member));
    }
    return members;
}

Result<Answer> ConsultService::store(Transaction& tx, const Actor& by, Changed changed) {
    if (auto ended = end_guests(tx.database(), changed); !ended)
        return ended.error();
    auto& consult = changed.consult;
    consult.version = tx.next_seq();
    const auto json = json::write(consult);
    if (auto done = consults_.put(tx.database(), consult, json); !done)
        return done.error();
    ChangeText change;
    change.add<Consult>(json);
    if (changed.by_guest)
        change.note("by", "guest");
    if (const auto* member = find_member(consult, changed.member))
        change.note("member", member->name);
    else if (!changed.about.empty())
        change.note("member", changed.about);
    change.note("title", consult.title);
    const auto text = change.text();
    Entry entry;
    entry.kind = changed.kind;
    entry.entity = consult_entity;
    entry.id = consult.id;
    entry.actor = by.id;
    entry.actor_name = by.name;
    // The order's timeline tells of its room.
    entry.subject = consult.order.empty() ? consult.id : consult.order;
    auto audience = audience_of(consult, changed.member);
    entry.areas = std::move(audience.areas);
    entry.units = std::move(audience.units);
    auto seq = tx.append(std::move(entry), text);
    if (!seq)
        return seq.error();
    return Answer{200, done_text(*seq, text), *seq};
}

Result<Answer> ConsultService::change(Transaction& tx, const Account& account, std::string_view id,
                                      const Change& change) {
    auto before = seen(tx.database(), account, id);
    if (!before)
        return before.error();
    auto after = change(*before);
    if (!after)
        return after.error();
    return store(tx, actor_of(account), std::move(*after));
}

Result<Answer> ConsultService::change_any(Transaction& tx, std::string_view id, const Actor& by,
                                          const Change& change) {
    auto before = consults_.find(tx.database(), id);
    if (!before)
        return before.error();
    if (!*before)
        return fail(FailureKind::not_found, "consult", "no such consultation");
    auto after = change(**before);
    if (!after)
        return after.error();
    return store(tx, by, std::move(*after));
}

Result<Answer> ConsultService::make(Transaction& tx, const Account& account,
                                    const MakeConsult& command) {
    auto& db = tx.database();
    if (!is_of_hall(account))
        return fail(FailureKind::forbidden, {}, "not allowed for this role");
    if (auto ok = check(command); !ok)
        return ok.error();
    auto known = consults_.find(db, command.id);
    if (!known)
        return known.error();
    if (*known)
        return fail(FailureKind::conflict, "id", "there is one already");
    auto asked = command;
    if (!asked.order.empty()) {
        auto order = seen_order(db, account, asked.order);
        if (!order)
            return order.error();
        auto other = consults_.of_order(db, asked.order);
        if (!other)
            return other.error();
        if (*other)
            return fail(FailureKind::conflict, "order", "the order has a room already");
        asked.area = order->area;
    } else if (asked.area.empty() && !in_scope(account, {})) {
        return fail(FailureKind::not_found, "area", "outside your area");
    } else if (!asked.area.empty()) {
        if (auto area = sources_.reach.area(db, account, asked.area, "area"); !area)
            return area.error();
    }
    auto called = named(db, account, asked.call, asked.order);
    if (!called)
        return called.error();
    auto made = make_consult(asked, member_of(account), std::move(*called), tx.now());
    if (!made)
        return made.error();
    return store(tx, actor_of(account), {std::move(*made), entry_kind::consult_made});
}

Result<Answer> ConsultService::call(Transaction& tx, const Account& account, std::string_view id,
                                    const CallMembers& command) {
    if (auto ok = check(command); !ok)
        return ok.error();
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        auto called = named(tx.database(), account, command.call, before.order);
        if (!called)
            return called.error();
        const auto first = called->front().id;
        auto after = call_members(before, std::move(*called), member_id(account), tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_called, first};
    });
}

Result<Answer> ConsultService::accept(Transaction& tx, const Account& account,
                                      std::string_view id) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        const std::string member(member_id(account));
        auto after = answer_call(before, member, true, tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_accepted, member};
    });
}

Result<Answer> ConsultService::decline(Transaction& tx, const Account& account,
                                       std::string_view id) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        const std::string member(member_id(account));
        auto after = answer_call(before, member, false, tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_declined, member};
    });
}

Result<Answer> ConsultService::enter(Transaction& tx, const Account& account, std::string_view id) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        auto member = member_of(account);
        if (!find_member(before, member.id) && !is_of_hall(account))
            return fail(FailureKind::forbidden, {}, "not allowed for this role");
        const auto name = member.id;
        auto after = chengyun::enter(before, std::move(member), tx.now());
        if (!after)
            return after.error();
        const auto kind =
            is_in(*after, name) ? entry_kind::consult_entered : entry_kind::consult_waiting;
        return Changed{std::move(*after), kind, name};
    });
}

Result<Answer> ConsultService::leave(Transaction& tx, const Account& account, std::string_view id) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        const std::string member(member_id(account));
        auto after = chengyun::leave(before, member, tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_left, member};
    });
}

Result<Answer> ConsultService::let_in(Transaction& tx, const Account& account, std::string_view id,
                                      const ChosenMember& whom) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        auto after = chengyun::let_in(before, whom.member, member_id(account), tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_let_in, whom.member};
    });
}

Result<Answer> ConsultService::remove(Transaction& tx, const Account& account, std::string_view id,
                                      const ChosenMember& whom) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        auto after = remove_member(before, whom.member, member_id(account), tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_removed, whom.member};
    });
}

Result<Answer> ConsultService::hand_over(Transaction& tx, const Account& account,
                                         std::string_view id, const ChosenMember& whom) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        auto after = hand_over_chair(before, whom.member, member_id(account));
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_chair, whom.member};
    });
}

Result<Answer> ConsultService::lock(Transaction& tx, const Account& account, std::string_view id,
                                    const LockConsult& command) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        auto after = set_lock(before, command.locked, member_id(account));
        if (!after)
            return after.error();
        return Changed{std::move(*after),
                       command.locked ? entry_kind::consult_locked : entry_kind::consult_unlocked};
    });
}

Result<Answer> ConsultService::end(Transaction& tx, const Account& account, std::string_view id) {
    return change(tx, account, id, [&](const Consult& before) -> Result<Changed> {
        const bool leads = account.role == Role::commander && in_scope(account, before.area);
        auto after = end_consult(before, member_id(account), leads, tx.now());
        if (!after)
            return after.error();
        return Changed{std::move(*after), entry_kind::consult_ended};
    });
}

} // namespace chengyun::hub
