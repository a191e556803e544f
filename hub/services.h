// The stores and services of a data folder, wired; for `serve` and the subcommands that work on
// one.
#pragma once

#include "core/result.h"
#include "hub/config/config.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/deadlines/deadlines.h"
#include "hub/demo/demo.h"
#include "hub/duty/duty_service.h"
#include "hub/imports/import.h"
#include "hub/orders/order_service.h"
#include "hub/orders/order_store.h"
#include "hub/resources/area_service.h"
#include "hub/resources/reach.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/resources/unit_service.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <filesystem>
#include <memory>

namespace chengyun::hub {

struct Services {
    /// Makes the folder (mode 0700) and the database when they are not there. Finishes a restore
    /// that was cut off.
    [[nodiscard]] static Result<std::unique_ptr<Services>> open(const Config& config);
    ~Services();

    DemoClock clock; ///< outlives the writer
    std::filesystem::path folder;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Readers> readers;
    std::unique_ptr<AreaStore> area_store;
    std::unique_ptr<UnitStore> unit_store;
    std::unique_ptr<ResourceStore> resource_store;
    std::unique_ptr<OrderStore> order_store;
    std::unique_ptr<DeadlineStore> deadline_store;
    std::unique_ptr<DutyStore> duty_store;
    std::unique_ptr<EditionStore> edition_store;
    std::unique_ptr<AreaService> areas;
    std::unique_ptr<Reach> reach;
    std::unique_ptr<UnitService> units;
    std::unique_ptr<ResourceService> resources;
    std::unique_ptr<OrderService> orders;
    std::unique_ptr<Deadlines> deadlines;
    std::unique_ptr<DutyService> duty;
    std::unique_ptr<ImportTarget> import_target;
};

/// The product's `resources` folder: beside an installed program's share folder, or above a build
/// folder's program. Empty when neither is there.
[[nodiscard]] std::filesystem::path find_resources();

} // namespace chengyun::hub
