// The hall's one desk for alarms: who has taken which, and which are put off.
//
// Who: accounts that act for the centre, of alarms whose subject they are in charge of
// (AlarmSubject::may_take); what one sees only is forbidden, what one does not see not_found. Who
// sees what was done: those who see the subject (AlarmSubject). The first wins: an alarm whose mark
// is another than the command's sender saw stays as it is, and the answer holds the mark that is
// there. That is no refusal: its sender learns who has the alarm. Where the mark that he saw has
// gone, the alarm is open and nobody was first: he takes it.
#pragma once

#include "core/account/account.h"
#include "hub/alarms/alarm_store.h"
#include "hub/alarms/alarm_subjects.h"
#include "hub/deadlines/deadlines.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class MarkEntries;

/// So many marks an account may have of alarms that do not stand: they are over, or there never was
/// such a thing, which the hub cannot tell apart. They go within a day. What stands counts for
/// nothing, however much it is.
inline constexpr std::size_t most_idle_marks = 2'000;

/// Reading: any thread with its own connection. Commands: only inside a Transaction; each answers
/// with Done, and journals one entry an alarm: alarm.taken, alarm.snoozed, alarm.released.
class AlarmService {
public:
    AlarmService(AlarmStore& marks, const AlarmSubjects& subjects, DeadlineStore& deadlines)
        : marks_(marks), subjects_(subjects), deadlines_(deadlines) {}

    [[nodiscard]] Result<Answer> take(Transaction& tx, const Account& account,
                                      const TakeAlarms& command);
    [[nodiscard]] Result<Answer> snooze(Transaction& tx, const Account& account,
                                        const SnoozeAlarms& command);
    [[nodiscard]] Result<Answer> give_back(Transaction& tx, const Account& account,
                                           const GiveBackAlarms& command);

    /// What is done when a snooze is over, or a day after an alarm was taken: then the mark goes,
    /// unless the alarm still stands. Refers to this.
    [[nodiscard]] DeadlineHandler deadline_handler();

    /// The JSON texts of the marks that the account may see, joined with commas.
    [[nodiscard]] Result<std::string> seen_by(Database& db, const Account& account) const;

private:
    /// `release`: no mark is to be left.
    struct Wanted {
        std::string_view kind; ///< of the entry
        AlarmState state = AlarmState::taken;
        Instant look{}; ///< when its deadline fires
        std::optional<Instant> until;
        std::string reason;
        bool release = false;
    };
    [[nodiscard]] Result<Answer> change(Transaction& tx, const Account& account,
                                        const std::vector<AlarmItem>& alarms, const Wanted& wanted);
    [[nodiscard]] Result<> fire(Transaction& tx, const Deadline& deadline);
    /// Takes the mark away; `why` is "given_back", "time" or "settled".
    [[nodiscard]] Result<> release(MarkEntries& entries, Database& db, const AlarmName& name,
                                   const AlarmAudience& audience, std::string_view why);
    [[nodiscard]] Result<AlarmAudience> audience_of(Database& db, const AlarmName& name) const;
    [[nodiscard]] Result<bool> stands(Database& db, const AlarmName& name, Instant now) const;
    /// wrong_state where the account would have more than most_idle_marks with these.
    [[nodiscard]] Result<> may_mark(Database& db, const Account& account,
                                    const std::vector<AlarmItem>& alarms, Instant now) const;

    AlarmStore& marks_;
    const AlarmSubjects& subjects_;
    DeadlineStore& deadlines_;
};

} // namespace chengyun::hub
