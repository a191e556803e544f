#include "core/wire/codecs.h"

namespace chengyun::json {

CHENGYUN_CODECS()

} // namespace chengyun::json
