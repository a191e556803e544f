#include "app/hall/capabilities.h"

#include "app/alarm/alarm_capability.h"
#include "app/consult/consult_capability.h"
#include "app/duty/duty_capability.h"
#include "app/linkage/linkage_capability.h"
#include "app/orders/orders_capability.h"
#include "app/patrol/patrol_capability.h"
#include "app/resources/resources_capability.h"
#include "app/search/search_capability.h"
#include "app/video/video_capability.h"
#include "app/wall/wall_capability.h"

namespace chengyun::console {

template <class T, class... Arguments>
T* Capabilities::make(Arguments&&... arguments) {
    auto made = std::make_unique<T>(std::forward<Arguments>(arguments)...);
    auto* capability = made.get();
    made_.push_back(std::move(made));
    return capability;
}

Capabilities::Capabilities(const Shared& shared) {
    auto* resources = make<ResourcesCapability>(shared);
    auto* orders = make<OrdersCapability>(shared, *resources);
    auto* video = make<VideoCapability>(shared, *resources);
    auto* wall = make<WallCapability>(shared);
    auto* duty = make<DutyCapability>(shared, *resources);
    all_ = {orders,
            resources,
            video,
            make<PatrolCapability>(shared, *resources, *orders, *video),
            duty,
            wall,
            make<LinkageCapability>(shared, *resources, *orders, *wall),
            make<ConsultCapability>(shared, *resources, *orders, *duty)};
    // These two serve all the others.
    auto* alarm = make<AlarmCapability>(shared, all_);
    auto* search = make<SearchCapability>(all_);
    all_.insert(all_.end(), {alarm, search});
}

Capabilities::~Capabilities() {
    while (!made_.empty())
        made_.pop_back();
}

} // namespace chengyun::console
