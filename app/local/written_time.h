// A time to come, as somebody writes it by the hall's clock.
#pragma once

#include <QString>

namespace chengyun::console {

/// "14:30" (of the day of `now`, or of the next where that is over) or "2026-12-24 14:30" in this
/// zone (IANA; empty: this machine's), in ms UTC; 0 for what is no time after `now`.
[[nodiscard]] qint64 writtenTime(const QString& zone, const QString& text, qint64 now);

} // namespace chengyun::console
