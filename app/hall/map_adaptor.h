// Keeps the map's feed in step with the stores, which know nothing of the map.
#pragma once

#include <QObject>
#include <QTimer>

namespace chengyun::console {

class HubClock;
class MapFeed;
class OrderStore;
class ResourceStore;
struct ResourceChange;

/// GUI thread. Changes within one turn of the event loop become one update.
class MapAdaptor : public QObject {
    Q_OBJECT
public:
    MapAdaptor(ResourceStore& resources, OrderStore& orders, HubClock& clock, MapFeed& feed,
               QObject* parent = nullptr);

private:
    void takeResources(const ResourceChange& change);
    void showResources();
    void showPins();

    ResourceStore& resources_;
    OrderStore& orders_;
    MapFeed& feed_;
    QTimer resourcesSoon_;
    QTimer pinsSoon_;
};

} // namespace chengyun::console
