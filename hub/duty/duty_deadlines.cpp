#include "hub/duty/duty_deadlines.h"

#include "hub/duty/rota_reads.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

[[nodiscard]] std::int64_t number_of(DutyDeadline kind) {
    return static_cast<std::int64_t>(kind);
}

[[nodiscard]] DeadlineKinds just(DutyDeadline kind) {
    return {number_of(kind), number_of(kind)};
}

[[nodiscard]] bool is_waited_for(const Shift& shift) {
    return shift.state == ShiftState::planned && !shift.person.empty();
}

} // namespace

Deadline deadline_of(const DutyRing& ring) {
    const auto kind = ring.kind == DutyRingKind::handover ? DutyDeadline::handover_overdue
                                                          : DutyDeadline::late_check_in;
    return {ring.subject, number_of(kind), ring.due, static_cast<std::int64_t>(ring.at),
            ring.fire_at};
}

Result<DutyRing> ring_of(const Deadline& deadline) {
    const bool handover = deadline.kind == number_of(DutyDeadline::handover_overdue);
    if ((!handover && deadline.kind != number_of(DutyDeadline::late_check_in)) ||
        deadline.level < 0 || deadline.level > static_cast<std::int64_t>(PostKind::liaison))
        return fail(FailureKind::corrupt, "deadline", "no ring is stored like that");
    return DutyRing{handover ? DutyRingKind::handover : DutyRingKind::late_check_in,
                    deadline.subject, static_cast<PostKind>(deadline.level), deadline.due,
                    deadline.fire_at};
}

Result<> DutyDeadlines::arm(Database& db, const Shift* before, const Shift& after, const Post& post,
                            bool has_sheet, Instant now) {
    const bool goes_on = before && is_waited_for(*before) && is_waited_for(after) &&
                         late_at(*before) == late_at(after);
    if (!goes_on) {
        std::vector<Deadline> rings;
        if (is_waited_for(after) && after.end > now)
            rings.push_back(deadline_of(
                first_ring(DutyRingKind::late_check_in, after.id, post.kind, late_at(after))));
        if (auto done = store_.set(db, after.id, just(DutyDeadline::late_check_in), rings); !done)
            return done;
    }
    std::vector<Deadline> drafts;
    if (after.state == ShiftState::on_duty && post.hands_over && !has_sheet) {
        const auto at = draft_at(after, policy_);
        drafts.push_back({after.id, number_of(DutyDeadline::draft_sheet), at, 0, at});
    }
    if (auto done = store_.set(db, after.id, just(DutyDeadline::draft_sheet), drafts); !done)
        return done;
    if (!before || before->person == after.person)
        return {};
    auto sheets = open_sheets_of(db, after);
    if (!sheets)
        return sheets.error();
    for (const auto& sheet : *sheets)
        if (auto done = store_.set(
                db, sheet.id, just(DutyDeadline::follow_sheet),
                {{sheet.id, number_of(DutyDeadline::follow_sheet), now, told_anew, now}});
            !done)
            return done;
    return {};
}

Result<> DutyDeadlines::arm(Database& db, const Handover& sheet, const Post& post, Instant now) {
    const auto ring = first_ring(DutyRingKind::handover, sheet.id, post.kind, sheet.due);
    if (auto done =
            store_.set(db, sheet.id, just(DutyDeadline::handover_overdue), {deadline_of(ring)});
        !done)
        return done;
    return follow(db, sheet, now);
}

Result<> DutyDeadlines::follow(Database& db, const Handover& sheet, Instant now) {
    const auto at = now + follow_interval;
    std::vector<Deadline> next;
    if (at <= sheet.due + follow_after_due)
        next.push_back({sheet.id, number_of(DutyDeadline::follow_sheet), at, 0, at});
    return store_.set(db, sheet.id, just(DutyDeadline::follow_sheet), next);
}

Result<> DutyDeadlines::disarm(Database& db, const Handover& sheet) {
    return store_.set(
        db, sheet.id,
        {number_of(DutyDeadline::handover_overdue), number_of(DutyDeadline::follow_sheet)}, {});
}

Result<> DutyDeadlines::climb(Database& db, const DutyRing& fired) {
    if (const auto next = next_ring(fired, policy_))
        return store_.add(db, deadline_of(*next));
    return {};
}

} // namespace chengyun::hub
