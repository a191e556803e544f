// The routes of cameras' health.
#pragma once

namespace chengyun::hub {

class Router;
struct Resources;

/// `resources` outlives the router.
void add_camera_routes(Router& router, Resources& resources);

} // namespace chengyun::hub
