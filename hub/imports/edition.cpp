#include "hub/imports/edition.h"

#include "hub/imports/import_map.h"
#include "hub/imports/known_keys.h"
#include "hub/imports/merge.h"
#include "hub/resources/area_store.h"
#include "hub/resources/resource_store.h"
#include "hub/resources/stream_change.h"

#include <utility>

namespace chengyun::hub {

namespace {

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

} // namespace

Result<bool> is_unchanged(Database& db, const ResourceStore& store, Resource edition,
                          const std::optional<Resource>& stored) {
    if (!stored)
        return false;
    const auto stream = split_stream(db, store, edition, stored);
    if (!stream)
        return stream.error();
    return !stream->is_new && is_same(std::move(edition), *stored);
}

Result<std::optional<Area>> stored_area(const AreaStore& store, Database& db,
                                        const std::string& code) {
    auto area = store.get(db, code);
    if (area)
        return std::optional<Area>(std::move(*area));
    if (area.error().kind == FailureKind::not_found)
        return std::optional<Area>();
    return area.error();
}

Result<Beside<Resource>> resource_beside(Database& db, const PreparedImport& prepared,
                                         std::size_t index, const ImportTarget& target,
                                         KnownKeys& known) {
    Beside<Resource> out;
    out.edition = prepared.resources[index];
    auto stored = stored_resource(target.resource_store, db, out.edition, prepared.source);
    if (!stored)
        return stored.error();
    out.stored = std::move(*stored);
    if (!out.stored)
        return out;
    out.edition.code = out.stored->code;
    out.edition = merged(std::move(out.edition), *out.stored, prepared.told[index]);
    auto may = known.look(db, index, out.edition, *out.stored);
    if (!may)
        return may.error();
    out.is_refused = !*may;
    return out;
}

Result<Beside<Area>> area_beside(Database& db, const PreparedImport& prepared, std::size_t index,
                                 const ImportTarget& target, KnownKeys& known) {
    Beside<Area> out;
    out.edition = prepared.areas[index];
    auto stored = stored_area(target.area_store, db, out.edition.code);
    if (!stored)
        return stored.error();
    out.stored = std::move(*stored);
    if (!out.stored)
        return out;
    out.edition = merged(std::move(out.edition), *out.stored);
    auto may = known.look(db, index, out.edition, *out.stored);
    if (!may)
        return may.error();
    out.is_refused = !*may;
    return out;
}

} // namespace chengyun::hub
