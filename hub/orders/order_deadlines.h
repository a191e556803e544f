// The timers of assignments (core/order/timers.h) as the hub's deadlines.
#pragma once

#include "core/order/timers.h"
#include "hub/deadlines/deadline_store.h"

#include <string_view>
#include <vector>

namespace chengyun::hub {

/// The numbers of TimerKind.
inline constexpr DeadlineKinds order_deadlines{0, 2};

[[nodiscard]] Deadline deadline_of(Timer timer);
/// `corrupt` when no timer is stored like that.
[[nodiscard]] Result<Timer> timer_of(const Deadline& deadline);
/// The pending timers of an assignment in order of firing, those set aside among them.
[[nodiscard]] Result<std::vector<Timer>> timers_of(const DeadlineStore& deadlines, Database& db,
                                                   std::string_view assignment);

} // namespace chengyun::hub
