// The State Council's notice about a year's holidays (国务院办公厅关于…年部分节假日安排的通知), as
// people copy it out of a browser.
#pragma once

#include "core/duty/calendar.h"

#include <QString>

#include <optional>

namespace chengyun::console {

/// The year that the notice is about, or nothing where the text is no such notice. The notice does
/// not say which days the law itself names: those that have a fixed date are filled in, and those
/// of the lunar calendar are left for a person.
[[nodiscard]] std::optional<HolidayYear> readHolidayNotice(const QString& text);

} // namespace chengyun::console
