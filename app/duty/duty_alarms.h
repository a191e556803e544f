// What of duty rings at this seat: a switched mode, people who do not come, sheets that nobody
// accepts.
#pragma once

#include "app/capability/alarm.h"
#include "core/account/account.h"
#include "core/duty/duty.h"
#include "core/duty/handover.h"
#include "core/journal/entry.h"
#include "core/wire/answers.h"

#include <optional>
#include <string>
#include <vector>

namespace chengyun::console {

class DutyRoster;
class HubClock;

/// GUI thread. Reads the roster, which must have taken entries and snapshot before. What stands is
/// core's to say (core/duty/alarms.h); what of it rings here, this seat's.
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
    /// Does who sits here take the alarms about this post for all?
    [[nodiscard]] bool isInCharge(const std::string& post) const;
    // All that stands about a shift or a sheet and rings here: an alarm for each post that it has
    // climbed to by now.
    void addStanding(std::vector<Alarm>& alarms, const Shift& shift, Instant now) const;
    void addStanding(std::vector<Alarm>& alarms, const Handover& sheet, Instant now) const;
    [[nodiscard]] std::vector<PostKind> climbed(const DutyRing& first, const std::string& unit,
                                                Instant now) const;
    [[nodiscard]] Alarm lateAlarm(const std::string& shift, std::string occurrence) const;
    [[nodiscard]] Alarm handoverAlarm(const std::string& sheet, std::string occurrence) const;

    DutyRoster& roster_;
    HubClock& clock_;
    DutyPolicy policy_;
    std::optional<Mode> mode_; ///< that was told last; none until the hub has said
};

} // namespace chengyun::console
