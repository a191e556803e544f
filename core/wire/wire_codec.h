// JSON of the wire's own types, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/wire/answers.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Change)
CHENGYUN_DECLARE_CODEC(Entry)
CHENGYUN_DECLARE_CODEC(Done)
CHENGYUN_DECLARE_CODEC(Snapshot)
CHENGYUN_DECLARE_CODEC(Problem)

} // namespace chengyun
