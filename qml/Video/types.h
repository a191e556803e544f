// Names of the video types in QML.
#pragma once

#include "app/video/camera_health_list.h"
#include "app/video/camera_player.h"
#include "app/video/camera_sound.h"
#include "app/video/footage.h"
#include "app/video/stream_meter.h"
#include "app/video/video_capability.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct CameraPlayerForeign {
    Q_GADGET
    QML_FOREIGN(CameraPlayer)
    QML_NAMED_ELEMENT(CameraPlayer)
};

struct CameraSoundForeign {
    Q_GADGET
    QML_FOREIGN(chengyun::console::CameraSound)
    QML_NAMED_ELEMENT(CameraSound)
};

struct FootageForeign {
    Q_GADGET
    QML_FOREIGN(chengyun::console::Footage)
    QML_NAMED_ELEMENT(Footage)
};

struct StreamMeterForeign {
    Q_GADGET
    QML_FOREIGN(chengyun::console::StreamMeter)
    QML_NAMED_ELEMENT(StreamMeter)
};

struct CameraHealthListType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::CameraHealthList)
    QML_NAMED_ELEMENT(CameraHealthList)
    QML_UNCREATABLE("video has one")
};

struct VideoCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::VideoCapability)
    QML_NAMED_ELEMENT(VideoCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
