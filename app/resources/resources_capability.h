// Resources as a capability of the console: the table, what is around a place, points and outlines
// on the map, and what can be found.
#pragma once

#include "app/capability/capability.h"
#include "app/resources/area_outlines.h"
#include "app/resources/around_model.h"
#include "app/resources/hall_district.h"
#include "app/resources/resource_list_model.h"
#include "app/resources/resource_points.h"
#include "app/resources/resource_store.h"

namespace chengyun::console {

/// GUI thread. Other capabilities ask the store.
class ResourcesCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::ResourceStore* store READ store CONSTANT)
    Q_PROPERTY(chengyun::console::ResourceListModel* list READ list CONSTANT)
    Q_PROPERTY(chengyun::console::AroundModel* around READ around CONSTANT)
    Q_PROPERTY(chengyun::console::AreaOutlines* outlines READ outlines CONSTANT)
    Q_PROPERTY(chengyun::console::HallDistrict* district READ district CONSTANT)

public:
    explicit ResourcesCapability(const Shared& shared);

    [[nodiscard]] ResourceStore* store() { return &store_; }
    [[nodiscard]] ResourceListModel* list() { return &list_; }
    [[nodiscard]] AroundModel* around() { return &around_; }
    [[nodiscard]] AreaOutlines* outlines() { return &outlines_; }
    [[nodiscard]] HallDistrict* district() { return &district_; }

    [[nodiscard]] bool hasPanes() const override { return true; }
    void forgetViews() override;
    [[nodiscard]] std::vector<Findable> findables() const override;
    [[nodiscard]] FoundLook lookOf(const Findable& found) const override;

private:
    ResourceStore store_;
    ResourceListModel list_;
    AroundModel around_;
    ResourcePoints points_;
    AreaOutlines outlines_;
    HallDistrict district_;
};

/// A list or what is around, as nobody has searched or sorted it.
void forgetView(ResourceListModel& list);
void forgetView(AroundModel& around);

} // namespace chengyun::console
