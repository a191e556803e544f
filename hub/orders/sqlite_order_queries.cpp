// Which orders an account sees, and lists of them.
#include "core/json/codec.h"
#include "hub/orders/sqlite_order_impl.h"
#include "hub/store/area_range.h"
#include "hub/store/condition.h"
#include "hub/store/id_key.h"
#include "hub/store/page.h"
#include "hub/store/rows.h"

#include <algorithm>

namespace chengyun::hub {
namespace {

/// The orders a unit has or had; by both indexes.
constexpr std::string_view numbers_of_unit =
    "SELECT row / 65536 FROM assignment INDEXED BY assignment_open WHERE unit_key = ? AND unit = ? "
    "AND open = 1 UNION ALL "
    "SELECT row / 65536 FROM assignment WHERE unit_key = ? AND unit = ? AND open = 0";

/// Orders that the scope holds, as a condition on `orders o`.
void restrict_to(Conditions& where, const OrderScope& scope) {
    if (scope.everything)
        return;
    std::string sql;
    std::vector<Conditions::Value> values;
    if (!scope.area.empty()) {
        const auto range = area_range(scope.area);
        sql = "o.area BETWEEN ? AND ? OR EXISTS (SELECT 1 FROM assignment a WHERE a.row BETWEEN "
              "o.number * 65536 AND o.number * 65536 + 65535 AND a.unit_area BETWEEN ? AND ?)";
        values = {range.first, range.last, range.first, range.last};
    }
    if (!scope.unit.empty()) {
        if (!sql.empty())
            sql += " OR ";
        sql += "o.number IN (" + std::string(numbers_of_unit) + ")";
        for (int half = 0; half < 2; ++half) {
            values.emplace_back(unit_key(scope.unit));
            values.emplace_back(scope.unit);
        }
    }
    where.add(sql.empty() ? "0" : "(" + sql + ")", std::move(values));
}

} // namespace

Result<OrderStore::Page> SqliteOrderStore::query(Database& db, const OrderScope& scope,
                                                 const OrderQuery& query) const {
    Conditions where;
    if (query.state == "open") {
        where.add("o.open = 1");
    } else if (query.state != "all") {
        const auto state = json::enum_of<OrderState>(query.state);
        if (!state)
            return fail(FailureKind::invalid_field, "state", "no such state of orders");
        where.add("o.state = ?", {number_of(*state)});
    }
    if (!query.unit.empty())
        where.add("o.number IN (" + std::string(numbers_of_unit) + ")",
                  {unit_key(query.unit), query.unit, unit_key(query.unit), query.unit});
    if (!query.text.empty()) {
        // ASCII letters regardless of case; the number as people read it out.
        where.add("(instr(lower(o.json ->> '$.title' || char(10) || (o.json ->> '$.text') || "
                  "char(10) || (o.json ->> '$.address')), lower(?)) > 0 OR o.number = ?)",
                  {query.text, query.text});
    }
    restrict_to(where, scope);
    const auto after = page_start(query.after);
    if (!after)
        return after.error();
    if (*after)
        where.add("o.number < ?", {**after});
    const auto limit = std::clamp<std::size_t>(query.limit, 1, 500);
    auto statement = db.prepare("SELECT o.number, o.json FROM orders o" + where.sql() +
                                " ORDER BY o.number DESC LIMIT ?");
    if (!statement)
        return statement.error();
    where.bind_to(*statement);
    statement->bind(static_cast<std::int64_t>(limit) + 1);
    Page page;
    std::vector<std::int64_t> numbers;
    auto next = read_page(*statement, limit, 0, [&](const Statement& row) {
        numbers.push_back(row.integer(0));
        page.items.emplace_back().order = row.text(1);
    });
    if (!next)
        return next.error();
    page.next = std::move(*next);
    for (std::size_t i = 0; i < page.items.size(); ++i)
        if (auto done = assignment_texts(db, numbers[i], page.items[i].assignments); !done)
            return done.error();
    return page;
}

Result<OrderStore::Joined> SqliteOrderStore::recent(Database& db, const OrderScope& scope,
                                                    Instant closed_since) const {
    Conditions where;
    where.add("o.number IN (SELECT number FROM orders WHERE open = 1 UNION ALL "
              "SELECT number FROM orders WHERE closed >= ?)",
              {ms_of(closed_since)});
    restrict_to(where, scope);
    auto orders =
        db.prepare("SELECT o.number, o.json FROM orders o" + where.sql() + " ORDER BY o.number");
    if (!orders)
        return orders.error();
    where.bind_to(*orders);
    Joined joined;
    const auto add = [](std::string& out, std::string_view text) {
        if (!out.empty())
            out += ',';
        out += text;
    };
    std::vector<std::int64_t> numbers;
    auto read = each_row(*orders, [&](const Statement& row) {
        numbers.push_back(row.integer(0));
        add(joined.orders, row.text(1));
    });
    if (!read)
        return read.error();
    for (const auto number : numbers) {
        const auto gather = [&](Result<Statement> query, std::string& out) -> Result<> {
            if (!query)
                return query.error();
            return each_row(*query, [&](const Statement& row) { add(out, row.text(0)); });
        };
        if (auto done = gather(
                bound(db, "SELECT json FROM assignment WHERE row BETWEEN ? AND ? ORDER BY row",
                      number * rows_per_order, number * rows_per_order + rows_per_order - 1),
                joined.assignments);
            !done)
            return done.error();
        if (auto done =
                gather(bound(db, "SELECT json FROM report WHERE number = ? ORDER BY row", number),
                       joined.reports);
            !done)
            return done.error();
        if (auto done = gather(
                bound(db, "SELECT json FROM supervision WHERE number = ? ORDER BY row", number),
                joined.supervisions);
            !done)
            return done.error();
    }
    return joined;
}

// Only what a line needs leaves the database: no order or assignment is decoded, since this is
// asked on the writer's thread while thousands may be open.
Result<OrderStore::OpenOrders> SqliteOrderStore::most_urgent(Database& db, const OrderScope& scope,
                                                             std::size_t limit,
                                                             std::optional<Instant> since) const {
    Conditions where;
    where.add("o.open = 1");
    if (since)
        where.add("o.json ->> '$.issued' >= ?", {ms_of(*since)});
    restrict_to(where, scope);
    // The names of the levels, I to IV, are in the order of their letters.
    auto query = db.prepare(
        "SELECT count(*) OVER (), o.id, o.number, o.json ->> '$.title', EXISTS (SELECT 1 FROM "
        "assignment a WHERE a.row BETWEEN o.number * 65536 AND o.number * 65536 + 65535 AND a.open "
        "= 1 AND a.json ->> '$.escalation' IN ('L1', 'L2', 'L3')) AS overdue FROM orders o" +
        where.sql() + " ORDER BY overdue DESC, o.json ->> '$.level', o.number LIMIT ?");
    if (!query)
        return query.error();
    where.bind_to(*query);
    query->bind(static_cast<std::int64_t>(limit));
    OpenOrders found;
    auto read = each_row(*query, [&](const Statement& row) {
        found.all = static_cast<std::size_t>(row.integer(0));
        found.first.push_back({std::string(row.text(1)), row.integer(2), std::string(row.text(3)),
                               row.integer(4) != 0});
    });
    if (!read)
        return read.error();
    return found;
}

Result<OrderStore::OpenSupervisions>
SqliteOrderStore::open_supervisions(Database& db, const OrderScope& scope, std::size_t limit,
                                    std::optional<Instant> since) const {
    Conditions where;
    where.add("o.open = 1 AND s.json ->> '$.state' <> 'closed'");
    if (since)
        where.add("s.json ->> '$.issued' >= ?", {ms_of(*since)});
    restrict_to(where, scope);
    auto query = db.prepare("SELECT count(*) OVER (), s.id, s.number, coalesce((SELECT a.json ->> "
                            "'$.unit_name' FROM assignment a WHERE a.id = s.json ->> "
                            "'$.assignment'), '') FROM orders o JOIN supervision s ON s.number = "
                            "o.number" +
                            where.sql() + " ORDER BY s.number, s.row LIMIT ?");
    if (!query)
        return query.error();
    where.bind_to(*query);
    query->bind(static_cast<std::int64_t>(limit));
    OpenSupervisions found;
    auto read = each_row(*query, [&](const Statement& row) {
        found.all = static_cast<std::size_t>(row.integer(0));
        found.first.push_back({std::string(row.text(1)), row.integer(2), std::string(row.text(3))});
    });
    if (!read)
        return read.error();
    return found;
}

Result<bool> SqliteOrderStore::in_scope(Database& db, std::string_view order,
                                        const OrderScope& scope) const {
    Conditions where;
    where.add("o.id = ?", {std::string(order)});
    restrict_to(where, scope);
    auto query = db.prepare("SELECT 1 FROM orders o" + where.sql());
    if (!query)
        return query.error();
    where.bind_to(*query);
    return query->step();
}

Result<bool> SqliteOrderStore::attachment_in_scope(Database& db, std::string_view attachment,
                                                   const OrderScope& scope) const {
    Conditions where;
    where.add("o.number IN (SELECT number FROM report_attachment WHERE attachment = ?)",
              {std::string(attachment)});
    restrict_to(where, scope);
    auto query = db.prepare("SELECT 1 FROM orders o" + where.sql() + " LIMIT 1");
    if (!query)
        return query.error();
    where.bind_to(*query);
    return query->step();
}

} // namespace chengyun::hub
