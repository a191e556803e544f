#include "hub/patrol/patrol_settings.h"

#include "hub/config/config.h"

namespace chengyun::hub {

Section patrol_settings() {
    return section_of<PatrolSettings>(
        "patrol", {
                      {"shown_days", "which machine showed which camera is kept so long", 1, 3650},
                      {"shown_rows", "so many changes of cameras are kept at most, the latest ones",
                       1000, 100'000'000},
                  });
}

} // namespace chengyun::hub
