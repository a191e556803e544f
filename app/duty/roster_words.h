// The words for posts, shifts, requests, handovers and problems of the rota on screens.
#pragma once

#include "core/duty/handover.h"
#include "core/duty/problems.h"

#include <QString>

namespace chengyun::console {

/// In the place of a unit: the operation centre itself.
[[nodiscard]] QString centreName();
[[nodiscard]] QString postKindName(PostKind kind);
[[nodiscard]] QString shiftStateName(ShiftState state);
[[nodiscard]] QString requestStateName(RequestState state);
[[nodiscard]] QString requestActName(RequestAct act);
[[nodiscard]] QString handoverStateName(HandoverState state);
[[nodiscard]] QString handoverItemKindName(HandoverItemKind kind);
/// The heading over such items: "Overdue orders".
[[nodiscard]] QString handoverItemsName(HandoverItemKind kind);
/// The order in which a sheet shows its items: what presses comes first.
[[nodiscard]] std::span<const HandoverItemKind> handoverItemOrder();
/// As people read it: of `further` a sentence with the number.
[[nodiscard]] QString handoverItemTitle(const HandoverItem& item);
[[nodiscard]] QString logKindName(LogKind kind);
[[nodiscard]] QString daysName(Days days);
[[nodiscard]] QString problemName(RotaProblemKind kind);

/// A minute of the day as "08:30"; on the next day "08:30 (+1)".
[[nodiscard]] QString minuteText(std::int64_t minute);
/// A length: "12 h", "7 h 30 min"; of two days and more "2 d 6 h".
[[nodiscard]] QString minutesText(std::int64_t minutes);

} // namespace chengyun::console
