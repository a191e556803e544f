#include "hub/resources/resource_service.h"

#include "core/id/uuid.h"
#include "core/wire/codecs.h"
#include "hub/journal/change_text.h"
#include "hub/resources/area_service.h"
#include "hub/resources/page_text.h"
#include "hub/resources/reach.h"
#include "hub/resources/scope.h"
#include "hub/resources/stream_change.h"
#include "hub/resources/team.h"
#include "hub/resources/unit_store.h"
#include "hub/text/pinyin.h"

#include <optional>
#include <set>

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

/// Writes a resource and its team with the version of the coming entry. The texts of what changed
/// go into `change` when there is one.
Result<> store(Transaction& tx, ResourceStore& resources, UnitStore& units,
               const Resource& resource, const std::optional<Resource>& before,
               ChangeText* change) {
    auto& db = tx.database();
    std::optional<Unit> existing;
    if (!before || has_team(resource.layer)) {
        auto found = units.get(db, resource.id);
        if (found)
            existing = std::move(*found);
        else if (found.error().kind != FailureKind::not_found)
            return found.error();
        // Teams have their resource's id: it must not make an office or a department its team.
        if (existing && existing->resource != resource.id)
            return fail(FailureKind::conflict, "id", "a unit has this id");
    }
    const auto json = json::write(resource);
    if (auto done = resources.put(db, resource, json); !done)
        return done;
    if (change)
        change->resource(json);
    if (!has_team(resource.layer))
        return {};
    auto unit = team_of(resource, before, existing);
    if (existing && unit == *existing)
        return {};
    unit.version = resource.version;
    const auto text = json::write(unit);
    if (auto done = units.put(db, unit, text); !done)
        return done;
    if (change)
        change->unit(text);
    return {};
}

/// What GET /resources/{id}/stream answers.
struct Stream {
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Stream, (), (address))

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
    auto who = resources_.sign_in(db, id);
    if (!who)
        return who.error();
    return json::write(Stream{text_of({resource->stream, std::move(*who), false})});
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
    ChangeText change;
    if (auto done = store(tx, resources_, units_, resource, *before, &change); !done)
        return done.error();
    if (stream->is_new)
        if (auto done = resources_.put_sign_in(db, resource.id, stream->sign_in); !done)
            return done.error();
    const auto actor = actor_of(account);
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = "resource.changed";
    entry.entity = "resource";
    entry.id = resource.id;
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
    entry.kind = "resource.removed";
    entry.entity = "resource";
    entry.id = resource->id;
    if (!resource->area.empty())
        entry.areas.push_back(resource->area);
    if (has_team(resource->layer))
        entry.units.push_back(resource->id);
    ChangeText change;
    change.note("code", resource->code).note("name", resource->name);
    const auto text = change.text();
    auto seq = tx.append(std::move(entry), text);
    if (!seq)
        return seq.error();
    return Answer{200, done_text(*seq, text), *seq};
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
        Resource resource = given;
        resource.initials = pinyin_initials(resource.name);
        if (resource.area.empty()) {
            auto area = areas_.containing(db, resource.place);
            if (!area)
                return area.error();
            resource.area = std::move(*area);
            // Where no known area lies, nothing is known against the one that it had.
            if (resource.area.empty() && *before)
                resource.area = (*before)->area;
        }
        const auto stream = split_stream(db, resources_, resource, *before);
        if (!stream)
            return stream.error();
        if (*before) {
            resource.id = (*before)->id;
            resource.version = (*before)->version;
            resource.updated = (*before)->updated;
            if (resource == **before && !stream->is_new) {
                ++counts.unchanged;
                continue;
            }
            if (!(*before)->area.empty())
                touched.insert((*before)->area);
        } else if (resource.id.empty()) {
            resource.id = new_id(tx.now());
        }
        resource.version = tx.next_seq();
        resource.updated = tx.now();
        if (auto done = store(tx, resources_, units_, resource, *before, nullptr); !done)
            return done.error();
        if (stream->is_new)
            if (auto done = resources_.put_sign_in(db, resource.id, stream->sign_in); !done)
                return done.error();
        ++(*before ? counts.updated : counts.inserted);
        layers.insert(resource.layer);
        if (!resource.area.empty())
            touched.insert(resource.area);
    }
    if (counts.inserted + counts.updated == 0)
        return counts;

    std::string names;
    for (const auto layer : layers) {
        if (!names.empty())
            names += ' ';
        names += json::name_of(layer);
    }
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = "resources.imported";
    entry.entity = "resource";
    entry.areas.assign(touched.begin(), touched.end());
    ChangeText change;
    change.note("inserted", std::to_string(counts.inserted))
        .note("layer", names)
        .note("source", source)
        .note("unchanged", std::to_string(counts.unchanged))
        .note("updated", std::to_string(counts.updated));
    if (auto appended = tx.append(std::move(entry), change.text()); !appended)
        return appended.error();
    return counts;
}

} // namespace chengyun::hub
