// One command's journal entries about one order: stores what changes, gathers the texts, appends.
// Used by the parts of OrderService only.
#pragma once

#include "core/order/order.h"
#include "core/order/timers.h"
#include "hub/journal/change_text.h"
#include "hub/orders/order_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Who sees an order: the areas and units its entries name.
struct Audience {
    std::vector<std::string> areas, units;
    bool operator==(const Audience&) const = default;
};
[[nodiscard]] Audience audience_of(const Order& order, std::span<const Assignment> heads);
[[nodiscard]] bool sees(const Account& account, const Audience& audience);

/// The kind of the entry that tells that a timer of this level has fired.
[[nodiscard]] std::string_view timer_entry_kind(Escalation level);

class OrderEntry {
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
    /// Keys in alphabetical order within one entry.
    void note(std::string_view key, std::string_view value) { change_.note(key, value); }

    /// Appends what was gathered and begins the next entry.
    [[nodiscard]] Result<> append(std::string_view kind, std::string_view entity,
                                  std::string_view id);
    /// Done of all entries appended.
    [[nodiscard]] Answer done() const;

private:
    Transaction& tx_;
    OrderStore& store_;
    Actor actor_;
    std::string order_;
    std::int64_t number_;
    Audience audience_;
    ChangeText change_;  ///< of the coming entry
    ChangeText earlier_; ///< of those appended, when there are several
    std::string last_;   ///< the text of the last one appended
    std::int64_t seq_ = 0;
    int appended_ = 0;
};

/// What is kept of a claim when something was done: nothing when it arrived within a minute of
/// that. A claim before `issued` or in the future is brought between issue and arrival: the clock
/// of a phone may be wrong, and its act must not be lost for that. Deadlines are reckoned by
/// arrival.
[[nodiscard]] std::optional<Instant> when_done(std::optional<Instant> claimed, Instant issued,
                                               Instant now);

} // namespace chengyun::hub
