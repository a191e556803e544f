// The demonstration's duty: an invented hall's posts and people, two months of their rota, and a
// shift in the middle of its work.
#pragma once

#include "hub/duty/roster_service.h"

namespace chengyun::hub {

class DutyService;
class OrderStore;
struct Demonstration;
struct Resources;
struct Roster;

struct DutyDemo {
    DutyService& duty;
    Roster& roster;
    const Resources& resources;
    const OrderStore& orders;
    FindAccount find_account;
};

/// Does nothing where there are posts already. The district and the accounts are there.
[[nodiscard]] Result<> make_duty_demo(const Demonstration& demo, const DutyDemo& duty);

} // namespace chengyun::hub
