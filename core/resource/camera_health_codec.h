// JSON of camera_health's types, compiled once.
#pragma once

#include "core/json/compiled.h"
#include "core/resource/camera_health.h"

namespace chengyun {

CHENGYUN_DECLARE_CODEC(CameraHealth)
CHENGYUN_DECLARE_CODEC(SeenCameras)

} // namespace chengyun
