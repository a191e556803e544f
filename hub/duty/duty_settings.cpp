#include "hub/duty/duty_settings.h"

#include "core/duty/on_duty.h"
#include "hub/config/config.h"

namespace chengyun::hub {

Section duty_settings() {
    return section_of<DutyPolicy>(
        "duty",
        {
            {"sheet_before_minutes", "a handover sheet is drafted so long before the shift's end",
             1, 1440},
            {"accept_minutes", "a sheet is to be accepted so long after the shift's end", 1, 1440},
            {"climb_minutes", "what nobody answers rings one post higher after this", 1, 1440},
        });
}

} // namespace chengyun::hub
