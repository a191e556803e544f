// What duty waits for: late check-ins, sheets to be drafted and followed, handovers that are
// overdue. Here is which deadlines are pending; what happens when they fire is ShiftService's and
// HandoverService's.
#pragma once

#include "core/duty/handover.h"
#include "hub/deadlines/deadline_store.h"

#include <vector>

namespace chengyun::hub {

/// Stored (hub/deadlines/deadline.h): the numbers never change.
enum class DutyDeadline : std::int64_t {
    late_check_in = 10,    ///< of a shift; `level` is the PostKind that it rings at
    draft_sheet = 11,      ///< of a shift
    handover_overdue = 12, ///< of a sheet; `level` as above
    follow_sheet = 13      ///< of a sheet: it is brought up to what there is; `level`: told_anew
};
inline constexpr DeadlineKinds duty_deadlines{10, 13};

/// As level of follow_sheet: the sheet is told though nothing is new on it, because another person
/// sees it now.
inline constexpr std::int64_t told_anew = 1;

/// A sheet that is not accepted follows what happens at this interval …
inline constexpr std::chrono::minutes follow_interval{1};
/// … until so long after it should have been accepted. Then it is brought up to date when somebody
/// acts on it.
inline constexpr std::chrono::hours follow_after_due{24};

[[nodiscard]] Deadline deadline_of(const DutyRing& ring);
/// `corrupt` when no ring is stored like that.
[[nodiscard]] Result<DutyRing> ring_of(const Deadline& deadline);

/// Only inside a Transaction.
class DutyDeadlines {
public:
    DutyDeadlines(DeadlineStore& store, const DutyPolicy& policy)
        : store_(store), policy_(policy) {}

    /// After a command turned `before` (null: a new one) into `after`. A ring that goes on is left
    /// alone, so that none fires twice. A shift that is over is not waited for. `has_sheet`: one
    /// was drafted of it. Where another person has the shift, its sheets are told anew at once.
    [[nodiscard]] Result<> arm(Database& db, const Shift* before, const Shift& after,
                               const Post& post, bool has_sheet, Instant now);
    /// Of a sheet that was just drafted.
    [[nodiscard]] Result<> arm(Database& db, const Handover& sheet, const Post& post, Instant now);
    /// The sheet is followed on, while it is time.
    [[nodiscard]] Result<> follow(Database& db, const Handover& sheet, Instant now);
    /// The sheet was accepted.
    [[nodiscard]] Result<> disarm(Database& db, const Handover& sheet);
    /// The ring that follows one that has fired, if any.
    [[nodiscard]] Result<> climb(Database& db, const DutyRing& fired);

    [[nodiscard]] const DutyPolicy& policy() const { return policy_; }

private:
    DeadlineStore& store_;
    DutyPolicy policy_;
};

} // namespace chengyun::hub
