// Video as a capability of the console: the cameras, and the addresses of their streams.
#pragma once

#include "app/capability/capability.h"
#include "app/resources/camera_streams.h"
#include "app/resources/resource_list_model.h"
#include "app/resources/resource_store.h"
#include "app/video/camera_health_list.h"

namespace chengyun::console {

class ResourcesCapability;

/// GUI thread. A camera is a resource of the layer "camera".
class VideoCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::ResourceListModel* cameras READ cameras CONSTANT)
    /// The same for who looks for one to put it somewhere, filtered apart.
    Q_PROPERTY(chengyun::console::ResourceListModel* offered READ offered CONSTANT)
    Q_PROPERTY(chengyun::console::CameraHealthList* health READ health CONSTANT)
    Q_PROPERTY(chengyun::console::CameraStreams* streams READ streams CONSTANT)
    Q_PROPERTY(chengyun::console::ResourceStore* resources READ resources CONSTANT)

public:
    VideoCapability(const Shared& shared, ResourcesCapability& resources);

    [[nodiscard]] ResourceListModel* cameras() { return &cameras_; }
    [[nodiscard]] ResourceListModel* offered() { return &offered_; }
    [[nodiscard]] CameraHealthList* health() { return &health_; }
    [[nodiscard]] CameraStreams* streams() { return &streams_; }
    [[nodiscard]] ResourceStore* resources() { return &resources_; }

    [[nodiscard]] bool hasPanes() const override { return true; }
    void forgetViews() override;

private:
    ResourceStore& resources_;
    ResourceListModel cameras_, offered_;
    CameraStreams streams_;
    CameraHealthList health_;
};

} // namespace chengyun::console
