// The routes of each capability; each function stands in a file of its own.
#pragma once

#include "hub/http/router.h"

namespace chengyun::hub {

void add_session_routes(Router& router, Context& context);
void add_account_routes(Router& router, Context& context);
void add_order_routes(Router& router, Context& context);
void add_duty_routes(Router& router, Context& context);
void add_resource_routes(Router& router, Context& context);
void add_attachment_routes(Router& router, Context& context);
void add_import_routes(Router& router, Context& context);
void add_journal_routes(Router& router, Context& context);
void add_health_routes(Router& router, Context& context);
void add_stream_routes(Router& router, Context& context);
void add_page_routes(Router& router, Context& context);

} // namespace chengyun::hub
