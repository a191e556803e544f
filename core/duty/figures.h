// A month's figures of each person on duty, for assessment (值班考核).
#pragma once

#include "core/duty/problems.h"

namespace chengyun {

/// A shift counts where it begins, with its whole length. Figures are of shifts that took place
/// (checked in), except where said.
struct DutyFigures {
    std::string person;
    std::int64_t planned = 0; ///< shifts of any state but cancelled
    std::int64_t shifts = 0;
    std::int64_t minutes = 0;   ///< by plan: start to end
    std::int64_t nights = 0;    ///< shifts that have an hour or more between 0 and 6 o'clock
    std::int64_t weekends = 0;  ///< begun on a Saturday or Sunday that is no make-up day or holiday
    std::int64_t holidays = 0;  ///< begun on a holiday
    std::int64_t statutory = 0; ///< those of them on a statutory day
    std::int64_t late = 0;      ///< checked in after the grace time
    std::int64_t missed = 0;    ///< over without a check-in, or taken over by a stand-in
    std::int64_t stood_in = 0;  ///< taken over from another person
    std::int64_t exchanges = 0; ///< approved ones that this person asked for, decided in the time
    bool operator==(const DutyFigures&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyFigures, (),
                      (person, planned, shifts, minutes, nights, weekends, holidays, statutory,
                       late, missed, stood_in, exchanges))

/// Of everybody in `people`, in that order, for the shifts that begin in [from, to); `now` tells
/// which of them are over.
[[nodiscard]] std::vector<DutyFigures> figures(std::span<const Person> people,
                                               std::span<const Shift> shifts,
                                               std::span<const ShiftExchange> exchanges,
                                               const Calendar& calendar, Instant from, Instant to,
                                               Instant now);

} // namespace chengyun
