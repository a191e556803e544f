#include "app/map/map_feed.h"

#include "app/map/symbol_atlas.h"

#include <algorithm>

namespace chengyun::console {

PinState MapPin::state() const {
    return late ? PinState::late : fresh ? PinState::fresh : PinState::active;
}

MapFeed::MapFeed(QObject* parent)
    : QObject(parent), points_(std::make_shared<PointSet>()),
      areas_(std::make_shared<std::vector<Area>>()), chosenArea_(areas_) {}

void MapFeed::setResources(std::span<const Resource> resources) {
    points_ = PointSet::from(resources);
    looks_.assign(points_->looks().begin(), points_->looks().end());
    Q_EMIT pointsChanged();
}

bool MapFeed::patch(const Resource& resource) {
    const auto at = points_->find(resource.id);
    if (!at)
        return !is_plausible(resource.place);
    if (points_->name(*at) != resource.name || points_->world(*at) != world_of(resource.place))
        return false;
    const PointLook look = look_of(resource);
    // Another layer or level moves it between what is shown and what is not.
    if (look.layer != points_->look(*at).layer)
        return false;
    if (looks_[*at] != look) {
        looks_[*at] = look;
        Q_EMIT lookChanged(*at);
    }
    return true;
}

void MapFeed::setPins(std::string_view kind, std::vector<MapPin> pins) {
    for (auto& pin : pins)
        pin.kind = kind;
    auto& own = pinsOf_[std::string(kind)];
    if (pins == own)
        return;
    own = std::move(pins);
    pins_.clear();
    for (const auto& [name, ofKind] : pinsOf_)
        pins_.insert(pins_.end(), ofKind.begin(), ofKind.end());
    // The gravest last, so that it is drawn above the others. Pins of equal level lie by their
    // kind, whichever kind was set last.
    std::ranges::stable_sort(pins_, {}, [](const MapPin& pin) {
        return pin.level == Level::none ? 0 : 5 - int(pin.level);
    });
    Q_EMIT pinsChanged();
}

void MapFeed::setWords(std::string_view kind,
                       std::function<ThingWords(std::string_view id)> words) {
    words_.insert_or_assign(std::string(kind), std::move(words));
}

ThingWords MapFeed::wordsOf(std::string_view kind, std::string_view id) const {
    const auto found = words_.find(kind);
    return found == words_.end() ? ThingWords() : found->second(id);
}

void MapFeed::setAreas(std::vector<Area> areas) {
    areas_ = std::make_shared<const std::vector<Area>>(std::move(areas));
    Q_EMIT areasChanged();
}

void MapFeed::setChosenArea(std::optional<Area> area) {
    std::vector<Area> chosen;
    if (area)
        chosen.push_back(std::move(*area));
    if (chosen == *chosenArea_)
        return;
    chosenArea_ = std::make_shared<const std::vector<Area>>(std::move(chosen));
    Q_EMIT chosenAreaChanged();
}

QGeoCoordinate MapFeed::placeOf(const QString& id) const {
    const std::string wanted = id.toStdString();
    if (const auto at = points_->find(wanted)) {
        const Place place = place_of(points_->world(*at));
        return {place.lat, place.lon};
    }
    const auto pin = std::ranges::find(pins_, wanted, &MapPin::id);
    return pin == pins_.end() ? QGeoCoordinate() : QGeoCoordinate(pin->place.lat, pin->place.lon);
}

} // namespace chengyun::console
