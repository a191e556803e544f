// What the hub itself puts onto a handover sheet: open and overdue orders, supervisions, what
// stands in the log, and the log of the shift.
#pragma once

#include "core/duty/handover.h"
#include "hub/store/database.h"

#include <vector>

namespace chengyun::hub {

class OrderStore;

/// As of now, for a sheet of this post: a department's sheet has the orders of its unit, and what
/// stands in its own log. `now` is also the time in the items' new ids.
///
/// Which orders and supervisions are singled out is settled when the outgoing shift signs. Beyond
/// those there are only such as have been issued since, and orders of the sheet that have become
/// overdue: what moves up when another is closed was among the further ones, and was signed for.
[[nodiscard]] Result<std::vector<HandoverItem>> found_items(Database& db, const OrderStore& orders,
                                                            const Post& post, const Handover& sheet,
                                                            Instant now);

} // namespace chengyun::hub
