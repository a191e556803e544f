// Areas: the set in use, and which area a place lies in.
#pragma once

#include "core/account/account.h"
#include "core/area/area.h"
#include "core/unit/unit.h"
#include "hub/resources/area_store.h"
#include "hub/store/row_sum.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace chengyun::hub {

class UnitStore;
class AreaIndex;

/// Reading: any thread with its own connection. Writing: only inside a Transaction.
class AreaService {
public:
    AreaService(AreaStore& areas, UnitStore& units);
    ~AreaService();

    /// What GET /areas answers: {items} without rings, within the caller's scope.
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account) const;
    /// What GET /areas/{code} answers: the area with its rings. not_found outside the scope.
    [[nodiscard]] Result<std::string> get(Database& db, const Account& account,
                                          std::string_view code) const;

    /// The code of the smallest area whose rings contain the place. Only when no area at all has
    /// rings, the area of the finest level whose centre is nearest, at most 20 km away: a guess is
    /// better than nothing for a district known only by centres, and worse than nothing beside real
    /// borders. Empty when no area contains it.
    [[nodiscard]] Result<std::string> containing(Database& db, Place place) const;
    /// The index of the areas as `db` sees them: inside a transaction that changed them, its own.
    [[nodiscard]] Result<std::shared_ptr<const AreaIndex>> index(Database& db) const;

    struct Counts {
        std::int64_t inserted = 0, updated = 0, unchanged = 0, removed = 0;
    };
    /// Inserts and updates by code; with `replace_all`, areas not in the set are removed, except
    /// those whose office still has open orders. A missing parent is taken from the code, whether
    /// that area is known or not. Each district, street and community gets its office unit
    /// (office_unit_id). One journal entry `areas.imported` without after-images when anything
    /// changed. `source` goes into its note.
    [[nodiscard]] Result<Counts> put(Transaction& tx, const Actor& actor,
                                     std::span<const Area> areas, bool replace_all,
                                     const std::string& source = {});

    /// An area as it will be stored with its office, made beforehand on any thread.
    struct Edition {
        enum class News { unchanged, inserted, updated };
        News news = News::unchanged; ///< unchanged: nothing to store
        std::string code;
        AreaText text;
        std::optional<Unit> office; ///< none: a city
        std::string office_json;
    };
    /// What put() makes of one area, from what `db` sees. `version` is EditionStore::next_version.
    /// `index` names the area in a failure.
    [[nodiscard]] Result<Edition> edition_of(Database& db, const Area& area, std::size_t index,
                                             std::int64_t version) const;
    /// Into the open edition (EditionStore).
    [[nodiscard]] Result<> stage(Database& db, const Edition& edition);
    [[nodiscard]] Result<> unstage(Database& db, const std::string& code);
    /// The entry `areas.imported`, and that areas have changed; nothing when none has. It says what
    /// the rows come to: those that are seen now, or once the open edition is shown.
    [[nodiscard]] Result<> announce(Transaction& tx, const Actor& actor, const Counts& counts,
                                    const std::set<std::string>& areas, const std::string& source,
                                    RowsSeen when = RowsSeen::once_shown);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The id of the office unit of an area: the same for ever, made from the code.
[[nodiscard]] std::string office_unit_id(std::string_view code12);

} // namespace chengyun::hub
