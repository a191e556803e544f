// Deadlines to the hub: fires those of all capabilities.
#pragma once

#include "hub/capability/capability.h"
#include "hub/deadlines/deadline_service.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/deadlines/deadlines.h"

#include <memory>
#include <optional>
#include <vector>

namespace chengyun::hub {

class DeadlinesCapability final : public Capability {
public:
    [[nodiscard]] std::string_view name() const override { return "deadlines"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    void start(const OpenStore& store) override;
    void add_metrics(Metrics& metrics) override;
    void stop() override { service_.reset(); }

    /// For other capabilities, which add what they do about theirs in their constructors.
    [[nodiscard]] Deadlines& deadlines() { return deadlines_; }

private:
    std::unique_ptr<DeadlineStore> store_ = make_sqlite_deadline_store();
    Deadlines deadlines_{*store_, {}};
    std::optional<DeadlineService> service_;
};

} // namespace chengyun::hub
