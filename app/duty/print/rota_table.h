// A month's rota as it is hung on the wall: a row for each post and time of day, a column for each
// day. What is printed and what becomes a spreadsheet is the same table.
#pragma once

#include "core/duty/problems.h"

#include <QStringList>

#include <chrono>
#include <vector>

namespace chengyun::console {

struct RotaDay {
    Day day{};
    DayKind kind = DayKind::working;
    bool makeUp = false; ///< a Saturday or Sunday on which people work
    QString holiday;     ///< its name, on its days only
};

struct RotaRow {
    QString post;
    int span = 0; ///< how many rows from here on are of this post; 0 for all but its first
    QString time; ///< "20:00–08:00"
    /// By day: the names of those whose shift begins then. A shift without a person says so.
    std::vector<QStringList> names;
};

struct RotaTable {
    QString hall;
    QString title; ///< "Rota, February 2026"
    QString sheet; ///< "2026-02"
    std::vector<RotaDay> days;
    std::vector<RotaRow> rows;
};

/// `calendar` has these years. Shifts count on the day on which they begin; cancelled ones do not.
/// Closed posts have no row. A post without a shift in the month has one row, so that the gap is
/// seen.
[[nodiscard]] RotaTable rotaTable(const Rota& rota, std::span<const HolidayYear> years,
                                  const Calendar& calendar, std::chrono::year_month month,
                                  const QString& hall);

/// The month's name in the language of the screen: "February 2026", "2026年2月".
[[nodiscard]] QString monthName(std::chrono::year_month month);
/// Day and weekday as the head of a column says them: "休" behind a holiday, "班" behind a make-up
/// day.
[[nodiscard]] QString dayMark(const RotaDay& day);

} // namespace chengyun::console
