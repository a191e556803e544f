// A prepared row beside what the store already knows: what it becomes there.
#pragma once

#include "hub/imports/import.h"

#include <cstddef>
#include <optional>

namespace chengyun::hub {

class Database;
class KnownKeys;

template <class T>
struct Beside {
    T edition;               ///< merged with what is stored, ready to be put
    std::optional<T> stored; ///< none: it is new
    bool is_refused = false; ///< told to KnownKeys' report
};

/// The row at `index` of the resources. `known` is shown it.
[[nodiscard]] Result<Beside<Resource>> resource_beside(Database& db, const PreparedImport& prepared,
                                                       std::size_t index,
                                                       const ImportTarget& target,
                                                       KnownKeys& known);
/// The row at `index` of the areas.
[[nodiscard]] Result<Beside<Area>> area_beside(Database& db, const PreparedImport& prepared,
                                               std::size_t index, const ImportTarget& target,
                                               KnownKeys& known);
/// Whether storing the edition would leave all as it is, its camera's sign-in too.
[[nodiscard]] Result<bool> is_unchanged(Database& db, const ResourceStore& store, Resource edition,
                                        const std::optional<Resource>& stored);
/// None when there is none.
[[nodiscard]] Result<std::optional<Area>> stored_area(const AreaStore& store, Database& db,
                                                      const std::string& code);

} // namespace chengyun::hub
