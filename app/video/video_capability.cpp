#include "app/video/video_capability.h"

#include "app/resources/resources_capability.h"
#include "app/video/camera_health_words.h"

namespace chengyun::console {

VideoCapability::VideoCapability(const Shared& shared, ResourcesCapability& resources)
    : Capability(QStringLiteral("video")), resources_(*resources.store()), cameras_(resources_),
      offered_(resources_), streams_(shared.link, resources_), health_(shared.source, resources_) {
    for (auto* list : {&cameras_, &offered_})
        list->setLayers({QStringLiteral("camera")});
    shared.words.add({"camera"}, cameraEntryWords);
}

void VideoCapability::forgetViews() {
    forgetView(cameras_);
    forgetView(offered_);
}

} // namespace chengyun::console
