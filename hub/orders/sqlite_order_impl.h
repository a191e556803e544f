// The store of orders in SQLite, for the files that make it up: what is kept of one order
// (sqlite_order_store.cpp), which orders somebody sees (sqlite_order_queries.cpp), and whether all
// of it is as the journal says (sqlite_order_check.cpp).
#pragma once

#include "hub/orders/order_store.h"

namespace chengyun::hub {

/// assignment.row: an order's assignments are one range of the table.
constexpr std::int64_t rows_per_order = 65536;

template <class E>
[[nodiscard]] std::int64_t number_of(E value) {
    return static_cast<std::int64_t>(value);
}

class SqliteOrderStore final : public OrderStore {
public:
    Result<std::int64_t> next_number(Database& db) const override;
    Result<Order> order(Database& db, std::string_view id) const override;
    Result<Assignment> assignment(Database& db, std::string_view id) const override;
    Result<Supervision> supervision(Database& db, std::string_view id) const override;
    Result<bool> has_report(Database& db, std::string_view id) const override;

    Result<std::vector<Assignment>> heads(Database& db, std::int64_t number) const override;
    Result<std::vector<Assignment>> assignments(Database& db, std::int64_t number) const override;
    Result<Texts> texts(Database& db, std::string_view order) const override;
    Result<Page> query(Database& db, const OrderScope& scope,
                       const OrderQuery& query) const override;
    Result<Joined> recent(Database& db, const OrderScope& scope,
                          Instant closed_since) const override;
    Result<OpenOrders> most_urgent(Database& db, const OrderScope& scope, std::size_t limit,
                                   std::optional<Instant> since) const override;
    Result<OpenSupervisions> open_supervisions(Database& db, const OrderScope& scope,
                                               std::size_t limit,
                                               std::optional<Instant> since) const override;
    Result<bool> in_scope(Database& db, std::string_view order,
                          const OrderScope& scope) const override;
    Result<bool> attachment_in_scope(Database& db, std::string_view attachment,
                                     const OrderScope& scope) const override;

    Result<> insert(Database& db, const Order& order, std::string_view json) override;
    Result<> update(Database& db, const Order& order, std::string_view json) override;
    Result<> insert(Database& db, std::int64_t number, std::size_t position,
                    const Assignment& assignment, std::string_view json) override;
    Result<> update(Database& db, const Assignment& assignment, std::string_view json) override;
    Result<> insert(Database& db, std::int64_t number, const Report& report,
                    std::string_view json) override;
    Result<> insert(Database& db, std::int64_t number, const Supervision& supervision,
                    std::string_view json) override;
    Result<> update(Database& db, const Supervision& supervision, std::string_view json) override;

    Result<> check(Database& db, const DeadlineStore& deadlines, Findings& findings) const override;
    Result<std::int64_t> open_orders(Database& db) const override;

private:
    [[nodiscard]] static Result<> assignment_texts(Database& db, std::int64_t number,
                                                   std::vector<std::string>& out);
};

} // namespace chengyun::hub
