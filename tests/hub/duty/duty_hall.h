// A hall whose duty is looked at.
#pragma once

#include "hub/duty/duty_capability.h"
#include "tests/hub/hall.h"

namespace chengyun::hub::test {

struct DutyHall : Hall {
    DutyCapability& capability = capabilities.get<DutyCapability>();
    DutyStore& duty_store = capability.store();
    DutyService& duty = capability.service();
};

} // namespace chengyun::hub::test
