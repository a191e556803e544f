// Handover of duty (交接班): the sheet that the outgoing shift signs and the incoming one
// acknowledges item by item.
#pragma once

#include "core/duty/log.h"
#include "core/duty/on_duty.h"

namespace chengyun {

enum class HandoverItemKind {
    open_order,
    overdue_order,
    supervision,
    instruction, ///< standing
    fault,       ///< of equipment
    announcement,
    log,    ///< of the shift that ends
    remark, ///< written by hand
    /// How many there are beyond those that have an item each: nobody acknowledges thousands one by
    /// one. The subject is `further_orders` or `further_supervisions`, the title the number.
    further
};
BOOST_DESCRIBE_ENUM(HandoverItemKind, open_order, overdue_order, supervision, instruction, fault,
                    announcement, log, remark, further)

inline constexpr std::string_view further_orders = "orders";
inline constexpr std::string_view further_supervisions = "supervisions";

struct HandoverItem {
    std::string id; ///< UUIDv7
    HandoverItemKind kind = HandoverItemKind::remark;
    std::string subject; ///< id of the order, supervision or log entry; see `further`; else empty
    std::string title;   ///< as it was when the sheet was made: the sheet is evidence
    std::string remark;  ///< of the outgoing shift
    std::optional<Instant> acknowledged;
    std::string acknowledged_by; ///< account
    std::string answer;          ///< of the incoming shift, when it acknowledged
    bool operator==(const HandoverItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(HandoverItem, (),
                      (id, kind, subject, title, remark, acknowledged, acknowledged_by, answer))

/// 待交班 · 已交班,待接班 · 已接班
enum class HandoverState { drafted, handed_over, accepted };
BOOST_DESCRIBE_ENUM(HandoverState, drafted, handed_over, accepted)

struct Handover {
    std::string id; ///< UUIDv7
    std::string post;
    std::string outgoing; ///< shift
    std::string incoming; ///< shift; empty when there is none yet
    HandoverState state = HandoverState::drafted;
    std::vector<HandoverItem> items;
    Instant drafted{};
    Instant due{}; ///< to be accepted by then
    std::optional<Instant> handed_over, accepted;
    std::string handed_over_by, accepted_by;           ///< accounts
    std::string handed_over_by_name, accepted_by_name; ///< for the printed sheet
    std::int64_t version = 0;
    bool operator==(const Handover&) const = default;
};
BOOST_DESCRIBE_STRUCT(Handover, (),
                      (id, post, outgoing, incoming, state, items, drafted, due, handed_over,
                       accepted, handed_over_by, accepted_by, handed_over_by_name, accepted_by_name,
                       version))

/// Everything that can be done to a sheet.
enum class HandoverAct {
    remark,      ///< change the outgoing shift's words about an item, or add an item by hand
    hand_over,   ///< the outgoing shift signs
    acknowledge, ///< one item
    send_back,   ///< the incoming shift misses something: the outgoing signs again
    accept       ///< the incoming shift signs
};
BOOST_DESCRIBE_ENUM(HandoverAct, remark, hand_over, acknowledge, send_back, accept)

enum class HandoverSide { outgoing, incoming };
BOOST_DESCRIBE_ENUM(HandoverSide, outgoing, incoming)

struct HandoverTransition {
    HandoverState from;
    HandoverAct act;
    HandoverState to;
    HandoverSide side;
};
/// The whole table, for documents, tests and enumerating what is possible.
[[nodiscard]] std::span<const HandoverTransition> handover_transitions();

/// Beyond this many, people add no items.
inline constexpr std::size_t most_handover_items = 2'000;
/// So many orders, and so many supervisions, have an item each; the others are counted in one.
inline constexpr std::size_t most_listed_on_a_sheet = 200;

/// The person who acts, and the persons of the two shifts. A person may be both: he hands over to
/// himself when he works two shifts in a row.
struct HandoverActor {
    std::string account;
    std::string name; ///< as it goes onto the sheet
    std::string person;
    std::string outgoing; ///< person
    std::string incoming; ///< person
};

/// Each refuses with wrong_state (no such row) and forbidden (the row is the other side's).
/// `remark_item` with an id of an item changes its remark; not_found ("item") when there is none.
[[nodiscard]] Result<Handover> remark_item(const Handover& before, const HandoverActor& actor,
                                           const std::string& item, const std::string& remark);
/// Adds an item by hand; conflict when its id is there, too_many beyond the limit.
[[nodiscard]] Result<Handover> add_item(const Handover& before, const HandoverActor& actor,
                                        const std::string& id, const std::string& title,
                                        const std::string& remark);
[[nodiscard]] Result<Handover> hand_over(const Handover& before, const HandoverActor& actor,
                                         Instant now);
/// The first acknowledgement of an item counts; a second one changes nothing.
[[nodiscard]] Result<Handover> acknowledge(const Handover& before, const HandoverActor& actor,
                                           const std::string& item, const std::string& answer,
                                           Instant now);
/// Needs a reason, which becomes an item of the sheet under `id`. What was acknowledged stays so.
[[nodiscard]] Result<Handover> send_back(const Handover& before, const HandoverActor& actor,
                                         const std::string& id, const std::string& reason);
/// wrong_state ("items[3]") names the first item that is not acknowledged.
[[nodiscard]] Result<Handover> accept(const Handover& before, const HandoverActor& actor,
                                      Instant now);

/// Brings a sheet that is not accepted up to what there is now. `fresh` are the items that the hub
/// finds. New ones are added, unacknowledged. While the sheet is drafted, those that are no longer
/// found go, unless they have a remark; once it is signed nothing goes. Items by hand stay.
[[nodiscard]] Handover refreshed(const Handover& before, std::vector<HandoverItem> fresh);

/// May the shift be closed? A post that does not hand over: always. Else its sheet must be
/// accepted: wrong_state ("handover") when there is no sheet, when it belongs to another shift, or
/// when it is not accepted.
[[nodiscard]] Result<> may_close(const Shift& shift, const Post& post, const Handover* sheet);

/// When the sheet of a shift is to be drafted, and by when it is to be accepted.
[[nodiscard]] Instant draft_at(const Shift& outgoing, const DutyPolicy& policy);
[[nodiscard]] Instant accept_by(const Shift& outgoing, const DutyPolicy& policy);

} // namespace chengyun
