// Small helpers for the stores: one row, every row, a typed value from its JSON text.
#pragma once

#include "core/json/codec.h"
#include "hub/store/database.h"

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace chengyun::hub {

/// Prepares `sql` and binds `values` in order.
template <class... Values>
[[nodiscard]] Result<Statement> bound(Database& db, std::string_view sql, const Values&... values) {
    auto statement = db.prepare(sql);
    if (statement)
        (statement->bind(values), ...);
    return statement;
}

/// Prepares, binds and runs a statement without rows.
template <class... Values>
[[nodiscard]] Result<> run(Database& db, std::string_view sql, const Values&... values) {
    auto statement = bound(db, sql, values...);
    if (!statement)
        return statement.error();
    return statement->run();
}

/// Steps to every row in turn. Where `visit` answers with a Result<>, a failure of it ends that.
template <class Visit>
[[nodiscard]] Result<> each_row(Statement& statement, Visit&& visit) {
    for (;;) {
        auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if constexpr (std::is_same_v<decltype(visit(std::as_const(statement))), Result<>>) {
            if (auto done = visit(std::as_const(statement)); !done)
                return done;
        } else {
            visit(std::as_const(statement));
        }
    }
}

/// Reads a stored value. Text that does not decode is damage, not a bad request.
template <class T>
[[nodiscard]] Result<T> stored_value(std::string_view text) {
    auto value = json::read<T>(text, json::Unknown::ignore);
    if (!value)
        return fail(FailureKind::corrupt, value.error().field, value.error().detail);
    return value;
}

/// The value in the first column of the one row; not_found with `what` when there is none.
template <class T, class... Values>
[[nodiscard]] Result<T> one_value(Database& db, std::string_view sql, const char* what,
                                  const Values&... values) {
    auto statement = bound(db, sql, values...);
    if (!statement)
        return statement.error();
    auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return fail(FailureKind::not_found, what, std::string("no such ") + what);
    return stored_value<T>(statement->text(0));
}

} // namespace chengyun::hub
