// The map's feed out of the console's stores: resources and open orders as they are now.
#pragma once

#include "app/map/map_feed.h"

namespace chengyun::console {

class OrderStore;
class ResourceStore;
struct ResourceChange;

/// GUI thread. The stores outlive it.
class HallFeed : public MapFeed {
    Q_OBJECT
public:
    HallFeed(ResourceStore& resources, OrderStore& orders, QObject* parent = nullptr);

private:
    void reload();
    void change(const ResourceChange& change);
    void read_pins();

    ResourceStore& resources_;
    OrderStore& orders_;
    bool reload_due_ = false;
};

} // namespace chengyun::console
