// The invented day: which orders there were, who did what when, as a plan that the real order
// service then carries out.
#pragma once

#include "core/order/commands.h"
#include "core/order/rules.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"
#include "hub/demo/geography.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace chengyun::hub {

/// What one recipient or the centre does, so many minutes after issue.
struct Beat {
    std::int64_t minute = 0;
    std::size_t recipient = 0; ///< position in the order's recipients
    enum class Kind { act, withdraw, reply, close_supervision } kind = Kind::act;
    Act act = Act::acknowledge;
    std::string text;
    std::string unit; ///< reassign: to whom
};

struct PlannedOrder {
    IssueOrder command;
    Instant issued{};
    std::vector<Beat> beats; ///< by minute
};

struct Cast {
    std::span<const Resource> resources; ///< with their teams
    std::span<const Unit> departments;
};

/// Orders of the 24 hours before `now`, every state among them, some late.
[[nodiscard]] std::vector<PlannedOrder> plan_day(const Geography& geography, const Cast& cast,
                                                 Dice& dice, Instant now);

} // namespace chengyun::hub
