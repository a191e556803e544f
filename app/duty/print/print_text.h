// Times and days as paper says them: by the clock of the place, not of the machine that prints.
#pragma once

#include "core/duty/calendar.h"

#include <QFont>
#include <QString>

namespace chengyun::console {

/// "2026-02-01 20:00".
[[nodiscard]] QString printedMoment(Instant instant, const Calendar& calendar);
/// "20:00".
[[nodiscard]] QString printedClock(Instant instant, const Calendar& calendar);
/// "2026-02-01 20:00 – 2026-02-02 08:00"; the day is said once when both lie in it.
[[nodiscard]] QString printedSpan(Instant from, Instant to, const Calendar& calendar);
/// "Mon" or "周一".
[[nodiscard]] QString weekdayName(Day day);

/// The font of all printed pages; it comes with the package. Without the glyphs that stand for
/// several letters or for a letter beside another: a reader of the file finds no text behind those.
[[nodiscard]] QFont printedFont(double points, QFont::Weight weight = QFont::Normal);

} // namespace chengyun::console
