// Keeps the map's points in step with the resources.
#pragma once

#include <QObject>
#include <QTimer>

namespace chengyun::console {

class MapFeed;
class ResourceStore;
struct ResourceChange;

/// GUI thread. Changes within one turn of the event loop become one update.
class ResourcePoints : public QObject {
    Q_OBJECT
public:
    ResourcePoints(ResourceStore& resources, MapFeed& feed, QObject* parent = nullptr);

private:
    void take(const ResourceChange& change);
    void show();

    ResourceStore& resources_;
    MapFeed& feed_;
    QTimer soon_;
};

} // namespace chengyun::console
