// Who has which order open.
#pragma once

#include "hub/live/live_topic.h"
#include "hub/orders/order_service.h"

namespace chengyun::hub {

/// The topic "presence.orders": the subject is an order's id, the value a Presence. Everybody at
/// the centre who sees the order is told; teams in the field are not.
[[nodiscard]] LiveTopic order_presence_topic(const OrderService& orders, ReadJob read);

} // namespace chengyun::hub
