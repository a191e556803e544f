// Rules of a wall (联动规则): which event puts what onto which screen, and for how long.
#pragma once

#include "core/linkage/around.h"
#include "core/linkage/links.h"
#include "core/order/order.h"

namespace chengyun {

/// What happens to an order. Each but the first is an alarm that rings at the seats, too.
enum class LinkageEvent {
    issued,
    overdue,         ///< a deadline of a recipient is missed
    supervised,      ///< a supervision order was made of that
    circulated,      ///< and nobody has replied to it
    return_requested ///< a recipient wants to give it back
};
BOOST_DESCRIBE_ENUM(LinkageEvent, issued, overdue, supervised, circulated, return_requested)

struct LinkageRule {
    std::string id; ///< UUIDv7
    std::string name;
    bool on = false; ///< one that is off puts nothing up
    std::string wall;
    std::string screen;
    LinkageEvent event = LinkageEvent::issued;
    Level level = Level::II;        ///< orders of this level and graver ones; none: of all
    std::vector<std::string> kinds; ///< event classes; none: all
    std::string area;               ///< orders of this area and below; empty: of all
    LinkageShows shows = LinkageShows::around;
    std::int64_t minutes = 0;  ///< 0: until the order closes
    std::int64_t priority = 5; ///< 1 … 9: the higher one is shown where two want one screen
    std::int64_t version = 0;  ///< journal number of its last change
    bool operator==(const LinkageRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkageRule, (),
                      (id, name, on, wall, screen, event, level, kinds, area, shows, minutes,
                       priority, version))

inline constexpr std::size_t most_linkage_rules = 64; ///< of the hall
inline constexpr std::size_t most_rule_kinds = 50;

/// Ids, name, screen, event classes, area, minutes and priority. That the wall and its screen are
/// there is asked of the hub.
[[nodiscard]] Result<> check(const LinkageRule& rule);

/// The event that a journal entry of this kind tells; nothing for others.
[[nodiscard]] std::optional<LinkageEvent> linkage_event(std::string_view entry_kind);
/// The order is over with an entry of this kind.
[[nodiscard]] bool ends_order(std::string_view entry_kind);

/// Does the rule, on or off, put the order up at this event? Not where the order lies outside the
/// wall's area: the wall's machine would not be shown it.
[[nodiscard]] bool wants(const LinkageRule& rule, const Wall& wall, LinkageEvent event,
                         const Order& order);

/// "2031 内涝": how people know an order.
[[nodiscard]] std::string title_of(const Order& order);

/// The rule's link because of an event at that time; its group is made by the caller. Its screen is
/// the rule's.
[[nodiscard]] Link link_of(const LinkageRule& rule, const Order& order, Instant at);

} // namespace chengyun
