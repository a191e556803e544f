// What stands on the map now: resources, pins and areas, from whoever keeps them to whatever
// draws them. The map itself keeps no facts.
#pragma once

#include "app/map/point_set.h"
#include "core/area/area.h"
#include "core/resource/resource.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

enum class PinState;

/// A pin at a place, above the points: an open order.
struct MapPin {
    std::string id;
    std::string title;
    std::int64_t number = 0;
    Level level = Level::none; ///< none: the pin has no level
    bool fresh = false;        ///< nobody has taken note of it yet
    bool late = false;         ///< a deadline of it has been missed
    Place place;
    std::string kind = {}; ///< of what it is the pin ("order"); the feed sets it

    [[nodiscard]] PinState state() const;
    bool operator==(const MapPin&) const = default;
};

/// What a list says of a thing on the map beside its name.
struct ThingWords {
    QString kind;     ///< what it is: "School", "Order"
    QString where;    ///< its address, or its area
    QString code;     ///< what it is numbered by
    QString initials; ///< of its name, as they are typed
};

/// GUI thread.
class MapFeed : public QObject {
    Q_OBJECT
    Q_PROPERTY(int resourceCount READ resourceCount NOTIFY pointsChanged)

public:
    explicit MapFeed(QObject* parent = nullptr);

    /// Replaces all resources. The values are read before this returns and not kept.
    void setResources(std::span<const Resource> resources);
    /// One resource changed. True when it could be done in place; false when its place or name is
    /// another, or it is new: then setResources() is due.
    [[nodiscard]] bool patch(const Resource& resource);
    /// Replaces the pins of one kind, "order".
    void setPins(std::string_view kind, std::vector<MapPin> pins);
    /// How the words for things of one kind ("resource", or the kind of a pin) are found by their
    /// ids. Lists ask on the GUI thread, as long as there is a window.
    void setWords(std::string_view kind, std::function<ThingWords(std::string_view id)> words);
    /// Empty for a kind that has none.
    [[nodiscard]] ThingWords wordsOf(std::string_view kind, std::string_view id) const;
    /// Outlines to draw. Areas without rings are kept for their names at `centre`.
    void setAreas(std::vector<Area> areas);
    /// The area that somebody has chosen, outlined above the others; nothing: none is.
    void setChosenArea(std::optional<Area> area);

    [[nodiscard]] const std::shared_ptr<const PointSet>& points() const { return points_; }
    /// As patched since points() was made.
    [[nodiscard]] std::span<const PointLook> looks() const { return looks_; }
    [[nodiscard]] const std::vector<MapPin>& pins() const { return pins_; }
    [[nodiscard]] const std::shared_ptr<const std::vector<Area>>& areas() const { return areas_; }
    /// One area or none.
    [[nodiscard]] const std::shared_ptr<const std::vector<Area>>& chosenArea() const {
        return chosenArea_;
    }

    [[nodiscard]] int resourceCount() const { return int(points_->size()); }
    /// Where a resource, or what has a pin, is; invalid when it is not on the map.
    Q_INVOKABLE [[nodiscard]] QGeoCoordinate placeOf(const QString& id) const;

Q_SIGNALS:
    void pointsChanged();
    void lookChanged(quint32 ordinal);
    void pinsChanged();
    void areasChanged();
    void chosenAreaChanged();

private:
    std::shared_ptr<const PointSet> points_;
    std::vector<PointLook> looks_;
    std::map<std::string, std::vector<MapPin>> pinsOf_; ///< by kind, as they were set
    std::vector<MapPin> pins_;                          ///< of all kinds, in the order of drawing
    std::shared_ptr<const std::vector<Area>> areas_, chosenArea_;
    std::map<std::string, std::function<ThingWords(std::string_view)>, std::less<>> words_;
};

} // namespace chengyun::console
