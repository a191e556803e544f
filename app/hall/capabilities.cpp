#include "app/hall/capabilities.h"

#include "app/alarm/alarm_capability.h"
#include "app/duty/duty_capability.h"
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "app/search/search_capability.h"
#include "app/video/video_capability.h"

namespace chengyun::console {

std::vector<std::unique_ptr<Capability>> makeCapabilities(const Shared& shared) {
    std::vector<std::unique_ptr<Capability>> made;
    std::vector<Capability*> all;
    const auto add = [&]<class T>(std::unique_ptr<T> capability) -> T& {
        auto& added = *capability;
        all.push_back(capability.get());
        made.push_back(std::move(capability));
        return added;
    };
    auto& resources = add(std::make_unique<ResourcesCapability>(shared));
    add(std::make_unique<OrdersCapability>(shared, resources));
    add(std::make_unique<VideoCapability>(shared, resources));
    add(std::make_unique<DutyCapability>(shared));
    // These two serve all that stand above them.
    add(std::make_unique<AlarmCapability>(shared, all));
    add(std::make_unique<SearchCapability>(all));
    return made;
}

} // namespace chengyun::console
