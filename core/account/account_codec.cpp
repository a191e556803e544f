#include "core/account/account_codec.h"

namespace chengyun {

CHENGYUN_CODEC(Account)

} // namespace chengyun
