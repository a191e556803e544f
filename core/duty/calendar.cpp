#include "core/duty/calendar.h"

#include "core/text/limits.h"

#include <charconv>
#include <utility>

namespace chengyun {

namespace {

constexpr std::size_t most_holidays = 50;

std::optional<int> number_in(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // from_chars takes a sign.
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

std::int64_t year_of(Day day) {
    return int(std::chrono::year_month_day(day).year());
}

bool is_weekend(Day day) {
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Result<Day> checked_day(const std::string& text, const std::string& field, std::int64_t year) {
    const auto day = day_of(text);
    if (!day)
        return fail(FailureKind::invalid_field, field, "expected a day, \"2026-02-15\"");
    // New Year's holiday may begin in December.
    if (year_of(*day) < year - 1 || year_of(*day) > year + 1)
        return fail(FailureKind::invalid_field, field, "not a day of this year");
    return *day;
}

Result<> check_holiday(const Holiday& holiday, const std::string& field, std::int64_t year) {
    if (auto ok = check_text(holiday.name, field + ".name", limits::name, true); !ok)
        return ok;
    const auto first = checked_day(holiday.first, field + ".first", year);
    if (!first)
        return first.error();
    const auto last = checked_day(holiday.last, field + ".last", year);
    if (!last)
        return last.error();
    if (*last < *first)
        return fail(FailureKind::invalid_field, field + ".last", "before the first day");
    for (std::size_t i = 0; i < holiday.statutory.size(); ++i) {
        const auto name = field + ".statutory[" + std::to_string(i) + "]";
        const auto day = checked_day(holiday.statutory[i], name, year);
        if (!day)
            return day.error();
        if (*day < *first || *day > *last)
            return fail(FailureKind::invalid_field, name, "not a day of this holiday");
    }
    return {};
}

} // namespace

std::optional<Day> day_of(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5, 2));
    const auto day = number_in(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    return Day(date);
}

std::string text_of(Day day) {
    const std::chrono::year_month_day date(day);
    const auto padded = [](std::int64_t number, std::size_t width) {
        const auto text = std::to_string(number);
        return std::string(width - std::min(width, text.size()), '0') + text;
    };
    return padded(int(date.year()), 4) + "-" + padded(unsigned(date.month()), 2) + "-" +
           padded(unsigned(date.day()), 2);
}

Result<> check(const HolidayYear& year) {
    // Of four digits, so that a year has one key.
    const std::int64_t number = year.year.size() == 4 ? number_in(year.year).value_or(0) : 0;
    if (auto ok = first_failure(check_range(number, "year", 2000, 2200),
                                check_text(year.source, "source", limits::address, false));
        !ok)
        return ok;
    if (year.holidays.size() > most_holidays)
        return fail(FailureKind::invalid_field, "holidays",
                    "at most " + std::to_string(most_holidays));
    if (year.make_up_days.size() > most_holidays)
        return fail(FailureKind::invalid_field, "make_up_days",
                    "at most " + std::to_string(most_holidays));
    for (std::size_t i = 0; i < year.holidays.size(); ++i) {
        if (auto ok =
                check_holiday(year.holidays[i], "holidays[" + std::to_string(i) + "]", number);
            !ok)
            return ok;
    }
    for (std::size_t i = 0; i < year.make_up_days.size(); ++i) {
        const auto field = "make_up_days[" + std::to_string(i) + "]";
        const auto day = checked_day(year.make_up_days[i], field, number);
        if (!day)
            return day.error();
        if (!is_weekend(*day))
            return fail(FailureKind::invalid_field, field, "neither Saturday nor Sunday");
        for (const auto& holiday : year.holidays) {
            if (*day >= *day_of(holiday.first) && *day <= *day_of(holiday.last))
                return fail(FailureKind::invalid_field, field, "a day of " + holiday.name);
        }
    }
    return {};
}

bool among(Days days, DayKind kind) {
    return days == Days::every || (days == Days::working) == (kind == DayKind::working);
}

Calendar::Calendar(std::span<const HolidayYear> years, Zone zone) : zone_(std::move(zone)) {
    for (const auto& year : years) {
        if (const auto number = number_in(year.year))
            years_.insert(*number);
        for (const auto& holiday : year.holidays) {
            const auto first = day_of(holiday.first), last = day_of(holiday.last);
            if (first && last)
                for (auto day = *first; day <= *last; day += std::chrono::days(1))
                    special_[day] = DayKind::holiday;
            for (const auto& text : holiday.statutory)
                if (const auto day = day_of(text))
                    statutory_.insert(*day);
        }
        for (const auto& text : year.make_up_days)
            if (const auto day = day_of(text))
                special_[*day] = DayKind::working;
    }
}

DayKind Calendar::kind(Day day) const {
    if (const auto special = special_.find(day); special != special_.end())
        return special->second;
    return is_weekend(day) ? DayKind::weekend : DayKind::working;
}

bool Calendar::knows(Day day) const {
    return years_.contains(year_of(day));
}

Day Calendar::day(Instant instant) const {
    return std::chrono::floor<std::chrono::days>(zone_.local(instant));
}

Instant Calendar::at(Day day, std::int64_t minute) const {
    return zone_.instant(day + std::chrono::minutes(minute));
}

std::int64_t Calendar::minute(Day day, Instant instant) const {
    return std::chrono::floor<std::chrono::minutes>(zone_.local(instant) - day).count();
}

} // namespace chengyun
