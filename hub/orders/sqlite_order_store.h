// OrderStore on SQLite: tables of hub/orders/migrations/0003_orders.sql.
#pragma once

#include "hub/orders/order_store.h"

#include <memory>

namespace chengyun::hub {

[[nodiscard]] std::unique_ptr<OrderStore> make_sqlite_order_store();

} // namespace chengyun::hub
