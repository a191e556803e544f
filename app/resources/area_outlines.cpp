#include "app/resources/area_outlines.h"

#include "app/link/hub_link.h"
#include "app/map/map_feed.h"
#include "app/resources/resource_store.h"
#include "app/text.h"
#include "core/area/area_codec.h"

#include <QLoggingCategory>

namespace chengyun::console {

namespace {
Q_LOGGING_CATEGORY(lcOutlines, "chengyun.resources.outlines")

bool wantsOutline(const Area& area) {
    return area.level == AreaLevel::district || area.level == AreaLevel::street;
}
} // namespace

AreaOutlines::AreaOutlines(HubLink& link, ResourceStore& store, MapFeed& feed, QObject* parent)
    : QObject(parent), link_(link), store_(store), feed_(feed) {
    // Also of areas whose borders are known: an import, after which seats reload, may have changed
    // them.
    connect(&store, &ResourceStore::reloaded, this, &AreaOutlines::look);
    connect(&link, &HubLink::reachableChanged, this, &AreaOutlines::fetchNext);
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
    show();
    fetchNext();
    Q_EMIT completeChanged();
}

void AreaOutlines::fetchNext() {
    if (fetching_ || wanted_.empty() || !link_.isReachable())
        return;
    fetching_ = true;
    const std::string code = wanted_.back();
    wanted_.pop_back();
    link_.get(QStringLiteral("/areas/") + QString::fromStdString(code), this,
              [this, code](const Reply& reply) {
                  fetching_ = false;
                  if (reply.ok()) {
                      auto area = json::read<Area>(view(reply.body), json::Unknown::ignore);
                      if (area)
                          known_.insert_or_assign(code, std::move(area->rings));
                      else
                          qCWarning(lcOutlines) << "outline of area is unreadable:" << code.c_str();
                  } else if (!reply.answered()) {
                      // The hub went away: this one is asked for again when it is back.
                      wanted_.push_back(code);
                      return;
                  }
                  if (wanted_.empty()) {
                      show();
                      Q_EMIT completeChanged();
                  } else {
                      fetchNext();
                  }
              });
}

void AreaOutlines::show() {
    std::vector<Area> areas;
    areas.reserve(store_.areas().size());
    for (const auto& area : store_.areas()) {
        areas.push_back(area);
        // Only the borders: names are the store's, which may have been changed since.
        if (const auto known = known_.find(area.code); known != known_.end())
            areas.back().rings = known->second;
    }
    feed_.setAreas(std::move(areas));
}

} // namespace chengyun::console
