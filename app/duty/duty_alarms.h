// What of duty rings at this seat: a switched mode, people who do not come, sheets that nobody
// accepts.
#pragma once

#include "app/capability/alarm.h"
#include "core/account/account.h"
#include "core/duty/duty.h"
#include "core/duty/post.h"
#include "core/journal/entry.h"
#include "core/wire/answers.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace chengyun::console {

class DutyRoster;
class HubClock;

/// GUI thread.
class DutyAlarms {
public:
    DutyAlarms(DutyRoster& roster, HubClock& clock) : roster_(roster), clock_(clock) {}

    [[nodiscard]] std::vector<Alarm> of(const Entry& entry, const Account& account);
    /// The same of a snapshot: the present mode, people who are late, sheets that are overdue.
    [[nodiscard]] std::vector<Alarm> missedIn(const Snapshot& snapshot);
    void forget();

private:
    [[nodiscard]] std::vector<Alarm> follow(const Duty& duty, bool own);
    /// Does it ring here? `at`: the kind of post that the hub rings at; `unit` plans the post that
    /// it is about.
    [[nodiscard]] bool ringsHere(PostKind at, const std::string& unit) const;
    [[nodiscard]] Alarm lateAlarm(const std::string& shift, const std::string& proposed,
                                  Instant since) const;
    [[nodiscard]] Alarm handoverAlarm(const std::string& sheet, const std::string& post,
                                      Instant due) const;

    DutyRoster& roster_;
    HubClock& clock_;
    std::optional<Mode> mode_;   ///< that was told last; none until the hub has said
    std::set<std::string> told_; ///< shifts and sheets that have rung here
};

} // namespace chengyun::console
