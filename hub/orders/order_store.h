// Where orders, assignments, reports and supervisions are kept.
#pragma once

#include "core/order/order.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class DeadlineStore;
class Findings;

/// GET /orders
struct OrderQuery {
    std::string state = "open"; ///< "open", "all" or the name of one OrderState
    std::string unit;           ///< with an assignment of this unit
    std::string text;           ///< part of title, text, address, or the number
    std::size_t limit = 100;    ///< 1 … 500
    std::string after;          ///< `next` of the page before
};

/// Whose orders: all below an area, those of one unit, or both together.
struct OrderScope {
    bool everything = false;
    std::string area;
    std::string unit;
};

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class OrderStore {
public:
    virtual ~OrderStore() = default;

    /// The number the next order gets.
    [[nodiscard]] virtual Result<std::int64_t> next_number(Database& db) const = 0;
    [[nodiscard]] virtual Result<Order> order(Database& db, std::string_view id) const = 0;
    [[nodiscard]] virtual Result<Assignment> assignment(Database& db,
                                                        std::string_view id) const = 0;
    [[nodiscard]] virtual Result<Supervision> supervision(Database& db,
                                                          std::string_view id) const = 0;
    [[nodiscard]] virtual Result<bool> has_report(Database& db, std::string_view id) const = 0;
    /// All assignments of the order with this number, in the order they were made; only id, order,
    /// unit, unit_area, role and state are filled, which is what deriving the order's state and its
    /// readers needs.
    [[nodiscard]] virtual Result<std::vector<Assignment>> heads(Database& db,
                                                                std::int64_t number) const = 0;
    [[nodiscard]] virtual Result<std::vector<Assignment>>
    assignments(Database& db, std::int64_t number) const = 0;

    // The JSON texts, for answers.
    struct Texts {
        std::string order;
        std::vector<std::string> assignments, reports, supervisions;
    };
    [[nodiscard]] virtual Result<Texts> texts(Database& db, std::string_view order) const = 0;
    struct Page {
        std::vector<Texts> items; ///< without reports and supervisions, newest first
        std::string next;         ///< empty on the last page
    };
    [[nodiscard]] virtual Result<Page> query(Database& db, const OrderScope& scope,
                                             const OrderQuery& query) const = 0;
    /// Open orders and those closed since: the texts of all of them joined with commas, as a
    /// snapshot holds.
    struct Joined {
        std::string orders, assignments, reports, supervisions;
    };
    [[nodiscard]] virtual Result<Joined> recent(Database& db, const OrderScope& scope,
                                                Instant closed_since) const = 0;
    /// Open orders in a line each, for lists that people go through one by one.
    struct OpenOrder {
        std::string id;
        std::int64_t number = 0;
        std::string title;
        bool is_overdue = false; ///< a recipient has been escalated
    };
    struct OpenOrders {
        std::vector<OpenOrder> first; ///< overdue ones, then by level, then by number
        std::size_t all = 0;          ///< how many there are, beyond the limit too
    };
    /// `since`: only those issued then or later.
    [[nodiscard]] virtual Result<OpenOrders> most_urgent(Database& db, const OrderScope& scope,
                                                         std::size_t limit,
                                                         std::optional<Instant> since) const = 0;
    /// Supervisions of open orders that are not closed.
    struct OpenSupervision {
        std::string id;
        std::int64_t number = 0; ///< the order's
        std::string unit_name;   ///< who is supervised
    };
    struct OpenSupervisions {
        std::vector<OpenSupervision> first; ///< by the order's number
        std::size_t all = 0;
    };
    [[nodiscard]] virtual Result<OpenSupervisions>
    open_supervisions(Database& db, const OrderScope& scope, std::size_t limit,
                      std::optional<Instant> since) const = 0;
    [[nodiscard]] virtual Result<bool> in_scope(Database& db, std::string_view order,
                                                const OrderScope& scope) const = 0;
    /// Is the attachment part of a report of an order in scope?
    [[nodiscard]] virtual Result<bool> attachment_in_scope(Database& db,
                                                           std::string_view attachment,
                                                           const OrderScope& scope) const = 0;

    /// `json` is what the codec makes of the value. `conflict` when the id exists.
    virtual Result<> insert(Database& db, const Order& order, std::string_view json) = 0;
    virtual Result<> update(Database& db, const Order& order, std::string_view json) = 0;
    /// `number` is the order's, `position` how many assignments it has already.
    virtual Result<> insert(Database& db, std::int64_t number, std::size_t position,
                            const Assignment& assignment, std::string_view json) = 0;
    virtual Result<> update(Database& db, const Assignment& assignment, std::string_view json) = 0;
    virtual Result<> insert(Database& db, std::int64_t number, const Report& report,
                            std::string_view json) = 0;
    virtual Result<> insert(Database& db, std::int64_t number, const Supervision& supervision,
                            std::string_view json) = 0;
    virtual Result<> update(Database& db, const Supervision& supervision,
                            std::string_view json) = 0;

    /// Compares every row with the journal, and the deadlines with what they follow from. In one
    /// read transaction of the caller's.
    [[nodiscard]] virtual Result<> check(Database& db, const DeadlineStore& deadlines,
                                         Findings& findings) const = 0;
    /// For /metrics.
    [[nodiscard]] virtual Result<std::int64_t> open_orders(Database& db) const = 0;
};

} // namespace chengyun::hub
