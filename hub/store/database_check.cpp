#include "hub/store/database_check.h"

#include "hub/store/findings.h"
#include "hub/store/rows.h"

#include <charconv>
#include <map>
#include <string>
#include <string_view>

namespace chengyun::hub {

namespace {

/// The number after `word` in a line of integrity_check ("Tree 12 page 45 cell 3: …"); 0 without.
[[nodiscard]] std::int64_t number_after(std::string_view line, std::string_view word) {
    const auto at = line.find(word);
    std::int64_t number = 0;
    if (at != std::string_view::npos)
        std::from_chars(line.data() + at + word.size(), line.data() + line.size(), number);
    return number;
}

/// Of which table or index a page is the first.
[[nodiscard]] Result<std::map<std::int64_t, std::string>> roots(Database& db) {
    auto query = bound(db, "SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0");
    if (!query)
        return query.error();
    std::map<std::int64_t, std::string> names;
    auto read =
        each_row(*query, [&](const Statement& row) { names.emplace(row.integer(0), row.text(1)); });
    if (!read)
        return read.error();
    return names;
}

} // namespace

Result<> check_database(Database& db, Findings& findings) {
    auto names = roots(db);
    if (!names)
        return names.error();
    {
        auto query = bound(db, "PRAGMA integrity_check");
        if (!query)
            return query.error();
        auto read = each_row(*query, [&](const Statement& row) {
            const auto line = row.text(0);
            if (line == "ok")
                return;
            const auto table = names->find(number_after(line, "Tree "));
            findings.wrong(table == names->end() ? "hub.sqlite" : table->second, "",
                           std::string(line));
        });
        if (!read)
            return read.error();
    }
    auto query = bound(db, "PRAGMA foreign_key_check");
    if (!query)
        return query.error();
    return each_row(*query, [&](const Statement& row) {
        findings.wrong(row.text(0), row.is_null(1) ? "" : "row " + std::to_string(row.integer(1)),
                       "refers to something in " + std::string(row.text(2)) + " that is not there");
    });
}

} // namespace chengyun::hub
