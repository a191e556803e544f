#include "hub/store/findings.h"

#include <utility>

namespace chengyun::hub {

void Findings::wrong(std::string_view table, std::string_view row, std::string what) {
    ++wrong_;
    if (told_.size() < most_told)
        told_.push_back({std::string(table), std::string(row), std::move(what)});
}

void Findings::not_compared(std::string_view why, std::int64_t rows) {
    if (rows == 0)
        return;
    const auto found = not_compared_.find(why);
    if (found == not_compared_.end())
        not_compared_.emplace(why, rows);
    else
        found->second += rows;
}

} // namespace chengyun::hub
