#include "hub/duty/duty_actor.h"

#include "hub/duty/rota_reads.h"

namespace chengyun::hub {

Result<> DutyActor::must_plan(std::string_view unit, const std::string& field) const {
    if (!may(DutyRight::plan, unit))
        return fail(FailureKind::forbidden, field, "this account does not plan the unit's duty");
    return {};
}

Result<> DutyActor::must_be_person() const {
    if (!person)
        return fail(FailureKind::forbidden, "person", "the account is of nobody on duty");
    return {};
}

Result<DutyActor> duty_actor(Database& db, const Account& account) {
    auto people = people_of_account(db, account.id);
    if (!people)
        return people.error();
    DutyActor actor{account, {}};
    for (auto& person : *people)
        if (person.active)
            actor.person = std::move(person);
    return actor;
}

Result<std::vector<ShiftSide>> sides_of(Database& db, const DutyActor& actor, const Shift& shift,
                                        const Post& post, Instant now) {
    std::vector<ShiftSide> sides;
    if (actor.person && shift.person == actor.person->id)
        sides.push_back(ShiftSide::own);
    if (actor.may(DutyRight::plan, post.unit))
        sides.push_back(ShiftSide::plans);
    if (!actor.person)
        return sides;
    auto posts = all_posts(db);
    if (!posts)
        return posts.error();
    auto shifts = shifts_on_duty(db);
    if (!shifts)
        return shifts.error();
    if (leads(actor.person->id, post.kind, *posts, *shifts, now))
        sides.push_back(ShiftSide::leads);
    return sides;
}

Result<std::optional<Shift>> duty_of(Database& db, std::string_view person) {
    auto shifts = shifts_on_duty(db);
    if (!shifts)
        return shifts.error();
    std::optional<Shift> found;
    for (auto& shift : *shifts)
        if (shift.person == person && (!found || found->start <= shift.start))
            found = std::move(shift);
    return found;
}

} // namespace chengyun::hub
