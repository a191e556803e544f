// Registers the types of app/resources under Chengyun.Resources, so that QML knows their names,
// properties and enumerators. C++ makes the objects and hands them over. A CameraStream is made in
// QML.
#pragma once

#include "app/resources/around_model.h"
#include "app/resources/camera_streams.h"
#include "app/resources/resource_list_model.h"
#include "app/resources/resource_store.h"
#include "app/resources/resources_capability.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct AreaOutlinesType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::AreaOutlines)
    QML_NAMED_ELEMENT(AreaOutlines)
    QML_UNCREATABLE("the hall makes it")
};

struct AroundModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::AroundModel)
    QML_NAMED_ELEMENT(AroundModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct CameraStreamsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::CameraStreams)
    QML_NAMED_ELEMENT(CameraStreams)
    QML_UNCREATABLE("main.cpp makes it")
};

/// Made by whoever shows a camera.
struct CameraStreamType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::CameraStream)
    QML_NAMED_ELEMENT(CameraStream)
};

struct HallDistrictType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::HallDistrict)
    QML_NAMED_ELEMENT(HallDistrict)
    QML_UNCREATABLE("the hall makes it")
};

struct ResourceListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ResourceListModel)
    QML_NAMED_ELEMENT(ResourceListModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct ResourceStoreType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ResourceStore)
    QML_NAMED_ELEMENT(ResourceStore)
    QML_UNCREATABLE("main.cpp makes it")
};

struct ResourcesCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::ResourcesCapability)
    QML_NAMED_ELEMENT(ResourcesCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
