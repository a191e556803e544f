// The journal kinds of duty. Sheets and the log are seen by place (hub/duty/duty_viewers.h).
#pragma once

#include "hub/journal/journal_kinds.h"

namespace chengyun::hub {

inline constexpr JournalKind duty_kinds[] = {
    {"duty", {Viewers::everybody}},         {"duty_post", {Viewers::everybody}},
    {"duty_person", {Viewers::everybody}},  {"duty_pattern", {Viewers::everybody}},
    {"holiday_year", {Viewers::everybody}}, {"shift", {Viewers::everybody}},
    {"exchange", {Viewers::everybody}},     {"leave", {Viewers::everybody}},
    {"duty_policy", {Viewers::everybody}},
};

} // namespace chengyun::hub
