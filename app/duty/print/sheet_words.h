// What the parts of duty's records are called, on screens and on paper. GUI thread.
#pragma once

#include "core/duty/handover.h"

#include <QString>

namespace chengyun::console {

/// In the plural, as the heading above such items: "Overdue orders".
[[nodiscard]] QString handoverItemsName(HandoverItemKind kind);
[[nodiscard]] QString handoverStateName(HandoverState state);
[[nodiscard]] QString logKindName(LogKind kind);
[[nodiscard]] QString requestStateName(RequestState state);
[[nodiscard]] QString requestActName(RequestAct act);

/// The order in which a sheet shows its items: what presses comes first.
[[nodiscard]] std::span<const HandoverItemKind> handoverItemOrder();

} // namespace chengyun::console
