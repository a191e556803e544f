#include "hub/orders/sqlite_order_store.h"

#include "core/order/rules.h"
#include "hub/store/area_range.h"
#include "hub/store/condition.h"
#include "hub/store/id_key.h"
#include "hub/store/rows.h"

#include <algorithm>
#include <charconv>

namespace chengyun::hub {

namespace {

/// assignment.row: an order's assignments are one range of the table.
constexpr std::int64_t rows_per_order = 65536;

[[nodiscard]] std::optional<std::int64_t> ms_of_optional(const std::optional<Instant>& instant) {
    return instant ? std::optional(ms_of(*instant)) : std::nullopt;
}

template <class E>
[[nodiscard]] std::int64_t number_of(E value) {
    return static_cast<std::int64_t>(value);
}

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

class SqliteOrderStore final : public OrderStore {
public:
    Result<std::int64_t> next_number(Database& db) const override {
        auto query = bound(db, "SELECT max(number) FROM orders");
        if (!query)
            return query.error();
        if (auto row = query->step(); !row)
            return row.error();
        return query->integer(0) + 1;
    }

    Result<Order> order(Database& db, std::string_view id) const override {
        return one_value<Order>(db, "SELECT json FROM orders WHERE id = ?", "order", id);
    }

    Result<Assignment> assignment(Database& db, std::string_view id) const override {
        return one_value<Assignment>(db, "SELECT json FROM assignment WHERE id = ?", "assignment",
                                     id);
    }

    Result<Supervision> supervision(Database& db, std::string_view id) const override {
        return one_value<Supervision>(db, "SELECT json FROM supervision WHERE id = ?",
                                      "supervision", id);
    }

    Result<bool> has_report(Database& db, std::string_view id) const override {
        auto query = bound(db, "SELECT 1 FROM report WHERE id = ?", id);
        if (!query)
            return query.error();
        return query->step();
    }

    Result<std::vector<Assignment>> heads(Database& db, std::int64_t number) const override;
    Result<std::vector<Assignment>> assignments(Database& db, std::int64_t number) const override;
    Result<Texts> texts(Database& db, std::string_view order) const override;
    Result<Page> query(Database& db, const OrderScope& scope,
                       const OrderQuery& query) const override;
    Result<Joined> recent(Database& db, const OrderScope& scope,
                          Instant closed_since) const override;
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
    Result<> update(Database& db, const Supervision& supervision, std::string_view json) override {
        return run(db, "UPDATE supervision SET json = ? WHERE id = ?", json, supervision.id);
    }

    Result<> set_timers(Database& db, std::string_view assignment,
                        const std::vector<Timer>& timers) override;
    Result<> add_timer(Database& db, const Timer& timer) override;
    Result<> remove_timer(Database& db, const Timer& timer) override {
        return run(
            db, "DELETE FROM timer WHERE assignment = ? AND kind = ? AND due = ? AND level = ?",
            timer.assignment, number_of(timer.kind), ms_of(timer.due), number_of(timer.level));
    }
    Result<std::vector<Timer>> timers(Database& db, std::string_view assignment) const override;
    Result<std::optional<Timer>> due_timer(Database& db, Instant until) const override;
    Result<std::optional<Instant>> earliest_timer(Database& db) const override;

