// What the hub itself puts onto a handover sheet: open and overdue orders, supervisions, what
// stands in the log, and the log of the shift.
#pragma once

#include "core/duty/handover.h"
#include "hub/store/database.h"

#include <vector>

namespace chengyun::hub {

class OrderStore;

/// As of now, for the sheet of this shift at this post: a department's sheet has the orders of its
/// unit, and what stands in its own log. `now` is also the time in the items' new ids.
[[nodiscard]] Result<std::vector<HandoverItem>> found_items(Database& db, const OrderStore& orders,
                                                            const Post& post,
                                                            std::string_view shift, Instant now);

} // namespace chengyun::hub
