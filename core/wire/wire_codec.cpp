#include "core/wire/wire_codec.h"

namespace chengyun {

CHENGYUN_CODEC(Change)
CHENGYUN_CODEC(Entry)
CHENGYUN_CODEC(Done)
CHENGYUN_CODEC(Snapshot)
CHENGYUN_CODEC(Problem)

} // namespace chengyun
