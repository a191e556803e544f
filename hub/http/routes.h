// All routes of the hub: the server's own here, each capability's in its folder.
#pragma once

#include "hub/capability/capability.h"
#include "hub/http/router.h"

namespace chengyun::hub {

/// The server's own routes and figures, then those of each capability. The capabilities must
/// outlive the router.
void add_all_routes(Router& router, CapabilityList capabilities);

/// /journal and /snapshot: what has happened, and what a seat starts from.
void add_journal_routes(Router& router, CapabilityList capabilities);
void add_health_routes(Router& router);
void add_live_routes(Router& router);
void add_stream_routes(Router& router);
void add_page_routes(Router& router);

} // namespace chengyun::hub
