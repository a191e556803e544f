// The bell as a capability of the console: it rings for all the others.
#pragma once

#include "app/alarm/alarm_bell.h"

namespace chengyun::console {

/// GUI thread.
class AlarmCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::AlarmBell* bell READ bell CONSTANT)

public:
    /// `others`: whose alarms it rings; they must live as long.
    AlarmCapability(const Shared& shared, std::vector<Capability*> others);

    [[nodiscard]] AlarmBell* bell() { return &bell_; }

private:
    AlarmDesk desk_;
    AlarmBell bell_;
};

} // namespace chengyun::console
