// Where links and rules are kept.
#pragma once

#include "core/linkage/linkage_codec.h"
#include "core/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class DeadlineStore;
class Findings;

/// Stateless; any thread with its own connection. Writing only inside a Transaction. `json` is what
/// the codec makes of the value; it is put in place of the one with its key, or is new.
class LinkageStore {
public:
    /// Of every wall that has had any, by wall.
    [[nodiscard]] Result<std::vector<WallLinks>> all(Database& db) const;
    /// None yet: empty ones.
    [[nodiscard]] Result<WallLinks> links(Database& db, std::string_view wall) const;
    Result<> put(Database& db, const WallLinks& links, std::string_view json);
    Result<> remove_links(Database& db, std::string_view wall);

    /// By id.
    [[nodiscard]] Result<std::vector<LinkageRule>> rules(Database& db) const;
    [[nodiscard]] Result<std::optional<LinkageRule>> rule(Database& db, std::string_view id) const;
    Result<> put(Database& db, const LinkageRule& rule, std::string_view json);
    Result<> remove_rule(Database& db, std::string_view id);

    /// The number of the last journal entry that has been followed.
    [[nodiscard]] Result<std::int64_t> cursor(Database& db) const;
    Result<> put_cursor(Database& db, std::int64_t seq);

    /// Compares every row with the journal, and the pending deadlines with the links. In one read
    /// transaction of the caller's.
    [[nodiscard]] Result<> check(Database& db, const DeadlineStore& deadlines,
                                 Findings& findings) const;
};

} // namespace chengyun::hub
