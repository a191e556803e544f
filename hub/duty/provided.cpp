#include "hub/duty/provided.h"

#include "core/account/account_codec.h"
#include "core/duty/entry_kinds.h"
#include "hub/duty/duty_entry.h"
#include "hub/duty/provided_texts.h"
#include "hub/duty/rota_reads.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

template <class T>
Result<> add_as(Transaction& tx, T value, std::string_view kind, std::string_view entity,
                std::string T::* key) {
    DutyEntry entry(tx, {"system", "system"});
    if (auto done = entry.keep(value); !done)
        return done;
    return entry.append(kind, entity, value.*key, value.*key);
}

Result<> add_patterns(Transaction& tx) {
    auto there = all_patterns(tx.database());
    if (!there)
        return there.error();
    if (!there->empty())
        return {};
    auto patterns = json::read<std::vector<Pattern>>(provided_patterns());
    if (!patterns)
        return patterns.error();
    for (auto& pattern : *patterns)
        if (auto done = add_as(tx, std::move(pattern), entry_kind::duty_pattern_written,
                               "duty_pattern", &Pattern::key);
            !done)
            return done;
    return {};
}

Result<> add_year(Transaction& tx, std::string_view text) {
    auto year = json::read<HolidayYear>(text);
    if (!year)
        return year.error();
    auto there = all_holiday_years(tx.database());
    if (!there)
        return there.error();
    if (std::ranges::find(*there, year->year, &HolidayYear::year) != there->end())
        return {};
    return add_as(tx, std::move(*year), entry_kind::duty_holidays_written, "holiday_year",
                  &HolidayYear::year);
}

} // namespace

Result<> add_provided(Writer& writer) {
    auto added = writer.run([](Transaction& tx) -> Result<Answer> {
        if (auto done = add_patterns(tx); !done)
            return done.error();
        for (const auto year : provided_holidays())
            if (auto done = add_year(tx, year); !done)
                return done.error();
        return Answer{};
    });
    if (!added)
        return added.error();
    return {};
}

} // namespace chengyun::hub
