#include "hub/imports/imports_capability.h"

#include "hub/capability/demonstration.h"
#include "hub/imports/command.h"
#include "hub/resources/resources.h"

#include <iostream>

namespace chengyun::hub {

Result<> ImportsCapability::open(const OpenStore& store) {
    target_.emplace(ImportTarget{resources_.resources, resources_.areas, *resources_.resource_store,
                                 *resources_.area_store, *resources_.unit_store,
                                 *resources_.edition_store, store.readers});
    return {};
}

Result<> ImportsCapability::fill_demo(const Demonstration& demo) {
    if (demo.data.empty())
        return {};
    auto reports = import_shared_data(demo.resources, demo.data, demo.store.writer, *target_);
    if (!reports)
        return reports.error();
    if (reports->empty())
        return fail(FailureKind::not_found, {},
                    demo.data + " has none of the files that imports/shared.toml lists");
    for (const auto& report : *reports)
        print(std::cerr, report);
    return {};
}

void ImportsCapability::start(const OpenStore& store) {
    thread_.emplace(store.writer, *target_);
}

} // namespace chengyun::hub
