#include "app/resources/resource_points.h"

#include "app/map/map_feed.h"
#include "app/resources/resource_store.h"

namespace chengyun::console {

ResourcePoints::ResourcePoints(ResourceStore& resources, MapFeed& feed, QObject* parent)
    : QObject(parent), resources_(resources), feed_(feed) {
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &ResourcePoints::show);
    connect(&resources, &ResourceStore::reloaded, &soon_, qOverload<>(&QTimer::start));
    connect(&resources, &ResourceStore::changed, this, &ResourcePoints::take);
    show();
}

void ResourcePoints::take(const ResourceChange& change) {
    if (!change.added.empty() || !change.removed.empty()) {
        soon_.start();
        return;
    }
    for (const auto at : change.updated) {
        if (!feed_.patch(resources_.resources()[at])) {
            soon_.start();
            return;
        }
    }
}

void ResourcePoints::show() {
    feed_.setResources(resources_.resources());
}

} // namespace chengyun::console
