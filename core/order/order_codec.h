// JSON of order's types, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/order/commands.h"
#include "core/order/order.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Order)
CHENGYUN_DECLARE_CODEC(Assignment)
CHENGYUN_DECLARE_CODEC(Report)
CHENGYUN_DECLARE_CODEC(Supervision)
CHENGYUN_DECLARE_CODEC(IssueOrder)
CHENGYUN_DECLARE_CODEC(ActOnAssignment)
CHENGYUN_DECLARE_CODEC(AttachToOrder)

} // namespace chengyun
