#include "hub/orders/order_settings.h"

#include "core/order/rules.h"
#include "hub/config/config.h"

namespace chengyun::hub {

Section order_settings() {
    return section_of<OrderPolicy>(
        "orders",
        {
            {"max_returns", "how often a unit may ask to return an order", 0, 100},
            {"max_recipients", "recipients of one order", 1, 10000},
            {"due_soon_percent", "L0 when this share of a limit is left", 0, 100},
            {"supervise_after_minutes", "from L1 to L2", 1, 100000},
            {"circulate_after_minutes", "from L2 to L3", 1, 100000},
            {"supervision_reply_minutes", "time to answer a supervision order", 1, 100000},
            {"circulate_deduction", "points deducted at L3"},
        });
}

} // namespace chengyun::hub
