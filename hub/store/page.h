// Lists that are answered page by page: the `next` of a page is the row number that it ends with,
// and comes back as `after`.
#pragma once

#include "hub/store/rows.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// The row after which the page begins; none for the first page. invalid_field ("after") when it is
/// not the `next` of a page.
[[nodiscard]] inline Result<std::optional<std::int64_t>> page_start(std::string_view after) {
    if (after.empty())
        return std::optional<std::int64_t>();
    std::int64_t row = 0;
    const auto* end = after.data() + after.size();
    if (const auto read = std::from_chars(after.data(), end, row);
        read.ec != std::errc() || read.ptr != end)
        return fail(FailureKind::invalid_field, "after", "not a page of this list");
    return std::optional(row);
}

/// Visits the first `limit` rows of a statement that asks for one more, so that the last page is
/// known. Answers the page's `next`: the row number, which is in `column`, or empty on the last
/// page.
template <class Visit>
[[nodiscard]] Result<std::string> read_page(Statement& statement, std::size_t limit, int column,
                                            Visit&& visit) {
    std::int64_t last = 0;
    std::size_t count = 0;
    auto read = each_row(statement, [&](const Statement& row) {
        if (++count > limit)
            return;
        visit(row);
        last = row.integer(column);
    });
    if (!read)
        return read.error();
    return count > limit ? std::to_string(last) : std::string();
}

} // namespace chengyun::hub
