// Names of the video types in QML.
#pragma once

#include "app/video/camera_player.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct CameraPlayerForeign {
    Q_GADGET
    QML_FOREIGN(CameraPlayer)
    QML_NAMED_ELEMENT(CameraPlayer)
};

} // namespace chengyun::console
