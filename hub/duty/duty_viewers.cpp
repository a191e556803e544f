#include "hub/duty/duty_viewers.h"

#include "core/area/area.h"
#include "hub/duty/duty_actor.h"
#include "hub/duty/rota_reads.h"
#include "hub/journal/journal_kinds.h"
#include "hub/resources/area_store.h"
#include "hub/resources/unit_store.h"

#include <algorithm>

namespace chengyun::hub {

bool DutyScope::holds(const Shift& shift) const {
    return everything || std::ranges::find(posts, shift.post) != posts.end() ||
           (!person.empty() && shift.person == person);
}

Result<std::vector<std::string>> DutyViewers::whole(Database& db) const {
    auto revision = areas_.revision(db);
    if (!revision)
        return revision.error();
    {
        const std::lock_guard lock(mutex_);
        if (revision_ == *revision)
            return whole_;
    }
    std::vector<std::string> codes;
    auto read = areas_.each(db, {}, [&](std::string_view json) {
        const auto area = stored_value<Area>(json);
        if (area && area->level <= AreaLevel::district)
            codes.push_back(area->code);
    });
    if (!read)
        return read.error();
    const std::lock_guard lock(mutex_);
    revision_ = *revision;
    whole_ = codes;
    return codes;
}

Result<Audience> DutyViewers::of_unit(Database& db, const std::string& unit) const {
    auto codes = whole(db);
    if (!codes)
        return codes.error();
    Audience audience{std::move(*codes), {}};
    if (unit.empty())
        return audience;
    audience.units.push_back(unit);
    auto head = units_.head(db, unit);
    if (!head && head.error().kind != FailureKind::not_found)
        return head.error();
    if (head && !head->area.empty())
        audience.areas.push_back(head->area);
    return audience;
}

Result<> DutyViewers::add_person_of(Database& db, const std::string& shift, Audience& audience) {
    if (shift.empty())
        return {};
    auto found = duty_table<Shift>().get(db, shift);
    if (!found)
        return found.error();
    if (found->person.empty())
        return {};
    auto person = duty_table<Person>().get(db, found->person);
    if (!person)
        return person.error();
    auto& named = audience.units;
    if (!person->account.empty() && std::ranges::find(named, person->account) == named.end())
        named.push_back(person->account);
    return {};
}

Result<bool> DutyViewers::holds(Database& db, const DutyScope& scope, const Handover& sheet) {
    for (const auto& id : {sheet.outgoing, sheet.incoming}) {
        if (id.empty())
            continue;
        auto shift = duty_table<Shift>().get(db, id);
        if (!shift)
            return shift.error();
        if (scope.holds(*shift))
            return true;
    }
    return false;
}

Result<DutyScope> DutyViewers::scope_of(Database& db, const Account& account) const {
    const auto sees = [&](const Audience& audience) {
        return may_see(account, chengyun::hub::Viewers::by_place, audience.areas, audience.units);
    };
    auto hall = of_unit(db, {});
    if (!hall)
        return hall.error();
    if (sees(*hall))
        return DutyScope{true, {}, {}};
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    DutyScope scope{false, {}, actor->person_id()};
    auto posts = all_posts(db);
    if (!posts)
        return posts.error();
    for (const auto& post : *posts) {
        if (post.unit.empty())
            continue;
        auto audience = of_unit(db, post.unit);
        if (!audience)
            return audience.error();
        if (sees(*audience))
            scope.posts.push_back(post.id);
    }
    return scope;
}

} // namespace chengyun::hub