    Result<std::int64_t> open_orders(Database& db) const override {
        auto query = bound(db, "SELECT count(*) FROM orders WHERE open = 1");
        if (!query)
            return query.error();
        if (auto row = query->step(); !row)
            return row.error();
        return query->integer(0);
    }

private:
    [[nodiscard]] static Result<> assignment_texts(Database& db, std::int64_t number,
                                                   std::vector<std::string>& out);
};

Result<std::vector<Assignment>> SqliteOrderStore::heads(Database& db, std::int64_t number) const {
    auto query = bound(db,
                       "SELECT id, unit, unit_area, role, state, acknowledged FROM assignment "
                       "WHERE row BETWEEN ? AND ? ORDER BY row",
                       number * rows_per_order, number * rows_per_order + rows_per_order - 1);
    if (!query)
        return query.error();
    std::vector<Assignment> heads;
    auto read = each_row(*query, [&](const Statement& row) {
        auto& head = heads.emplace_back();
        head.id = row.text(0);
        head.unit = row.text(1);
        head.unit_area = row.text(2);
        head.role = static_cast<RecipientRole>(row.integer(3));
        head.state = static_cast<AssignmentState>(row.integer(4));
        if (!row.is_null(5))
            head.acknowledged = instant_of(row.integer(5));
    });
    if (!read)
        return read.error();
    return heads;
}

Result<std::vector<Assignment>> SqliteOrderStore::assignments(Database& db,
                                                              std::int64_t number) const {
    std::vector<std::string> texts;
    if (auto read = assignment_texts(db, number, texts); !read)
        return read.error();
    std::vector<Assignment> out;
    for (const auto& text : texts) {
        auto assignment = stored_value<Assignment>(text);
        if (!assignment)
            return assignment.error();
        out.push_back(std::move(*assignment));
    }
    return out;
}

Result<> SqliteOrderStore::assignment_texts(Database& db, std::int64_t number,
                                            std::vector<std::string>& out) {
    auto query = bound(db, "SELECT json FROM assignment WHERE row BETWEEN ? AND ? ORDER BY row",
                       number * rows_per_order, number * rows_per_order + rows_per_order - 1);
    if (!query)
        return query.error();
    return each_row(*query, [&](const Statement& row) { out.emplace_back(row.text(0)); });
}

Result<OrderStore::Texts> SqliteOrderStore::texts(Database& db, std::string_view order) const {
    Texts texts;
    std::int64_t number = 0;
    {
        auto query = bound(db, "SELECT number, json FROM orders WHERE id = ?", order);
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return fail(FailureKind::not_found, "order", "no such order");
        number = query->integer(0);
        texts.order = query->text(1);
    }
    if (auto read = assignment_texts(db, number, texts.assignments); !read)
        return read.error();
    const auto gather = [&](std::string_view sql, std::vector<std::string>& out) -> Result<> {
        auto query = bound(db, sql, number);
        if (!query)
            return query.error();
        return each_row(*query, [&](const Statement& row) { out.emplace_back(row.text(0)); });
    };
    if (auto read = gather("SELECT json FROM report WHERE number = ? ORDER BY row", texts.reports);
        !read)
        return read.error();
    if (auto read = gather("SELECT json FROM supervision WHERE number = ? ORDER BY row",
                           texts.supervisions);
        !read)
        return read.error();
    return texts;
}

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
    if (!query.after.empty()) {
        std::int64_t after = 0;
        const auto* end = query.after.data() + query.after.size();
        if (std::from_chars(query.after.data(), end, after).ptr != end)
            return fail(FailureKind::invalid_field, "after", "not a page of this list");
        where.add("o.number < ?", {after});
    }
    const auto limit = std::clamp<std::size_t>(query.limit, 1, 500);
    auto statement = db.prepare_once("SELECT o.number, o.json FROM orders o" + where.sql() +
                                     " ORDER BY o.number DESC LIMIT " + std::to_string(limit + 1));
    if (!statement)
        return statement.error();
    where.bind_to(*statement);
    Page page;
    std::vector<std::int64_t> numbers;
    auto read = each_row(*statement, [&](const Statement& row) {
        numbers.push_back(row.integer(0));
        if (numbers.size() <= limit)
            page.items.emplace_back().order = row.text(1);
    });
    if (!read)
        return read.error();
    for (std::size_t i = 0; i < page.items.size(); ++i)
        if (auto done = assignment_texts(db, numbers[i], page.items[i].assignments); !done)
            return done.error();
    if (numbers.size() > limit)
        page.next = std::to_string(numbers[limit - 1]);
    return page;
}

Result<OrderStore::Joined> SqliteOrderStore::recent(Database& db, const OrderScope& scope,
                                                    Instant closed_since) const {
    Conditions where;
    where.add("o.number IN (SELECT number FROM orders WHERE open = 1 UNION ALL "
              "SELECT number FROM orders WHERE closed >= ?)",
              {ms_of(closed_since)});
    restrict_to(where, scope);
    auto orders = db.prepare_once("SELECT o.number, o.json FROM orders o" + where.sql() +
                                  " ORDER BY o.number");
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

Result<bool> SqliteOrderStore::in_scope(Database& db, std::string_view order,
                                        const OrderScope& scope) const {
    Conditions where;
    where.add("o.id = ?", {std::string(order)});
    restrict_to(where, scope);
    auto query = db.prepare_once("SELECT 1 FROM orders o" + where.sql());
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
    auto query = db.prepare_once("SELECT 1 FROM orders o" + where.sql() + " LIMIT 1");
    if (!query)
        return query.error();
    where.bind_to(*query);
    return query->step();
}

Result<> SqliteOrderStore::insert(Database& db, const Order& order, std::string_view json) {
    auto statement = db.prepare("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    auto done = statement->bind(order.number)
                    .bind_view(order.id)
                    .bind(number_of(order.state))
                    .bind(is_open(order.state))
                    .bind_view(order.area)
                    .bind(ms_of_optional(order.closed))
                    .bind_view(json)
                    .run();
    if (!done && done.error().kind == FailureKind::conflict)
        return fail(FailureKind::conflict, "id", "an order with this id exists");
    return done;
}

Result<> SqliteOrderStore::update(Database& db, const Order& order, std::string_view json) {
    auto statement = db.prepare(
        "UPDATE orders SET state = ?, open = ?, area = ?, closed = ?, json = ? WHERE number = ?");
    if (!statement)
        return statement.error();
    return statement->bind(number_of(order.state))
        .bind(is_open(order.state))
        .bind_view(order.area)
        .bind(ms_of_optional(order.closed))
        .bind_view(json)
        .bind(order.number)
        .run();
}

Result<> SqliteOrderStore::insert(Database& db, std::int64_t number, std::size_t position,
                                  const Assignment& assignment, std::string_view json) {
    if (position >= static_cast<std::size_t>(rows_per_order))
        return fail(FailureKind::too_many, "recipients", "the order has too many assignments");
    auto statement = db.prepare("INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    return statement->bind(number * rows_per_order + static_cast<std::int64_t>(position))
        .bind_view(assignment.id)
        .bind_view(assignment.unit)
        .bind(unit_key(assignment.unit))
        .bind_view(assignment.unit_area)
        .bind(number_of(assignment.role))
        .bind(number_of(assignment.state))
        .bind(is_open(assignment.state))
        .bind(ms_of_optional(assignment.acknowledged))
        .bind_view(json)
        .run();
}

Result<> SqliteOrderStore::update(Database& db, const Assignment& assignment,
                                  std::string_view json) {
    auto statement = db.prepare("UPDATE assignment SET role = ?, state = ?, open = ?, "
                                "acknowledged = ?, json = ? WHERE id = ?");
    if (!statement)
        return statement.error();
    return statement->bind(number_of(assignment.role))
        .bind(number_of(assignment.state))
        .bind(is_open(assignment.state))
        .bind(ms_of_optional(assignment.acknowledged))
        .bind_view(json)
        .bind_view(assignment.id)
        .run();
}

Result<> SqliteOrderStore::insert(Database& db, std::int64_t number, const Report& report,
                                  std::string_view json) {
    auto done =
        run(db, "INSERT INTO report (id, number, json) VALUES (?, ?, ?)", report.id, number, json);
    if (!done)
        return done.error().kind == FailureKind::conflict
                   ? fail(FailureKind::conflict, "report", "a report with this id exists")
                   : done.error();
    for (const auto& attachment : report.attachments)
        if (auto kept = run(db, "INSERT OR IGNORE INTO report_attachment VALUES (?, ?)", attachment,
                            number);
            !kept)
            return kept;
    return {};
}

Result<> SqliteOrderStore::insert(Database& db, std::int64_t number, const Supervision& supervision,
                                  std::string_view json) {
    return run(db, "INSERT INTO supervision (id, number, json) VALUES (?, ?, ?)", supervision.id,
               number, json);
}

Result<> SqliteOrderStore::set_timers(Database& db, std::string_view assignment,
                                      const std::vector<Timer>& timers) {
    if (auto done = run(db, "DELETE FROM timer WHERE assignment = ?", assignment); !done)
        return done;
    for (const auto& timer : timers)
        if (auto done = add_timer(db, timer); !done)
            return done;
    return {};
}

Result<> SqliteOrderStore::add_timer(Database& db, const Timer& timer) {
    auto statement = db.prepare("INSERT INTO timer VALUES (?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    return statement->bind_view(timer.assignment)
        .bind(number_of(timer.kind))
        .bind(ms_of(timer.due))
        .bind(number_of(timer.level))
        .bind(ms_of(timer.fire_at))
        .run();
}

namespace {

/// Columns: assignment, kind, due, level, fire_at.
[[nodiscard]] Timer timer_of(const Statement& row) {
    Timer timer;
    timer.assignment = row.text(0);
    timer.kind = static_cast<TimerKind>(row.integer(1));
    timer.due = instant_of(row.integer(2));
    timer.level = static_cast<Escalation>(row.integer(3));
    timer.fire_at = instant_of(row.integer(4));
    return timer;
}

} // namespace

Result<std::vector<Timer>> SqliteOrderStore::timers(Database& db,
                                                    std::string_view assignment) const {
    auto query = bound(db,
                       "SELECT assignment, kind, due, level, fire_at FROM timer "
                       "WHERE assignment = ? ORDER BY fire_at",
                       assignment);
    if (!query)
        return query.error();
    std::vector<Timer> timers;
    auto read = each_row(*query, [&](const Statement& row) { timers.push_back(timer_of(row)); });
    if (!read)
        return read.error();
    return timers;
}

Result<std::optional<Timer>> SqliteOrderStore::due_timer(Database& db, Instant until) const {
    auto query = bound(db,
                       "SELECT assignment, kind, due, level, fire_at FROM timer "
                       "WHERE fire_at <= ? ORDER BY fire_at, level LIMIT 1",
                       ms_of(until));
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Timer>();
    return std::optional(timer_of(*query));
}

Result<std::optional<Instant>> SqliteOrderStore::earliest_timer(Database& db) const {
    auto query = bound(db, "SELECT min(fire_at) FROM timer");
    if (!query)
        return query.error();
    if (auto row = query->step(); !row)
        return row.error();
    if (query->is_null(0))
        return std::optional<Instant>();
    return std::optional(instant_of(query->integer(0)));
}

} // namespace

std::unique_ptr<OrderStore> make_sqlite_order_store() {
    return std::make_unique<SqliteOrderStore>();
}

} // namespace chengyun::hub
