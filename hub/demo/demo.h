// The demonstration district 云汀区: our own invention, marked as such in every area, unit and
// order, laid over real rivers and lakes. Enough of everything to look like an ordinary day.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"
#include "hub/capability/demonstration.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace chengyun::hub {

class AreaService;
class Deadlines;
class OrderService;
class OrderStore;
class Readers;
class ResourceService;
class UnitService;
class Writer;

struct DemoOptions {
    std::filesystem::path water; ///< resources/basemap/water.geojson
    std::string cameras =
        "rtsp://127.0.0.1:8554/demo"; ///< a camera's stream is this + "/N", N from 1
    std::uint32_t seed = 20260101;
    Instant now = system_now(); ///< the end of the invented day
};

struct DemoServices {
    AreaService& areas;
    ResourceService& resources;
    UnitService& units;
    OrderService& orders;
    OrderStore& order_store;
    const Deadlines& deadlines;
};

/// Fills the store, through the same services as everybody; does nothing where the district exists
/// already. The writer must run on `clock`. Before the hub serves and before a DeadlineService
/// runs: nobody else may submit meanwhile. Takes a second or two.
[[nodiscard]] Result<> make_demo(Writer& writer, DemoClock& clock, Readers& readers,
                                 const DemoServices& services, const DemoOptions& options);

} // namespace chengyun::hub
