// The demonstration's room: so that the place has something to show at the first start.
#pragma once

#include "core/account/account.h"
#include "hub/consult/consult_service.h"

namespace chengyun::hub {

struct Demonstration;

/// A standing room for the whole hall, made by `maker`, who has left it again, with `called` called
/// into it. Once: a room that somebody has ended since stays as it is. Waits; not on one of the
/// store's threads.
[[nodiscard]] Result<> make_consult_demo(const Demonstration& demo, ConsultService& rooms,
                                         const Account& maker, const std::string& called);

} // namespace chengyun::hub
