// The stores of resources, units and areas on SQLite: tables of
// hub/resources/migrations/0012_editions.sql.
#pragma once

#include "hub/resources/area_store.h"
#include "hub/resources/edition_store.h"
#include "hub/resources/resource_store.h"
#include "hub/resources/unit_store.h"

#include <memory>

namespace chengyun::hub {

class SecretBox;

/// `secrets` outlives it.
[[nodiscard]] std::unique_ptr<ResourceStore> make_sqlite_resource_store(SecretBox& secrets);
[[nodiscard]] std::unique_ptr<UnitStore> make_sqlite_unit_store();
[[nodiscard]] std::unique_ptr<AreaStore> make_sqlite_area_store();
[[nodiscard]] std::unique_ptr<EditionStore> make_sqlite_edition_store();

} // namespace chengyun::hub
