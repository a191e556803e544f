// Outlines of districts and streets for the map. Snapshots carry areas without rings, so they are
// fetched once, one after another, while the hub is there.
#pragma once

#include "core/area/area.h"

#include <QObject>
#include <QUrl>

#include <map>
#include <string>
#include <vector>

namespace chengyun::console {

class HubLink;
class MapFeed;
class ResourceStore;

/// GUI thread.
class AreaOutlines : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged)

public:
    AreaOutlines(HubLink& link, ResourceStore& store, MapFeed& feed, QObject* parent = nullptr);
    /// Nothing more is to be fetched.
    [[nodiscard]] bool isComplete() const { return wanted_.empty() && !fetching_; }

Q_SIGNALS:
    void completeChanged();

private:
    void look();
    void fetchNext();
    void show();

    HubLink& link_;
    ResourceStore& store_;
    MapFeed& feed_;
    QUrl hub_;
    std::map<std::string, std::vector<std::vector<Place>>, std::less<>>
        known_; ///< this hub's, by code
    std::vector<std::string> wanted_;
    bool fetching_ = false;
};

} // namespace chengyun::console
