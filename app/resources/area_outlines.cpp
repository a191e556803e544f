#include "app/resources/area_outlines.h"

#include "app/link/hub_link.h"
#include "app/map/map_feed.h"
#include "app/resources/resource_store.h"
#include "app/text.h"
#include "core/area/area_codec.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace chengyun::console {

namespace {
Q_LOGGING_CATEGORY(lcOutlines, "chengyun.resources.outlines")

constexpr std::chrono::seconds afterFailure{2};

bool wantsOutline(const Area& area) {
    return area.level == AreaLevel::district || area.level == AreaLevel::street;
}

/// Grows to take a place in.
void include(QGeoRectangle& box, Place place) {
    const QGeoCoordinate at(place.lat, place.lon);
    if (box.isValid())
        box.extendRectangle(at);
    else
        box = QGeoRectangle(at, at);
}
} // namespace

AreaOutlines::AreaOutlines(HubLink& link, ResourceStore& store, MapFeed& feed, QObject* parent)
    : QObject(parent), link_(link), store_(store), feed_(feed) {
    again_.setSingleShot(true);
    again_.setInterval(afterFailure);
    connect(&again_, &QTimer::timeout, this, &AreaOutlines::fetchNext);
    // Also of areas whose borders are known: an import, after which seats reload, may have changed
    // them.
    connect(&store, &ResourceStore::reloaded, this, &AreaOutlines::look);
    connect(&link, &HubLink::reachableChanged, this, [this] {
        again_.stop();
        fetchNext();
        tell();
    });
    connect(&link, &HubLink::identityChanged, this, [this] {
        // Another hub draws its areas differently.
        if (link_.identity().hub != hub_) {
            hub_ = link_.identity().hub;
            known_.clear();
        }
    });
}

void AreaOutlines::look() {
    wanted_.clear();
    for (const auto& area : store_.areas())
        if (wantsOutline(area))
            wanted_.push_back(area.code);
    if (!store_.area(chosen_))
        choose({});
    else if (!wantsOutline(*store_.area(chosen_)))
        wanted_.push_back(chosen_);
    // What nobody asks for now would be shown as it was when it is chosen again.
    std::erase_if(known_, [this](const auto& known) {
        return std::ranges::find(wanted_, known.first) == wanted_.end();
    });
    show();
    fetchNext();
    tell();
    Q_EMIT completeChanged();
}

void AreaOutlines::choose(const QString& code) {
    auto chosen = code.toStdString();
    if (chosen == chosen_)
        return;
    chosen_ = std::move(chosen);
    if (store_.area(chosen_) && !known_.contains(chosen_)) {
        std::erase(wanted_, chosen_);
        wanted_.push_back(chosen_);
        again_.stop();
        fetchNext();
    }
    showChosen();
    tell();
    Q_EMIT chosenChanged();
    Q_EMIT completeChanged();
}

void AreaOutlines::fetchNext() {
    if (!fetching_.empty() || wanted_.empty() || again_.isActive() || !link_.isReachable())
        return;
    fetching_ = wanted_.back();
    wanted_.pop_back();
    link_.get(QStringLiteral("/areas/") + QString::fromStdString(fetching_), this,
              [this](const Reply& reply) {
                  take(std::exchange(fetching_, {}), reply);
                  if (wanted_.empty()) {
                      show();
                      Q_EMIT completeChanged();
                  } else {
                      fetchNext();
                  }
                  tell();
              });
}

void AreaOutlines::take(const std::string& code, const Reply& reply) {
    if (reply.former)
        return; // asked for by an account that has left; the hall of another is looked at
    const auto refusal = reply.ok() ? FailureKind::internal : reply.failure().kind;
    if (reply.ok()) {
        auto area = json::read<Area>(view(reply.body), json::Unknown::ignore);
        if (area)
            known_.insert_or_assign(code, std::move(area->rings));
        else
            qCWarning(lcOutlines) << "outline of area is unreadable:" << code.c_str();
    } else if (refusal == FailureKind::not_found || refusal == FailureKind::forbidden) {
        known_.erase(code); // it is no area of this hall any more
    } else if (refusal == FailureKind::unavailable || refusal == FailureKind::too_many) {
        // Nobody would ask for it again before the next import: so this does, after the others.
        if (std::ranges::find(wanted_, code) == wanted_.end())
            wanted_.insert(wanted_.begin(), code);
        again_.start();
    }
    if (code == chosen_)
        showChosen();
}

void AreaOutlines::show() {
    std::vector<Area> areas;
    areas.reserve(store_.areas().size());
    for (const auto& area : store_.areas()) {
        areas.push_back(area);
        // Only the borders: names are the store's, which may have been changed since.
        if (const auto known = known_.find(area.code); known != known_.end() && wantsOutline(area))
            areas.back().rings = known->second;
    }
    feed_.setAreas(std::move(areas));
    showChosen();
}

void AreaOutlines::showChosen() {
    const auto* area = store_.area(chosen_);
    const auto known = known_.find(chosen_);
    std::optional<Area> outlined;
    if (area && known != known_.end()) {
        outlined = *area;
        outlined->rings = known->second;
    }
    feed_.setChosenArea(std::move(outlined));
    Q_EMIT chosenShown();
}

QString AreaOutlines::chosenName() const {
    return store_.areaName(chosen_);
}

void AreaOutlines::tell() {
    const bool awaited =
        !chosen_.empty() && link_.isReachable() && !again_.isActive() &&
        (fetching_ == chosen_ || std::ranges::find(wanted_, chosen_) != wanted_.end());
    if (std::exchange(awaited_, awaited) != awaited)
        Q_EMIT awaitedChanged();
}

QGeoRectangle AreaOutlines::boxOf(const QString& code) const {
    QGeoRectangle box;
    const auto wanted = code.toStdString();
    if (const auto known = known_.find(wanted); known != known_.end())
        for (const auto& ring : known->second)
            for (const auto& place : ring)
                include(box, place);
    if (box.isValid() || wanted.empty())
        return box;
    int within = 0;
    for (const auto& area : store_.areas())
        if (area.centre && area.code != wanted && area_contains(wanted, area.code)) {
            include(box, *area.centre);
            ++within;
        }
    return within > 1 ? box : QGeoRectangle();
}

QGeoCoordinate AreaOutlines::centreOf(const QString& code) const {
    const auto* area = store_.area(code.toStdString());
    if (area && area->centre)
        return {area->centre->lat, area->centre->lon};
    return boxOf(code).center();
}

bool AreaOutlines::hasOutline(const QString& code) const {
    const auto known = known_.find(code.toStdString());
    return known != known_.end() && !known->second.empty();
}

} // namespace chengyun::console
