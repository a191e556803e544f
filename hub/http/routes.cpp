#include "hub/http/routes.h"

namespace chengyun::hub {

void add_all_routes(Router& router, CapabilityList capabilities) {
    add_journal_routes(router, capabilities);
    add_live_routes(router);
    add_stream_routes(router);
    add_health_routes(router);
    add_page_routes(router);
    for (const auto& capability : capabilities) {
        capability->add_routes(router);
        capability->add_metrics(router.context().metrics);
    }
}

} // namespace chengyun::hub
