// /cameras: what consoles and walls say of the cameras that they play.
#include "hub/resources/camera_routes.h"

#include "core/resource/camera_health_codec.h"
#include "hub/http/router.h"
#include "hub/resources/resources.h"

namespace chengyun::hub {
namespace {

drogon::Task<Response> take(Context& http, Resources& resources, CallPtr call) {
    auto seen = call->read<SeenCameras>();
    if (!seen)
        co_return problem(seen.error());
    auto taken = co_await http.query<bool>([&http, &resources, call, seen = *seen](Database& db) {
        const auto done =
            resources.cameras.take(db, call->account(), call->who->session, seen, http.clock());
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
    if (!taken)
        co_return problem(taken.error());
    co_return Response{204, {}};
}

} // namespace

void add_camera_routes(Router& router, Resources& resources) {
    router.describe_entity<CameraHealth>();
    auto& http = router.context();
    // A wall's machine says it too: it plays more cameras than anybody.
    router
        .add({"POST", "/api/v1/cameras/health", Access::own_session, Permission::see_resources,
              [&http, &resources](CallPtr call) { return take(http, resources, std::move(call)); }})
        .says("Which of the cameras that this session plays give a picture, every 5 s at most; "
              "nothing is stored but what it changes for a minute")
        .takes<SeenCameras>()
        .answers_nothing("Taken");
}

} // namespace chengyun::hub
