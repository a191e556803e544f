// Duty as a capability of the console: who leads the hall, its mode, and the bell when it is
// switched.
#pragma once

#include "app/capability/capability.h"
#include "app/duty/duty_state.h"

#include <optional>

namespace chengyun::console {

/// GUI thread.
class DutyCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::DutyState* state READ state CONSTANT)

public:
    explicit DutyCapability(const Shared& shared);

    [[nodiscard]] DutyState* state() { return &state_; }

    [[nodiscard]] std::vector<Alarm> alarms(const Entry& entry, const Account& account) override;
    [[nodiscard]] std::vector<Alarm> missedAlarms(const Snapshot& snapshot,
                                                  const Account& account) override;
    void forgetAlarms() override;

private:
    [[nodiscard]] std::vector<Alarm> follow(const Duty& duty, bool own);

    DutyState state_;
    std::optional<Mode> mode_; ///< that was told last; none until the hub has said
};

} // namespace chengyun::console
