#include "hub/orders/sqlite_order_store.h"

#include "core/order/rules.h"
#include "hub/orders/sqlite_order_impl.h"
#include "hub/store/id_key.h"
#include "hub/store/rows.h"

namespace chengyun::hub {
namespace {

[[nodiscard]] std::optional<std::int64_t> ms_of_optional(const std::optional<Instant>& instant) {
    return instant ? std::optional(ms_of(*instant)) : std::nullopt;
}

} // namespace

Result<std::int64_t> SqliteOrderStore::next_number(Database& db) const {
    auto query = bound(db, "SELECT max(number) FROM orders");
    if (!query)
        return query.error();
    if (auto row = query->step(); !row)
        return row.error();
    return query->integer(0) + 1;
}

Result<Order> SqliteOrderStore::order(Database& db, std::string_view id) const {
    return one_value<Order>(db, "SELECT json FROM orders WHERE id = ?", "order", id);
}

Result<Assignment> SqliteOrderStore::assignment(Database& db, std::string_view id) const {
    return one_value<Assignment>(db, "SELECT json FROM assignment WHERE id = ?", "assignment", id);
}

Result<Supervision> SqliteOrderStore::supervision(Database& db, std::string_view id) const {
    return one_value<Supervision>(db, "SELECT json FROM supervision WHERE id = ?", "supervision",
                                  id);
}

Result<bool> SqliteOrderStore::has_report(Database& db, std::string_view id) const {
    auto query = bound(db, "SELECT 1 FROM report WHERE id = ?", id);
    if (!query)
        return query.error();
    return query->step();
}

Result<> SqliteOrderStore::update(Database& db, const Supervision& supervision,
                                  std::string_view json) {
    return run(db, "UPDATE supervision SET json = ? WHERE id = ?", json, supervision.id);
}

Result<std::int64_t> SqliteOrderStore::open_orders(Database& db) const {
    auto query = bound(db, "SELECT count(*) FROM orders WHERE open = 1");
    if (!query)
        return query.error();
    if (auto row = query->step(); !row)
        return row.error();
    return query->integer(0);
}

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

std::unique_ptr<OrderStore> make_sqlite_order_store() {
    return std::make_unique<SqliteOrderStore>();
}

} // namespace chengyun::hub
