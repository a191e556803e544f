#include "core/duty/handover.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace chengyun {

namespace {

/// The sheet in its next state.
Result<Handover> stepped(const Handover& before, HandoverAct act, const HandoverActor& actor) {
    const auto table = handover_transitions();
    const auto row = std::ranges::find_if(
        table, [&](const HandoverTransition& t) { return t.from == before.state && t.act == act; });
    if (row == table.end())
        return fail(FailureKind::wrong_state, "act", "not possible in the present state");
    const auto& side = row->side == HandoverSide::outgoing ? actor.outgoing : actor.incoming;
    if (actor.person.empty() || actor.person != side)
        return fail(FailureKind::forbidden, "act",
                    row->side == HandoverSide::outgoing ? "only the outgoing shift does this"
                                                        : "only the incoming shift does this");
    Handover after = before;
    after.state = row->to;
    return after;
}

Result<HandoverItem*> item_of(Handover& sheet, const std::string& id) {
    const auto item = std::ranges::find(sheet.items, id, &HandoverItem::id);
    if (item == sheet.items.end())
        return fail(FailureKind::not_found, "item", "no such item on this sheet");
    return &*item;
}

Result<> append_item(Handover& sheet, const std::string& id, const std::string& title,
                     const std::string& remark) {
    if (auto ok = check_new_id(id, "id"); !ok)
        return ok;
    if (std::ranges::find(sheet.items, id, &HandoverItem::id) != sheet.items.end())
        return fail(FailureKind::conflict, "id", "there is an item of this id");
    if (sheet.items.size() >= most_handover_items)
        return fail(FailureKind::too_many, "items",
                    "at most " + std::to_string(most_handover_items));
    HandoverItem item;
    item.id = id;
    item.title = title;
    item.remark = remark;
    sheet.items.push_back(std::move(item));
    return {};
}

} // namespace

std::span<const HandoverTransition> handover_transitions() {
    using S = HandoverState;
    using A = HandoverAct;
    // Why it is so:
    // - The outgoing shift changes nothing after it has signed; the incoming one sends it back.
    // - Nothing leaves `accepted`: the signed sheet is evidence.
    static constexpr HandoverTransition table[] = {
        {S::drafted, A::remark, S::drafted, HandoverSide::outgoing},
        {S::drafted, A::hand_over, S::handed_over, HandoverSide::outgoing},
        {S::handed_over, A::acknowledge, S::handed_over, HandoverSide::incoming},
        {S::handed_over, A::send_back, S::drafted, HandoverSide::incoming},
        {S::handed_over, A::accept, S::accepted, HandoverSide::incoming},
    };
    return table;
}

Result<Handover> remark_item(const Handover& before, const HandoverActor& actor,
                             const std::string& item, const std::string& remark) {
    auto after = stepped(before, HandoverAct::remark, actor);
    if (!after)
        return after;
    if (auto ok = check_text(remark, "remark", limits::text, false, Lines::many); !ok)
        return ok.error();
    const auto found = item_of(*after, item);
    if (!found)
        return found.error();
    (*found)->remark = remark;
    return after;
}

Result<Handover> add_item(const Handover& before, const HandoverActor& actor, const std::string& id,
                          const std::string& title, const std::string& remark) {
    auto after = stepped(before, HandoverAct::remark, actor);
    if (!after)
        return after;
    if (auto ok = first_failure(check_text(title, "title", limits::title, true),
                                check_text(remark, "remark", limits::text, false, Lines::many));
        !ok)
        return ok.error();
    if (auto ok = append_item(*after, id, title, remark); !ok)
        return ok.error();
    return after;
}

Result<Handover> hand_over(const Handover& before, const HandoverActor& actor, Instant now) {
    auto after = stepped(before, HandoverAct::hand_over, actor);
    if (!after)
        return after;
    after->handed_over = now;
    after->handed_over_by = actor.account;
    after->handed_over_by_name = actor.name;
    return after;
}

Result<Handover> acknowledge(const Handover& before, const HandoverActor& actor,
                             const std::string& item, const std::string& answer, Instant now) {
    auto after = stepped(before, HandoverAct::acknowledge, actor);
    if (!after)
        return after;
    if (auto ok = check_text(answer, "answer", limits::text, false, Lines::many); !ok)
        return ok.error();
    const auto found = item_of(*after, item);
    if (!found)
        return found.error();
    if ((*found)->acknowledged)
        return after;
    (*found)->acknowledged = now;
    (*found)->acknowledged_by = actor.account;
    (*found)->answer = answer;
    return after;
}

Result<Handover> send_back(const Handover& before, const HandoverActor& actor,
                           const std::string& id, const std::string& reason) {
    auto after = stepped(before, HandoverAct::send_back, actor);
    if (!after)
        return after;
    if (auto ok = check_text(reason, "reason", limits::title, true); !ok)
        return ok.error();
    if (auto ok = append_item(*after, id, reason, {}); !ok)
        return ok.error();
    after->handed_over.reset();
    after->handed_over_by.clear();
    after->handed_over_by_name.clear();
    return after;
}

Result<Handover> accept(const Handover& before, const HandoverActor& actor, Instant now) {
    auto after = stepped(before, HandoverAct::accept, actor);
    if (!after)
        return after;
    for (std::size_t i = 0; i < after->items.size(); ++i) {
        if (!after->items[i].acknowledged)
            return fail(FailureKind::wrong_state, "items[" + std::to_string(i) + "]",
                        "not acknowledged yet");
    }
    after->accepted = now;
    after->accepted_by = actor.account;
    after->accepted_by_name = actor.name;
    return after;
}

Handover refreshed(const Handover& before, std::vector<HandoverItem> fresh) {
    Handover after = before;
    if (before.state == HandoverState::accepted)
        return after;
    // An order that became overdue is another item than the open one: it is to be seen again.
    using Key = std::pair<HandoverItemKind, std::string>;
    std::set<Key> known, found;
    std::map<std::string_view, std::string_view> further;
    for (const auto& item : fresh) {
        found.insert(Key(item.kind, item.subject));
        if (item.kind == HandoverItemKind::further)
            further.emplace(item.subject, item.title);
    }
    if (before.state == HandoverState::drafted) {
        for (auto& item : after.items)
            if (const auto count = further.find(item.subject);
                item.kind == HandoverItemKind::further && !item.acknowledged &&
                count != further.end())
                item.title = count->second;
        std::erase_if(after.items, [&](const HandoverItem& item) {
            return item.kind != HandoverItemKind::remark && item.remark.empty() &&
                   !found.contains(Key(item.kind, item.subject));
        });
    }
    for (const auto& item : after.items)
        known.insert(Key(item.kind, item.subject));
    for (auto& item : fresh) {
        if (known.insert(Key(item.kind, item.subject)).second)
            after.items.push_back(std::move(item));
    }
    return after;
}

Result<> may_close(const Shift& shift, const Post& post, const Handover* sheet) {
    if (!post.hands_over)
        return {};
    if (!sheet || sheet->outgoing != shift.id)
        return fail(FailureKind::wrong_state, "handover", "there is no sheet of this shift");
    if (sheet->state != HandoverState::accepted)
        return fail(FailureKind::wrong_state, "handover", "the sheet is not accepted yet");
    return {};
}

Instant draft_at(const Shift& outgoing, const DutyPolicy& policy) {
    return outgoing.end - std::chrono::minutes(policy.sheet_before_minutes);
}

Instant accept_by(const Shift& outgoing, const DutyPolicy& policy) {
    return outgoing.end + std::chrono::minutes(policy.accept_minutes);
}

} // namespace chengyun
