// A camera's health in words.
#pragma once

#include "app/capability/journal_words.h"
#include "core/resource/camera_health.h"

#include <QString>

namespace chengyun::console {

/// Why there is no picture; that there is one for CameraFault::none.
[[nodiscard]] QString faultName(CameraFault fault);
[[nodiscard]] EntryWords cameraEntryWords(const Entry& entry);

} // namespace chengyun::console
