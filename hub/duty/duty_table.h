// How values of the roster are kept: a table a kind, a row a value, with its JSON and the columns
// by which it is found. All SQL of one table that does not differ from another's is made here.
#pragma once

#include "core/json/codec.h"
#include "hub/store/database.h"
#include "hub/store/rows.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chengyun::hub {

using DutyCell = std::variant<std::int64_t, std::string>;

/// Reading: any thread with its own connection. Writing only inside a Transaction.
template <class T>
struct DutyTable {
    std::string_view name; ///< "duty_shift"
    std::string_view what; ///< "shift": names it in a failure
    std::vector<std::string_view> columns;
    /// The cells of a value by `columns`; the first is its key.
    std::vector<DutyCell> (*cells)(const T& value);

    /// not_found where there is none.
    [[nodiscard]] Result<T> get(Database& db, std::string_view key) const {
        auto found = where(db, "id = ?", key);
        if (!found)
            return found.error();
        if (found->empty())
            return fail(FailureKind::not_found, std::string(what), "no such " + std::string(what));
        return std::move(found->front());
    }

    /// Of any condition: "starts < ? AND ends > ? ORDER BY starts".
    template <class... Values>
    [[nodiscard]] Result<std::vector<T>> where(Database& db, std::string_view condition,
                                               const Values&... values) const {
        std::vector<T> out;
        Result<> decoded;
        auto read = each_text(
            db, condition,
            [&](std::string_view text) {
                auto value = stored_value<T>(text);
                if (value)
                    out.push_back(std::move(*value));
                else if (decoded)
                    decoded = value.error();
            },
            values...);
        if (!read)
            return read.error();
        if (!decoded)
            return decoded.error();
        return out;
    }

    /// The JSON texts, for answers.
    template <class Visit, class... Values>
    [[nodiscard]] Result<> each_text(Database& db, std::string_view condition, Visit&& visit,
                                     const Values&... values) const {
        auto query =
            bound(db, "SELECT json FROM " + std::string(name) + " WHERE " + std::string(condition),
                  values...);
        if (!query)
            return query.error();
        return each_row(*query, [&](const Statement& row) { visit(row.text(0)); });
    }

    /// In place of the one with its key, or new. `json` is what the codec makes of the value.
    [[nodiscard]] Result<> put(Database& db, const T& value, std::string_view json) const {
        std::string sql = "INSERT OR REPLACE INTO " + std::string(name) + " (";
        std::string places;
        for (const auto column : columns) {
            sql += std::string(column) + ", ";
            places += "?, ";
        }
        auto statement = db.prepare(sql + "json) VALUES (" + places + "?)");
        if (!statement)
            return statement.error();
        for (const auto& cell : cells(value))
            std::visit([&](const auto& held) { statement->bind(held); }, cell);
        return statement->bind_view(json).run();
    }
};

} // namespace chengyun::hub
