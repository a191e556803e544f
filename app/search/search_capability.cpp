#include "app/search/search_capability.h"

namespace chengyun::console {

SearchCapability::SearchCapability(const std::vector<Capability*>& others)
    : Capability(QStringLiteral("search")), commands_(others), mapSearch_(others) {}

void SearchCapability::forgetViews() {
    commands_.setText({});
    mapSearch_.setText({});
}

} // namespace chengyun::console
