// The journal kinds of all capabilities.
#pragma once

#include "hub/accounts/account_kinds.h"
#include "hub/duty/duty_kinds.h"
#include "hub/resources/resource_kinds.h"

namespace chengyun::hub {

[[nodiscard]] inline JournalKinds all_journal_kinds() {
    return {account_kinds, duty_kinds, resource_kinds};
}

} // namespace chengyun::hub
