// Where the links and sessions of guests are kept: their hashes only.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;
class Findings;

struct GuestKey {
    std::string hash; ///< of the link's secret, or of the session that was opened with it
    std::string consult, member;
    std::string name; ///< what the chair wrote
    bool opened = false;
    Instant expires{};
};

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class GuestStore {
public:
    virtual ~GuestStore() = default;

    [[nodiscard]] virtual Result<std::optional<GuestKey>> find(Database& db,
                                                               std::string_view hash) const = 0;
    /// Links that have not been opened and are not over.
    [[nodiscard]] virtual Result<std::int64_t> open_links(Database& db, std::string_view consult,
                                                          Instant now) const = 0;
    virtual Result<> add(Database& db, const GuestKey& key) = 0;
    virtual Result<> remove(Database& db, std::string_view hash) = 0;
    virtual Result<> remove_member(Database& db, std::string_view consult,
                                   std::string_view member) = 0;
    virtual Result<> remove_all(Database& db, std::string_view consult) = 0;
    virtual Result<> remove_expired(Database& db, Instant now) = 0;
    /// Says how many there are: they stand in no entry.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;
};

[[nodiscard]] std::unique_ptr<GuestStore> make_sqlite_guest_store();

} // namespace chengyun::hub
