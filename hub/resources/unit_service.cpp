#include "hub/resources/unit_service.h"

#include "core/account/account_codec.h"
#include "core/pinyin/pinyin.h"
#include "core/resource/entry_kinds.h"
#include "core/text/limits.h"
#include "core/unit/unit_codec.h"
#include "core/wire/new_id.h"
#include "core/wire/wire_codec.h"
#include "hub/journal/change_text.h"
#include "hub/resources/page_text.h"
#include "hub/resources/reach.h"
#include "hub/resources/scope.h"
#include "hub/store/row_sum.h"

namespace chengyun::hub {

namespace {

[[nodiscard]] bool sees(const Account& account, const Unit& unit) {
    return (!account.unit.empty() && account.unit == unit.id) || in_scope(account, unit.area);
}

/// Stores the unit with the coming entry's version and appends unit.changed. `area_before` is where
/// it lay: those who saw it there learn that it has gone.
Result<Answer> changed(Transaction& tx, UnitStore& units, const Account& account, Unit unit,
                       const std::string& area_before) {
    unit.version = tx.next_seq();
    const auto json = json::write(unit);
    if (auto done = units.put(tx.database(), unit, json); !done)
        return done.error();
    const auto actor = actor_of(account);
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = entry_kind::unit_changed;
    entry.entity = "unit";
    entry.id = entry.subject = unit.id;
    if (!unit.area.empty())
        entry.areas.push_back(unit.area);
    if (!area_before.empty() && area_before != unit.area)
        entry.areas.push_back(area_before);
    entry.units.push_back(unit.id);
    ChangeText change;
    change.add<Unit>(json);
    if (auto done = note_sums(tx.database(), change, {RowKind::unit}); !done)
        return done.error();
    const auto text = change.text();
    auto seq = tx.append(std::move(entry), text);
    if (!seq)
        return seq.error();
    return Answer{200, done_text(*seq, text), *seq};
}

[[nodiscard]] Result<> check_contact(const Contact& contact) {
    return first_failure(check_text(contact.name, "contact.name", limits::name, false),
                         check_text(contact.phone, "contact.phone", limits::phone, false));
}

} // namespace

Result<std::string> UnitService::list(Database& db, const Account& account,
                                      const UnitQuery& query) const {
    UnitStore::Page page;
    if (!sees_nothing(account)) {
        auto found = units_.query(db, account.area, query);
        if (!found)
            return found.error();
        page = std::move(*found);
    }
    // Its own unit, which may lie outside the area it looks at.
    const bool plain = query.text.empty() && query.area.empty() && query.after.empty();
    if (account.role == Role::unit && plain) {
        auto own = units_.get(db, account.unit);
        if (own && !in_scope(account, own->area))
            page.items.insert(page.items.begin(), json::write(*own));
        else if (!own && own.error().kind != FailureKind::not_found)
            return own.error();
    }
    return page_text(page.items, page.next);
}

Result<Unit> UnitService::get(Database& db, const Account& account, std::string_view id) const {
    auto unit = units_.get(db, id);
    if (unit && !sees(account, *unit))
        return fail(FailureKind::not_found, "unit", "no such unit");
    return unit;
}

Result<Answer> UnitService::patch(Transaction& tx, const Account& account, std::string_view id,
                                  const PatchUnit& patch) {
    auto unit = get(tx.database(), account, id);
    if (!unit)
        return unit.error();
    const bool own = account.role == Role::unit && account.unit == unit->id;
    const bool centre = may(account.role, Permission::act_for_centre) ||
                        may(account.role, Permission::edit_resources);
    if (!own && !(centre && in_scope(account, unit->area)))
        return fail(FailureKind::forbidden, {}, "only the centre or the unit itself may do this");
    if (!patch.state && !patch.contact)
        return fail(FailureKind::missing_field, "state", "nothing to change");
    if (patch.state) {
        if (*patch.state == Availability::committed)
            return fail(FailureKind::invalid_field, "state", "committed follows from its orders");
        unit->state = *patch.state;
    }
    if (patch.contact) {
        if (auto ok = check_contact(*patch.contact); !ok)
            return ok.error();
        unit->contact = *patch.contact;
    }
    const auto area = unit->area;
    return changed(tx, units_, account, std::move(*unit), area);
}

Result<Answer> UnitService::put(Transaction& tx, const Account& account, Unit unit) {
    if (!may(account.role, Permission::edit_resources))
        return fail(FailureKind::forbidden, {}, "this role may not edit units");
    if (auto ok = first_failure(check_id(unit.id, "id"),
                                check_text(unit.name, "name", limits::name, true),
                                check_contact(unit.contact));
        !ok)
        return ok.error();
    if (unit.kind != UnitKind::department)
        return fail(FailureKind::invalid_field, "kind",
                    "offices come from areas and teams from resources");
    if (!unit.resource.empty())
        return fail(FailureKind::invalid_field, "resource", "a department has none");
    if (!unit.area.empty()) {
        if (auto ok = check_area(unit.area, "area"); !ok)
            return ok.error();
    }
    if (unit.place && !is_plausible(*unit.place))
        return fail(FailureKind::invalid_field, "place", "not on the globe");
    if (unit.state == Availability::committed)
        return fail(FailureKind::invalid_field, "state", "committed follows from its orders");
    auto& db = tx.database();
    auto before = units_.get(db, unit.id);
    if (!before && before.error().kind != FailureKind::not_found)
        return before.error();
    if (!before)
        if (auto ok =
                first_failure(check_new_id(unit.id, "id"), reach_.no_resource(db, unit.id, "id"));
            !ok)
            return ok.error();
    if (before && !in_scope(account, before->area))
        return fail(FailureKind::not_found, "unit", "no such unit");
    if (before && before->kind != UnitKind::department)
        return fail(FailureKind::invalid_field, "kind", "it is not a department");
    if (unit.version != (before ? before->version : 0))
        return fail(FailureKind::conflict, "version", "not the present one");
    if (unit.area.empty()) {
        if (!in_scope(account, unit.area))
            return fail(FailureKind::forbidden, "area",
                        "a unit without an area is the whole hall's");
    } else if (!before || before->area != unit.area) {
        if (auto ok = reach_.area(db, account, unit.area, "area"); !ok)
            return ok.error();
    }
    if (unit.place && (!before || before->place != unit.place))
        if (auto ok = reach_.place(db, account, *unit.place, "place"); !ok)
            return ok.error();
    unit.initials = pinyin_initials(unit.name);
    return changed(tx, units_, account, std::move(unit), before ? before->area : std::string());
}

} // namespace chengyun::hub
