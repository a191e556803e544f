#include "core/linkage/rule.h"

#include "core/area/area.h"
#include "core/id/uuid.h"
#include "core/order/entry_kinds.h"
#include "core/resource/kinds.h"
#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>

namespace chengyun {

Result<> check(const LinkageRule& rule) {
    if (auto ok = first_failure(
            check_new_id(rule.id, "id"), check_new_id(rule.wall, "wall"),
            check_text(rule.name, "name", limits::name, true),
            check_text(rule.screen, "screen", limits::name, true),
            check_range(rule.minutes, "minutes", 0, longest_put_up_minutes),
            check_range(rule.priority, "priority", least_link_priority, most_link_priority));
        !ok)
        return ok;
    if (rule.screen == whole_wall)
        return fail(FailureKind::invalid_field, "screen", "one screen of the wall");
    if (!rule.area.empty())
        if (auto ok = check_area(rule.area, "area"); !ok)
            return ok;
    if (rule.kinds.size() > most_rule_kinds)
        return fail(FailureKind::too_many, "kinds", "at most " + std::to_string(most_rule_kinds));
    for (std::size_t i = 0; i < rule.kinds.size(); ++i)
        if (!find_event_kind(rule.kinds[i]))
            return fail(FailureKind::invalid_field, "kinds[" + std::to_string(i) + "]",
                        "no such class of events");
    return {};
}

std::optional<LinkageEvent> linkage_event(std::string_view kind) {
    struct Row {
        std::string_view kind;
        LinkageEvent event;
    };
    static constexpr Row rows[] = {
        {entry_kind::order_issued, LinkageEvent::issued},
        {entry_kind::timer_overdue, LinkageEvent::overdue},
        {entry_kind::timer_supervised, LinkageEvent::supervised},
        {entry_kind::timer_circulated, LinkageEvent::circulated},
        {entry_kind::assignment_return_requested, LinkageEvent::return_requested},
    };
    const auto found = std::ranges::find(rows, kind, &Row::kind);
    return found == std::end(rows) ? std::nullopt : std::optional(found->event);
}

bool ends_order(std::string_view kind) {
    return kind == entry_kind::order_closed || kind == entry_kind::order_withdrawn;
}

bool wants(const LinkageRule& rule, const Wall& wall, LinkageEvent event, const Order& order) {
    const bool grave =
        rule.level == Level::none || (order.level != Level::none && order.level <= rule.level);
    return event == rule.event && grave &&
           (rule.kinds.empty() || std::ranges::find(rule.kinds, order.kind) != rule.kinds.end()) &&
           area_contains(rule.area, order.area) && area_contains(wall.area, order.area);
}

std::string title_of(const Order& order) {
    return std::to_string(order.number) + ' ' + order.title;
}

Link link_of(const LinkageRule& rule, const Order& order, Instant at) {
    Link link;
    link.id = new_id(at);
    link.thing = "order";
    link.about = order.id;
    link.title = title_of(order);
    link.rule = rule.id;
    link.by = "system";
    link.by_name = rule.name;
    link.priority = rule.priority;
    link.since = at;
    if (rule.minutes > 0)
        link.until = at + std::chrono::minutes(rule.minutes);
    link.group.screen = rule.screen;
    return link;
}

} // namespace chengyun
