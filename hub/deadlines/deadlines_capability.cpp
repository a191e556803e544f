#include "hub/deadlines/deadlines_capability.h"

#include "hub/http/metrics.h"

namespace chengyun::hub {

std::vector<Check> DeadlinesCapability::checks() const {
    return {{"deadline", [this](const auto& in) { return deadlines_.check(in.db, in.findings); }}};
}

void DeadlinesCapability::start(const OpenStore& store) {
    service_.emplace(store.writer, deadlines_, store.clock);
}

void DeadlinesCapability::add_metrics(Metrics& metrics) {
    metrics.add({"chengyun_timers_set_aside", "Deadlines that could not be carried out.", false,
                 [this] { return service_ ? static_cast<double>(service_->set_aside()) : 0.0; }});
}

} // namespace chengyun::hub
