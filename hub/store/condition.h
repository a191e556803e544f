// Puts together the WHERE of a query whose conditions come and go with what was asked.
#pragma once

#include "hub/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chengyun::hub {

/// Values are always bound, never part of the text.
class Conditions {
public:
    using Value = std::variant<std::string, std::int64_t, double>;

    /// `sql` holds one ? for each value.
    Conditions& add(std::string_view sql, std::vector<Value> values = {}) {
        sql_ += sql_.empty() ? " WHERE " : " AND ";
        sql_ += sql;
        for (auto& value : values)
            values_.push_back(std::move(value));
        return *this;
    }
    /// `column` is an area at or below `code`; an empty code does not restrict.
    Conditions& below(const std::string& column, std::string_view code);

    /// " WHERE … AND …", or nothing.
    [[nodiscard]] const std::string& sql() const { return sql_; }
    void bind_to(Statement& statement) const {
        for (const auto& value : values_)
            std::visit([&](const auto& held) { statement.bind(held); }, value);
    }

private:
    std::string sql_;
    std::vector<Value> values_;
};

} // namespace chengyun::hub
