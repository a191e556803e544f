// Where units are kept.
#pragma once

#include "core/result.h"
#include "core/unit/unit.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

struct UnitQuery {
    std::string area;        ///< 12-digit code: this area and below
    std::string text;        ///< part of name or pinyin initials; case is ignored
    std::size_t limit = 500; ///< 1 … 5000
    std::string after;       ///< `next` of the page before
};

/// What issuing an order needs of a recipient, without decoding the whole unit.
struct UnitHead {
    std::string name;
    std::string area;
    Availability state = Availability::available;
};

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class UnitStore {
public:
    virtual ~UnitStore() = default;

    [[nodiscard]] virtual Result<Unit> get(Database& db, std::string_view id) const = 0;
    [[nodiscard]] virtual Result<UnitHead> head(Database& db, std::string_view id) const = 0;
    struct Page {
        std::vector<std::string> items; ///< JSON texts
        std::string next;               ///< empty on the last page
    };
    /// As ResourceStore::query: in no order that means anything.
    [[nodiscard]] virtual Result<Page> query(Database& db, std::string_view scope,
                                             const UnitQuery& query) const = 0;
    using Each = std::function<void(std::string_view json)>;
    [[nodiscard]] virtual Result<> each(Database& db, std::string_view scope,
                                        const Each& visit) const = 0;

    virtual Result<> put(Database& db, const Unit& unit, std::string_view json) = 0;
    virtual Result<> remove(Database& db, std::string_view id) = 0;
    /// Of the open edition (EditionStore): stored for when it is shown, in place of the one with
    /// the same id.
    virtual Result<> stage(Database& db, const Unit& unit, std::string_view json) = 0;
    /// Forgets what was staged under this id.
    virtual Result<> unstage(Database& db, std::string_view id) = 0;
    /// Has it assignments that are still somebody's work?
    [[nodiscard]] virtual Result<bool> is_committed(Database& db, std::string_view id) const = 0;
    /// Compares every row with the journal, and what is searched by with the row. In one read
    /// transaction of the caller's. What an import brought cannot be compared: its entry has no
    /// rows.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;
    /// Ids of all that have, each once or more often.
    using EachId = std::function<void(std::string_view id)>;
    [[nodiscard]] virtual Result<> each_committed(Database& db, const EachId& visit) const = 0;
};

} // namespace chengyun::hub
