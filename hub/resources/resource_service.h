// Resources and their teams: what the interface's /resources and imports do.
#pragma once

#include "core/account/account.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"
#include "hub/resources/resource_store.h"
#include "hub/store/row_sum.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace chengyun::hub {

class AreaService;
class Reach;
class UnitStore;

/// Reading: any thread with its own connection. Writing: only inside a Transaction.
class ResourceService {
public:
    ResourceService(ResourceStore& resources, UnitStore& units, const AreaService& areas,
                    const Reach& reach);

    /// What GET /resources answers: {items, next?}, within the caller's scope.
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account,
                                           const ResourceQuery& query) const;
    /// What GET /resources/{id} answers. not_found outside the scope.
    [[nodiscard]] Result<std::string> get(Database& db, const Account& account,
                                          std::string_view id) const;

    /// What GET /resources/{id}/stream answers: {address}, with user and password. not_found
    /// outside the scope and where there is none; forbidden for units' accounts, which are
    /// telephones in the field. A secret: it goes into no journal, log or cache.
    [[nodiscard]] Result<std::string> stream(Database& db, const Account& account,
                                             std::string_view id) const;

    /// PUT: creates or replaces by `resource.id`. The hub fills `initials`, `version`, `updated`,
    /// and `area` from the place when it is empty. Area and place must be within the account's
    /// reach where they are new. A non-zero `version` must be the stored one,
    /// else `conflict` (somebody else was first). Shelters, rescue forces and supplies get their
    /// team unit. User and password in `stream` are kept apart (hub/resources/stream_change.h).
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, Resource resource);
    /// DELETE: `conflict` while its team has open assignments.
    [[nodiscard]] Result<Answer> remove(Transaction& tx, const Account& account,
                                        std::string_view id);

    struct Counts {
        std::int64_t inserted = 0, updated = 0, unchanged = 0;
    };
    /// For imports: inserts or updates by (layer, code); an existing one keeps its id. Resources
    /// must have passed core's check(). An empty `id` is given one. `area` is looked up when empty,
    /// and taken as it is when not: a list of resources may come before the list of areas.
    /// One journal entry `resources.imported` without after-images when anything changed, its note
    /// the counts, layer and `source`. All in one transaction: for a few thousand at most.
    [[nodiscard]] Result<Counts> upsert(Transaction& tx, const Actor& actor,
                                        std::span<const Resource> resources,
                                        const std::string& source = {});

    /// A resource as it will be stored with its team, made beforehand on any thread.
    struct Edition {
        enum class News { unchanged, inserted, updated };
        News news = News::unchanged; ///< unchanged: nothing to store
        Resource resource;
        std::string json;
        std::optional<Unit> team; ///< none: it has none, or nothing new
        std::string team_json;
        std::string area_before;
        std::optional<StreamSignIns> sign_ins; ///< when they are to be others; not stage()'s
    };
    /// What upsert() makes of one resource, from what `db` sees: `before` is what ResourceStore
    /// finds under its layer and code. `version` is EditionStore::next_version or the coming
    /// entry's number. `conflict` when its id is that of a unit that is not its team.
    [[nodiscard]] Result<Edition> edition_of(Database& db, Resource resource,
                                             const std::optional<Resource>& before,
                                             std::int64_t version, Instant now) const;
    /// Into the open edition (EditionStore); the row's number, for ResourceStore::stage_box.
    [[nodiscard]] Result<std::int64_t> stage(Database& db, const Edition& edition);
    [[nodiscard]] Result<> unstage(Database& db, Layer layer, const std::string& code);
    /// The entry `resources.imported`; nothing when nothing changed. It says what the rows come to:
    /// those that are seen now, or those that will be once the open edition is shown.
    [[nodiscard]] Result<> announce(Transaction& tx, const Actor& actor, const Counts& counts,
                                    const std::set<Layer>& layers,
                                    const std::set<std::string>& areas, const std::string& source,
                                    RowsSeen when = RowsSeen::once_shown);

private:
    ResourceStore& resources_;
    UnitStore& units_;
    const AreaService& areas_;
    const Reach& reach_;
};

} // namespace chengyun::hub
