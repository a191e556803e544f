#include "hub/resources/resource_service.h"

#include "core/account/account_codec.h"
#include "core/id/uuid.h"
#include "core/pinyin/pinyin.h"
#include "core/resource/entry_kinds.h"
#include "core/resource/resource_codec.h"
#include "core/unit/unit_codec.h"
#include "core/wire/new_id.h"
#include "core/wire/wire_codec.h"
#include "hub/journal/change_text.h"
#include "hub/resources/area_service.h"
#include "hub/resources/page_text.h"
#include "hub/resources/reach.h"
#include "hub/resources/resource_kinds.h"
#include "hub/resources/scope.h"
#include "hub/resources/stream_change.h"
#include "hub/resources/team.h"
#include "hub/resources/unit_store.h"
#include "hub/store/row_sum.h"

namespace chengyun::hub {

namespace {

/// The team as it follows from its resource. What people said of themselves since stays, unless the
/// resource now says something new.
[[nodiscard]] Unit team_of(const Resource& resource, const std::optional<Resource>& before,
                           std::optional<Unit> team) {
    Unit unit = team ? std::move(*team) : Unit{};
    unit.id = resource.id;
    unit.kind = UnitKind::team;
    unit.name = resource.name;
    unit.area = resource.area;
    unit.place = resource.place;
    unit.resource = resource.id;
    unit.initials = resource.initials;
    if (!team || !before || before->contact != resource.contact)
        unit.contact = resource.contact;
    if (!team || !before || before->state != resource.state)
        unit.state = resource.state == Availability::unavailable ? Availability::unavailable
                                                                 : Availability::available;
    return unit;
}

/// The team that follows from a resource, with its version; none when it has none or it stays as
/// it is.
[[nodiscard]] Result<std::optional<Unit>> team_for(Database& db, const UnitStore& units,
                                                   const Resource& resource,
                                                   const std::optional<Resource>& before) {
    std::optional<Unit> existing;
    if (!before || has_team(resource.layer)) {
        auto found = units.get(db, resource.id);
        if (found)
            existing = std::move(*found);
        else if (found.error().kind != FailureKind::not_found)
            return found.error();
        // Teams have their resource's id: it must not make an office or a department its team.
        if (existing && existing->resource != resource.id)
            return fail(FailureKind::conflict, "id",
                        "a unit, " + existing->name + ", has the id of " + resource.code);
    }
    if (!has_team(resource.layer))
        return std::optional<Unit>();
    auto unit = team_of(resource, before, existing);
    if (existing && unit == *existing)
        return std::optional<Unit>();
    unit.version = resource.version;
    return std::optional(std::move(unit));
}

[[nodiscard]] Result<std::optional<Resource>> existing_of(Database& db, const ResourceStore& store,
                                                          std::string_view id) {
    auto found = store.get(db, id);
    if (found)
        return std::optional(std::move(*found));
    if (found.error().kind == FailureKind::not_found)
        return std::optional<Resource>();
    return found.error();
}

} // namespace

ResourceService::ResourceService(ResourceStore& resources, UnitStore& units,
                                 const AreaService& areas, const Reach& reach)
    : resources_(resources), units_(units), areas_(areas), reach_(reach) {}

Result<std::string> ResourceService::list(Database& db, const Account& account,
                                          const ResourceQuery& query) const {
    if (sees_nothing(account))
        return page_text({});
    auto page = resources_.query(db, account.area, query);
    if (!page)
        return page.error();
    return page_text(page->items, page->next);
}

Result<std::string> ResourceService::get(Database& db, const Account& account,
                                         std::string_view id) const {
    auto resource = resources_.get(db, id);
    if (!resource)
        return resource.error();
    if (!in_scope(account, resource->area) && account.unit != resource->id)
        return fail(FailureKind::not_found, "resource", "no such resource");
    return json::write(*resource);
}

Result<std::string> ResourceService::stream(Database& db, const Account& account,
                                            std::string_view id) const {
    if (account.role == Role::unit)
        return fail(FailureKind::forbidden, {}, "cameras are watched in the centre");
    auto resource = resources_.get(db, id);
    if (!resource)
        return resource.error();
    if (!in_scope(account, resource->area))
        return fail(FailureKind::not_found, "resource", "no such resource");
    if (resource->stream.empty())
        return fail(FailureKind::not_found, "stream", "it has no stream");
    auto who = resources_.sign_ins(db, id);
    if (!who)
        return who.error();
    return json::write(whole_addresses(*resource, std::move(*who)));
}

Result<Answer> ResourceService::put(Transaction& tx, const Account& account, Resource resource) {
    if (!may(account.role, Permission::edit_resources))
        return fail(FailureKind::forbidden, {}, "this role may not edit resources");
    auto& db = tx.database();
    resource.initials = pinyin_initials(resource.name);
    if (auto ok = check(resource); !ok)
        return ok.error();
    auto before = existing_of(db, resources_, resource.id);
    if (!before)
        return before.error();
    if (!*before)
        if (auto ok = check_new_id(resource.id, "id"); !ok)
            return ok.error();
    if (*before && !in_scope(account, (*before)->area))
        return fail(FailureKind::not_found, "resource", "no such resource");
    if (*before && (*before)->layer != resource.layer)
        return fail(FailureKind::invalid_field, "layer", "a resource keeps its layer");
    // A new one has version 0: what is there is not written over by who has not seen it.
    if (resource.version != (*before ? (*before)->version : 0))
        return fail(FailureKind::conflict, "version", "not the present one");
    if (!*before || (*before)->place != resource.place)
        if (auto ok = reach_.place(db, account, resource.place, "place"); !ok)
            return ok.error();
    if (resource.area.empty()) {
        auto area = reach_.area_at(db, account, resource.place);
        if (!area)
            return area.error();
        resource.area = std::move(*area);
    } else if (!*before || (*before)->area != resource.area) {
        if (auto ok = reach_.area(db, account, resource.area, "area"); !ok)
            return ok.error();
    }

    const auto stream = split_stream(db, resources_, resource, *before);
    if (!stream)
        return stream.error();
    resource.version = tx.next_seq();
    resource.updated = tx.now();
    auto team = team_for(db, units_, resource, *before);
    if (!team)
        return team.error();
    ChangeText change;
    const auto json = json::write(resource);
    if (auto done = resources_.put(db, resource, json); !done)
        return done.error();
    change.add<Resource>(json);
    if (*team) {
        const auto team_json = json::write(**team);
        if (auto done = units_.put(db, **team, team_json); !done)
            return done.error();
        change.add<Unit>(team_json);
    }
    if (stream->is_new)
        if (auto done = resources_.put_sign_ins(db, resource.id, stream->sign_ins); !done)
            return done.error();
    if (auto done = note_sums(db, change, {RowKind::resource, RowKind::unit}); !done)
        return done.error();
    const auto actor = actor_of(account);
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = entry_kind::resource_changed;
    entry.entity = "resource";
    entry.id = entry.subject = resource.id;
    if (!resource.area.empty())
        entry.areas.push_back(resource.area);
    if (*before && (*before)->area != resource.area && !(*before)->area.empty())
        entry.areas.push_back((*before)->area);
    if (has_team(resource.layer))
        entry.units.push_back(resource.id);
    const auto text = change.text();
    auto seq = tx.append(std::move(entry), text);
    if (!seq)
        return seq.error();
    return Answer{200, done_text(*seq, text), *seq};
}

Result<Answer> ResourceService::remove(Transaction& tx, const Account& account,
                                       std::string_view id) {
    if (!may(account.role, Permission::edit_resources))
        return fail(FailureKind::forbidden, {}, "this role may not edit resources");
    auto& db = tx.database();
    auto resource = resources_.get(db, id);
    if (!resource)
        return resource.error();
    if (!in_scope(account, resource->area))
        return fail(FailureKind::not_found, "resource", "no such resource");
    if (has_team(resource->layer)) {
        auto committed = units_.is_committed(db, id);
        if (!committed)
            return committed.error();
        if (*committed)
            return fail(FailureKind::conflict, "resource", "its team has open orders");
        if (auto done = units_.remove(db, id); !done)
            return done.error();
    }
    if (auto done = resources_.remove(db, id); !done)
        return done.error();
    const auto actor = actor_of(account);
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = entry_kind::resource_removed;
    entry.entity = "resource";
    entry.id = entry.subject = resource->id;
    if (!resource->area.empty())
        entry.areas.push_back(resource->area);
    if (has_team(resource->layer))
        entry.units.push_back(resource->id);
    ChangeText change;
    change.note("code", resource->code).note("name", resource->name);
    if (auto done = note_sums(db, change, {RowKind::resource, RowKind::unit}); !done)
        return done.error();
    const auto text = change.text();
    auto seq = tx.append(std::move(entry), text);
    if (!seq)
        return seq.error();
    return Answer{200, done_text(*seq, text), *seq};
}

Result<ResourceService::Edition> ResourceService::edition_of(Database& db, Resource resource,
                                                             const std::optional<Resource>& before,
                                                             std::int64_t version,
                                                             Instant now) const {
    Edition edition;
    resource.initials = pinyin_initials(resource.name);
    if (resource.area.empty()) {
        auto area = areas_.containing(db, resource.place);
        if (!area)
            return area.error();
        resource.area = std::move(*area);
        // Where no known area lies, nothing is known against the one that it had.
        if (resource.area.empty() && before)
            resource.area = before->area;
    }
    auto stream = split_stream(db, resources_, resource, before);
    if (!stream)
        return stream.error();
    if (before) {
        resource.id = before->id;
        resource.version = before->version;
        resource.updated = before->updated;
        if (resource == *before && !stream->is_new)
            return edition;
        edition.area_before = before->area;
    } else {
        // The id that its code was given first may be another's meanwhile, whose code was changed.
        auto other = existing_of(db, resources_, resource.id);
        if (!other)
            return other.error();
        if (resource.id.empty() || *other)
            resource.id = new_id(now);
    }
    resource.version = version;
    resource.updated = now;
    auto team = team_for(db, units_, resource, before);
    if (!team)
        return team.error();
    edition.news = before ? Edition::News::updated : Edition::News::inserted;
    if (stream->is_new)
        edition.sign_ins = std::move(stream->sign_ins);
    edition.json = json::write(resource);
    edition.team = std::move(*team);
    if (edition.team)
        edition.team_json = json::write(*edition.team);
    edition.resource = std::move(resource);
    return edition;
}

Result<std::int64_t> ResourceService::stage(Database& db, const Edition& edition) {
    auto row = resources_.stage(db, edition.resource, edition.json);
    if (row && edition.team)
        if (auto done = units_.stage(db, *edition.team, edition.team_json); !done)
            return done.error();
    return row;
}

Result<> ResourceService::unstage(Database& db, Layer layer, const std::string& code) {
    auto id = resources_.unstage(db, layer, code);
    if (!id)
        return id.error();
    return id->empty() ? Result<>() : units_.unstage(db, *id);
}

Result<ResourceService::Counts> ResourceService::upsert(Transaction& tx, const Actor& actor,
                                                        std::span<const Resource> resources,
                                                        const std::string& source) {
    auto& db = tx.database();
    Counts counts;
    std::set<std::string> touched;
    std::set<Layer> layers;
    for (const auto& given : resources) {
        auto before = resources_.find(db, given.layer, given.code);
        if (!before)
            return before.error();
        auto edition = edition_of(db, given, *before, tx.next_seq(), tx.now());
        if (!edition)
            return edition.error();
        if (edition->news == Edition::News::unchanged) {
            ++counts.unchanged;
            continue;
        }
        if (auto done = resources_.put(db, edition->resource, edition->json); !done)
            return done.error();
        if (edition->team)
            if (auto done = units_.put(db, *edition->team, edition->team_json); !done)
                return done.error();
        if (edition->sign_ins)
            if (auto done = resources_.put_sign_ins(db, edition->resource.id, *edition->sign_ins);
                !done)
                return done.error();
        ++(*before ? counts.updated : counts.inserted);
        layers.insert(given.layer);
        touched.insert(edition->area_before);
        touched.insert(edition->resource.area);
    }
    touched.erase(std::string());
    if (auto done = announce(tx, actor, counts, layers, touched, source, RowsSeen::now); !done)
        return done.error();
    return counts;
}

Result<> ResourceService::announce(Transaction& tx, const Actor& actor, const Counts& counts,
                                   const std::set<Layer>& layers,
                                   const std::set<std::string>& areas, const std::string& source,
                                   RowsSeen when) {
    if (counts.inserted + counts.updated == 0)
        return {};
    std::string names;
    for (const auto layer : layers) {
        if (!names.empty())
            names += ' ';
        names += json::name_of(layer);
    }
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = entry_kind::resources_imported;
    entry.entity = "resource";
    entry.areas.assign(areas.begin(), areas.end());
    ChangeText change;
    change.note("inserted", std::to_string(counts.inserted))
        .note("layer", names)
        .note("source", source);
    if (auto done = note_sums(tx.database(), change, {RowKind::resource, RowKind::unit}, when);
        !done)
        return done;
    change.note("unchanged", std::to_string(counts.unchanged))
        .note("updated", std::to_string(counts.updated));
    if (auto appended = tx.append(std::move(entry), change.text()); !appended)
        return appended.error();
    return {};
}

} // namespace chengyun::hub
