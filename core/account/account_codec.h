// JSON of account's types, compiled once.
#pragma once

#include "core/account/account.h"
#include "core/json/compiled.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(Account)

} // namespace chengyun
