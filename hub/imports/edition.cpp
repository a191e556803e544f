#include "hub/imports/edition.h"

#include "hub/imports/import_map.h"
#include "hub/imports/known_keys.h"
#include "hub/imports/merge.h"
#include "hub/resources/area_store.h"
#include "hub/resources/resource_store.h"
#include "hub/resources/stream_change.h"

#include <optional>
#include <utility>

namespace chengyun::hub {

namespace {

Result<std::optional<Area>> stored_area(const AreaStore& store, Database& db,
                                        const std::string& code) {
    auto area = store.get(db, code);
    if (area)
        return std::optional<Area>(std::move(*area));
    if (area.error().kind == FailureKind::not_found)
        return std::optional<Area>();
    return area.error();
}

/// The stored resource that the edition is of. A list that has been given a source of its own since
/// finds its things under their bare keys, as long as they are plainly the same.
Result<std::optional<Resource>> stored_resource(const ResourceStore& store, Database& db,
                                                const Resource& edition,
                                                const std::string& source) {
    auto stored = store.find(db, edition.layer, edition.code);
    if (!stored || *stored || source.empty())
        return stored;
    stored = store.find(db, edition.layer, edition.code.substr(code_in(source, {}).size()));
    if (stored && *stored &&
        ((*stored)->name != edition.name || !is_same_place((*stored)->place, edition.place)))
        stored->reset();
    return stored;
}

/// What storing the edition would leave as it is, its camera's sign-in too.
Result<bool> is_unchanged(Database& db, const ResourceStore& store, Resource edition,
                          const std::optional<Resource>& stored) {
    if (!stored)
        return false;
    const auto stream = split_stream(db, store, edition, stored);
    if (!stream)
        return stream.error();
    return !stream->is_new && is_same(std::move(edition), *stored);
}

void count(Edition& edition, bool is_known, bool is_unchanged) {
    ++(!is_known ? edition.inserted : is_unchanged ? edition.unchanged : edition.updated);
}

} // namespace

Result<Edition> edition_of(Database& db, const PreparedImport& prepared, const ImportTarget& target,
                           ImportReport& report) {
    Edition out;
    KnownKeys known(prepared, target.unit_store, report);
    out.resources.reserve(prepared.resources.size());
    for (std::size_t i = 0; i < prepared.resources.size(); ++i) {
        auto resource = prepared.resources[i];
        auto stored = stored_resource(target.resource_store, db, resource, prepared.source);
        if (!stored)
            return stored.error();
        if (*stored) {
            resource.code = (*stored)->code;
            resource = merged(std::move(resource), **stored, prepared.told[i]);
            auto may = known.look(db, i, resource, **stored);
            if (!may)
                return may.error();
            if (!*may)
                continue;
        }
        const auto same = is_unchanged(db, target.resource_store, resource, *stored);
        if (!same)
            return same.error();
        count(out, stored->has_value(), *same);
        out.resources.push_back(std::move(resource));
    }
    for (const auto& parent : prepared.parents) {
        auto stored = stored_area(target.area_store, db, parent.code);
        if (!stored)
            return stored.error();
        if (!*stored)
            out.parents.push_back(parent);
    }
    out.areas.reserve(prepared.areas.size());
    for (std::size_t i = 0; i < prepared.areas.size(); ++i) {
        auto area = prepared.areas[i];
        auto stored = stored_area(target.area_store, db, area.code);
        if (!stored)
            return stored.error();
        if (*stored) {
            area = merged(std::move(area), **stored);
            auto may = known.look(db, i, area, **stored);
            if (!may)
                return may.error();
            if (!*may)
                continue;
        }
        count(out, stored->has_value(), stored->has_value() && area == **stored);
        out.areas.push_back(std::move(area));
    }
    known.tell();
    report.taken = static_cast<std::int64_t>(out.resources.size() + out.areas.size());
    return out;
}

} // namespace chengyun::hub
