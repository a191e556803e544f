#include "core/duty/shift.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>
#include <array>

namespace chengyun {

Result<> check(const Shift& shift) {
    if (auto ok = first_failure(check_new_id(shift.id, "id"), check_new_id(shift.post, "post"),
                                check_range(shift.grace_minutes, "grace_minutes", 0, 24 * 60));
        !ok)
        return ok;
    if (!shift.person.empty()) {
        if (auto ok = check_new_id(shift.person, "person"); !ok)
            return ok;
    }
    if (!shift.backup.empty()) {
        if (auto ok = check_new_id(shift.backup, "backup"); !ok)
            return ok;
    }
    const auto length = shift.end - shift.start;
    if (length < std::chrono::minutes(shortest_shift_minutes) ||
        length > std::chrono::minutes(longest_shift_minutes))
        return fail(FailureKind::invalid_field, "end", "a shift lasts 15 minutes to 7 days");
    return {};
}

std::span<const ShiftTransition> shift_transitions() {
    using S = ShiftState;
    using A = ShiftAct;
    using Side = ShiftSide;
    // Why it is so:
    // - A person who cannot reach a seat checks in by telephone: a leader or planner enters it.
    // - A shift that has begun is not cancelled: it took place, or was missed.
    // - A shift for which nobody came stays `planned`: that it was missed is seen from it.
    static const std::array table = {
        ShiftTransition{S::planned, A::check_in, S::on_duty, {Side::own, Side::leads, Side::plans}},
        ShiftTransition{S::planned, A::stand_in, S::planned, {Side::leads, Side::plans}},
        ShiftTransition{S::planned, A::cancel, S::cancelled, {Side::plans}},
        ShiftTransition{S::on_duty, A::close, S::closed, {Side::own, Side::leads}},
    };
    return table;
}

Result<ShiftState> next_state(ShiftState from, ShiftAct act, std::span<const ShiftSide> sides) {
    const auto table = shift_transitions();
    const auto row = std::ranges::find_if(
        table, [&](const ShiftTransition& t) { return t.from == from && t.act == act; });
    if (row == table.end())
        return fail(FailureKind::wrong_state, "act", "not possible in the present state");
    if (std::ranges::find_first_of(row->sides, sides) == row->sides.end())
        return fail(FailureKind::forbidden, "act", "this shift is another's");
    return row->to;
}

Result<Shift> check_in(const Shift& before, std::span<const ShiftSide> sides, CheckInFrom from,
                       const std::string& account, Instant now) {
    const auto to = next_state(before.state, ShiftAct::check_in, sides);
    if (!to)
        return to.error();
    if (before.person.empty())
        return fail(FailureKind::wrong_state, "person", "nobody has this shift");
    if (now < before.start - check_in_early)
        return fail(FailureKind::wrong_state, "now", "the shift begins later");
    if (now >= before.end)
        return fail(FailureKind::wrong_state, "now", "the shift is over");
    Shift after = before;
    after.state = *to;
    after.checked_in = now;
    after.checked_in_from = from;
    after.checked_in_by = account;
    return after;
}

Result<Shift> stand_in(const Shift& before, std::span<const ShiftSide> sides,
                       const std::string& person) {
    const auto to = next_state(before.state, ShiftAct::stand_in, sides);
    if (!to)
        return to.error();
    if (person == before.person)
        return fail(FailureKind::invalid_field, "person", "the shift is this person's already");
    Shift after = before;
    after.state = *to;
    // With a second stand-in, the one who did not come is still the one who was planned.
    if (after.stands_in_for.empty())
        after.stands_in_for = before.person;
    else if (after.stands_in_for == person)
        after.stands_in_for.clear(); // he has come after all
    after.person = person;
    if (after.backup == person)
        after.backup.clear();
    return after;
}

Result<Shift> cancel(const Shift& before, std::span<const ShiftSide> sides) {
    const auto to = next_state(before.state, ShiftAct::cancel, sides);
    if (!to)
        return to.error();
    Shift after = before;
    after.state = *to;
    return after;
}

Result<Shift> close(const Shift& before, std::span<const ShiftSide> sides, Instant now) {
    const auto to = next_state(before.state, ShiftAct::close, sides);
    if (!to)
        return to.error();
    Shift after = before;
    after.state = *to;
    after.ended = now;
    return after;
}

bool is_qualified(const Person& person, const Post& post) {
    return post.qualification.empty() ||
           std::ranges::find(person.qualifications, post.qualification) !=
               person.qualifications.end();
}

bool is_late(const Shift& shift, Instant now) {
    if (!counts(shift) || shift.person.empty())
        return false;
    return shift.checked_in ? *shift.checked_in > late_at(shift) : now >= late_at(shift);
}

} // namespace chengyun
