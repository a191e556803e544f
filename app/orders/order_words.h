// The words for orders on screens: states, acts, deadlines, journal entries.
#pragma once

#include "app/capability/journal_words.h"
#include "core/journal/entry.h"
#include "core/order/order.h"
#include "core/order/rules.h"
#include "core/order/timers.h"

#include <QString>

#include <array>

namespace chengyun::console {

[[nodiscard]] QString orderStateName(OrderState state);
[[nodiscard]] QString assignmentStateName(AssignmentState state);
[[nodiscard]] QString recipientRoleName(RecipientRole role);
[[nodiscard]] QString actName(Act act);
/// As it stands in paths: "request-return".
[[nodiscard]] QString actPath(Act act);
[[nodiscard]] std::optional<Act>
actOf(const QString& name); ///< "request_return" or "request-return"
[[nodiscard]] QString timerName(TimerKind kind);
[[nodiscard]] QString escalationName(Escalation level);
[[nodiscard]] QString supervisionStateName(SupervisionState state);
/// An entry about an order: "水务局 acknowledged", "First reminder sent to 张湾街道".
[[nodiscard]] EntryWords entryWords(const Entry& entry);
/// The report an entry is about; none in a reassignment, which may hold earlier ones for those who
/// see the order for the first time.
[[nodiscard]] const Report* reportOf(const Entry& entry);
/// The basis of a supervision order: what the hub's timers write, in the screen's words.
[[nodiscard]] QString basisText(const std::string& basis);

/// The deadline that matters next for an assignment, and which it is; 0 when none runs.
struct Due {
    qint64 at = 0;
    TimerKind kind = TimerKind::acknowledge;
};
[[nodiscard]] Due nextDue(const Assignment& assignment);
/// Is the next deadline of an open assignment over at `now` (ms)?
[[nodiscard]] bool isLate(const Assignment& assignment, qint64 now);

/// The steps of a unit's work, in their order.
enum class Step { acknowledged, departed, arrived, completed };
inline constexpr std::size_t stepCount = 4;
/// The steps that the unit has taken. A step that it left out counts once a later one is taken: a
/// unit that is on the spot has departed.
[[nodiscard]] std::array<bool, stepCount> stepsOf(const Assignment& assignment);

} // namespace chengyun::console
