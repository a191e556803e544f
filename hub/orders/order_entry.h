// One command's journal entries about one order: stores what changes beside them.
// Used by the parts of OrderService only.
#pragma once

#include "core/order/order.h"
#include "core/order/timers.h"
#include "hub/journal/command_entries.h"
#include "hub/orders/order_store.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Who sees an order: the areas and units its entries name.
[[nodiscard]] Audience audience_of(const Order& order, std::span<const Assignment> heads);
[[nodiscard]] bool sees(const Account& account, const Audience& audience);

/// The kind of the entry that tells that a timer of this level has fired.
[[nodiscard]] std::string_view timer_entry_kind(Escalation level);

class OrderEntry : private CommandEntries {
public:
    OrderEntry(Transaction& tx, OrderStore& store, Actor actor, const Order& order,
               Audience audience);

    // Each writes the row with the coming entry's number as version, where the value has one, and
    // puts the after-image into that entry.
    [[nodiscard]] Result<> insert(Order& order);
    [[nodiscard]] Result<> update(Order& order);
    [[nodiscard]] Result<> insert(Assignment& assignment, std::size_t position);
    [[nodiscard]] Result<> update(Assignment& assignment);
    [[nodiscard]] Result<> insert(const Report& report);
    [[nodiscard]] Result<> insert(const Supervision& supervision);
    [[nodiscard]] Result<> update(const Supervision& supervision);
    /// Puts what the order has beside these two assignments into the coming entry, unchanged: who
    /// sees the order for the first time with this entry knows nothing of it yet.
    [[nodiscard]] Result<> tell_the_rest(const Assignment& one, const Assignment& other);
    using CommandEntries::done;
    using CommandEntries::note;
    /// Appends what was gathered, seen by who sees the order, and begins the next entry.
    [[nodiscard]] Result<> append(std::string_view kind, std::string_view entity,
                                  std::string_view id) {
        return CommandEntries::append(kind, entity, id, order_, audience_);
    }

private:
    OrderStore& store_;
    std::string order_;
    std::int64_t number_;
    Audience audience_;
};

/// What is kept of a claim when something was done: nothing when it arrived within a minute of
/// that. A claim before `issued` or in the future is brought between issue and arrival: the clock
/// of a phone may be wrong, and its act must not be lost for that. Deadlines are reckoned by
/// arrival.
[[nodiscard]] std::optional<Instant> when_done(std::optional<Instant> claimed, Instant issued,
                                               Instant now);

} // namespace chengyun::hub
