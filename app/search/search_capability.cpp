#include "app/search/search_capability.h"

namespace chengyun::console {

SearchCapability::SearchCapability(const std::vector<Capability*>& others)
    : Capability(QStringLiteral("search")), index_(others), commands_(index_), mapSearch_(index_) {}

void SearchCapability::forgetViews() {
    commands_.setText({});
    mapSearch_.setText({});
}

} // namespace chengyun::console
