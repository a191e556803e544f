#include "core/order/order_codec.h"

#include "core/journal/entity.h"
#include "core/order/rules.h"

namespace chengyun {

CHENGYUN_CODEC(Order)
CHENGYUN_CODEC(Assignment)
CHENGYUN_CODEC(Report)
CHENGYUN_CODEC(Supervision)
CHENGYUN_CODEC(IssueOrder)
CHENGYUN_CODEC(ActOnAssignment)
CHENGYUN_CODEC(AttachToOrder)

CHENGYUN_ENTITY(Order, .name = "orders", .key = &Order::id)
CHENGYUN_ENTITY(Assignment, .name = "assignments", .key = &Assignment::id,
                .names = &Assignment::unit, .named_kind = "units")
CHENGYUN_ENTITY(Report, .name = "reports", .key = &Report::id)
CHENGYUN_ENTITY(Supervision, .name = "supervisions", .key = &Supervision::id)
CHENGYUN_ENTITY(OrderPolicy, .name = "order_policy")

} // namespace chengyun
