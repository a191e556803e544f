// What of duty rings at this seat: a switched mode, people who do not come, sheets that nobody
// accepts.
#pragma once

#include "app/capability/alarm.h"
#include "core/account/account.h"
#include "core/duty/duty.h"
#include "core/duty/on_duty.h"
#include "core/journal/entry.h"
#include "core/wire/answers.h"

#include <optional>
#include <string>
#include <vector>

namespace chengyun::console {

class DutyRoster;
class HubClock;

/// GUI thread. Reads the roster, which must have taken entries and snapshot before. An alarm's
/// occurrence is the kind of post that it rings at: where it climbs, it is another alarm.
class DutyAlarms {
public:
    DutyAlarms(DutyRoster& roster, HubClock& clock) : roster_(roster), clock_(clock) {}

    [[nodiscard]] AlarmNews of(const std::vector<Entry>& entries, const Account& account);
    /// People who are late and sheets that are overdue, and the mode where it is another than
    /// before.
    [[nodiscard]] std::vector<Alarm> standing(const Snapshot& snapshot);
    [[nodiscard]] std::optional<Alarm> named(const AlarmName& name) const;
    void forget();

private:
    void follow(std::vector<Alarm>& alarms, const Duty& duty, bool own);
    /// Does it ring here? `at`: the kind of post that the hub rings at; `unit` plans the post that
    /// it is about.
    [[nodiscard]] bool ringsHere(PostKind at, const std::string& unit) const;
    /// One alarm for each post that `ring`, the first, has climbed to by now and that is heard
    /// here. `alarm` makes it.
    template <class Make>
    void addRung(std::vector<Alarm>& alarms, const DutyRing& ring, const DutyPolicy& policy,
                 const std::string& unit, Make alarm) const;
    /// `proposed`: who could stand in, empty where nobody; nothing where that is not known.
    [[nodiscard]] Alarm lateAlarm(const std::string& shift, PostKind at,
                                  const std::optional<std::string>& proposed, Instant since) const;
    [[nodiscard]] Alarm handoverAlarm(const std::string& sheet, PostKind at, Instant due) const;

    DutyRoster& roster_;
    HubClock& clock_;
    std::optional<Mode> mode_; ///< that was told last; none until the hub has said
};

} // namespace chengyun::console
