#include "core/resource/camera_health_codec.h"

#include "core/journal/entity.h"
#include "core/resource/entry_kinds.h"
#include "core/text/limits.h"

namespace chengyun {

CHENGYUN_CODEC(CameraHealth)
CHENGYUN_CODEC(SeenCameras)

CHENGYUN_ENTITY(CameraHealth, .name = "camera_health", .key = &CameraHealth::camera,
                .area = &CameraHealth::area, .removed_by = entry_kind::resource_removed)

Result<> check(const SeenCameras& seen) {
    if (seen.cameras.empty() || seen.cameras.size() > most_seen_cameras)
        return fail(FailureKind::invalid_field, "cameras", "1 to 256");
    for (std::size_t i = 0; i < seen.cameras.size(); ++i)
        if (auto ok = check_id(seen.cameras[i].camera, "cameras[" + std::to_string(i) + "].camera");
            !ok)
            return ok;
    return {};
}

} // namespace chengyun
