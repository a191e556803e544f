#include "hub/resources/positions.h"

#include "hub/resources/scope.h"

namespace chengyun::hub {

LiveTopic positions_topic() {
    LiveTopic topic;
    topic.name = "positions";
    topic.placed = true;
    topic.lives = std::chrono::seconds(60);
    topic.may_watch = [](const Account& account) {
        return !sees_nothing(account) && may(account.role, Permission::see_resources);
    };
    return topic;
}

} // namespace chengyun::hub
