#include "core/duty/figures.h"

#include <algorithm>
#include <unordered_map>

namespace chengyun {

namespace {

constexpr std::int64_t night_ends = 6 * 60;
constexpr std::chrono::hours enough_of_a_night{1};

bool is_night(const Shift& shift, const Calendar& calendar) {
    for (auto day = calendar.day(shift.start); calendar.at(day, 0) < shift.end;
         day += std::chrono::days(1)) {
        const auto from = std::max(shift.start, calendar.at(day, 0));
        const auto to = std::min(shift.end, calendar.at(day, night_ends));
        if (to - from >= enough_of_a_night)
            return true;
    }
    return false;
}

void count_shift(DutyFigures& figures, const Shift& shift, const Calendar& calendar, Instant now) {
    ++figures.planned;
    if (!shift.checked_in) {
        if (shift.end <= now)
            ++figures.missed;
        return;
    }
    ++figures.shifts;
    figures.minutes +=
        std::chrono::duration_cast<std::chrono::minutes>(shift.end - shift.start).count();
    if (is_night(shift, calendar))
        ++figures.nights;
    const auto day = calendar.day(shift.start);
    const auto kind = calendar.kind(day);
    figures.weekends += kind == DayKind::weekend;
    figures.holidays += kind == DayKind::holiday;
    figures.statutory += calendar.is_statutory(day);
    figures.late += is_late(shift, now);
    figures.stood_in += !shift.stands_in_for.empty();
}

} // namespace

std::vector<DutyFigures> figures(std::span<const Person> people, std::span<const Shift> shifts,
                                 std::span<const ShiftExchange> exchanges, const Calendar& calendar,
                                 Instant from, Instant to, Instant now) {
    std::vector<DutyFigures> all(people.size());
    std::unordered_map<std::string_view, DutyFigures*> by_person;
    for (std::size_t i = 0; i < people.size(); ++i) {
        all[i].person = people[i].id;
        by_person.emplace(people[i].id, &all[i]);
    }
    const auto of = [&](const std::string& person) {
        const auto found = by_person.find(person);
        return found == by_person.end() ? nullptr : found->second;
    };
    for (const auto& shift : shifts) {
        if (!counts(shift) || shift.start < from || shift.start >= to)
            continue;
        if (auto* mine = of(shift.person))
            count_shift(*mine, shift, calendar, now);
        if (auto* absent = of(shift.stands_in_for)) {
            ++absent->planned;
            ++absent->missed;
        }
    }
    for (const auto& exchange : exchanges) {
        if (exchange.state != RequestState::approved || !exchange.decided ||
            *exchange.decided < from || *exchange.decided >= to)
            continue;
        if (auto* asker = of(exchange.person))
            ++asker->exchanges;
    }
    return all;
}

} // namespace chengyun
