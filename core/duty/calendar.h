// Working days, weekends and holidays (节假日与调休), as data of each year. Rotas and figures go by
// the place's own days; everything else in the product is UTC.
#pragma once

#include "core/result.h"
#include "core/time/zone.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// A day of the place's own calendar, without a time.
using Day = std::chrono::local_days;

/// "2026-02-15"; nothing for any other form and for days that do not exist.
[[nodiscard]] std::optional<Day> day_of(std::string_view text);
[[nodiscard]] std::string text_of(Day day);

/// Days off in a row, the first and the last included.
struct Holiday {
    std::string name;
    std::string first; ///< "2026-02-15"
    std::string last;
    std::vector<std::string> statutory; ///< those among them that the law itself names (法定节假日)
    bool operator==(const Holiday&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (name, first, last, statutory))

/// A year's holidays, as the State Council gives notice of them.
struct HolidayYear {
    std::string year;   ///< "2026"
    std::string source; ///< the document, for people
    std::vector<Holiday> holidays;
    std::vector<std::string> make_up_days; ///< Saturdays and Sundays on which people work (调休)
    bool operator==(const HolidayYear&) const = default;
};
BOOST_DESCRIBE_STRUCT(HolidayYear, (), (year, source, holidays, make_up_days))

/// Days exist and lie within a year of `year`; `last` is not before `first`; statutory days lie in
/// their holiday; a make-up day is a Saturday or Sunday and in no holiday.
[[nodiscard]] Result<> check(const HolidayYear& year);

enum class DayKind { working, weekend, holiday };
BOOST_DESCRIBE_ENUM(DayKind, working, weekend, holiday)

/// The days on which a post is manned or a pattern is worked.
enum class Days { every, working, off };
BOOST_DESCRIBE_ENUM(Days, every, working, off)
[[nodiscard]] bool among(Days days, DayKind kind);

/// What each day is, and which instants it has. Immutable: any thread.
class Calendar {
public:
    /// Years that check() refuses must not be given. `zone` is the hall's.
    Calendar(std::span<const HolidayYear> years, Zone zone);

    /// Without data of its year a day is a working day from Monday to Friday.
    [[nodiscard]] DayKind kind(Day day) const;
    [[nodiscard]] bool is_statutory(Day day) const { return statutory_.contains(day); }
    /// False: kind() knows weekends only.
    [[nodiscard]] bool knows(Day day) const;

    [[nodiscard]] Day day(Instant instant) const;
    /// `minute` of the day; beyond 1,440 it lies in a later one.
    [[nodiscard]] Instant at(Day day, std::int64_t minute) const;
    /// What at() was told: minutes on the clock since the day began.
    [[nodiscard]] std::int64_t minute(Day day, Instant instant) const;
    [[nodiscard]] std::int64_t minute(Instant instant) const {
        return minute(day(instant), instant);
    }

private:
    Zone zone_;
    std::map<Day, DayKind> special_; ///< holidays and make-up days
    std::set<Day> statutory_;
    std::set<std::int64_t> years_;
};

} // namespace chengyun
