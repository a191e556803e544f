// Areas, resources and units: their stores and services, wired. What other capabilities are given
// of this one.
#pragma once

#include "hub/resources/area_service.h"
#include "hub/resources/camera_health.h"
#include "hub/resources/reach.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/resources/unit_service.h"
#include "hub/store/secret_box.h"

#include <filesystem>
#include <memory>

namespace chengyun::hub {

/// Threads as each part says.
struct Resources {
    /// `data`: the data folder, which is not touched yet.
    explicit Resources(const std::filesystem::path& data) : secrets(secret_key_file(data)) {}

    SecretBox secrets;
    std::unique_ptr<AreaStore> area_store = make_sqlite_area_store();
    std::unique_ptr<UnitStore> unit_store = make_sqlite_unit_store();
    std::unique_ptr<ResourceStore> resource_store = make_sqlite_resource_store(secrets);
    std::unique_ptr<EditionStore> edition_store = make_sqlite_edition_store();
    AreaService areas{*area_store, *unit_store};
    Reach reach{areas, *resource_store, *unit_store};
    UnitService units{*unit_store, reach};
    ResourceService resources{*resource_store, *unit_store, areas, reach};
    CameraHealthService cameras{*resource_store};
};

} // namespace chengyun::hub
