// The journal's stored form, its hash chain, and reading it back.
#pragma once

#include "core/journal/entry.h"
#include "core/journal/position.h"
#include "core/result.h"
#include "hub/journal/journal_kinds.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Conditions;
class Database;

/// An entry as committed: what is needed to decide who sees it, and its JSON text, made once and
/// shared by every seat it is sent to.
struct StoredEntry {
    std::int64_t seq = 0;
    std::string kind;
    EntryRule rule; ///< of its kind
    std::vector<std::string> areas;
    std::vector<std::string> units;
    std::string json; ///< the whole Entry, with `previous` and `hash`
};
using StoredEntryPtr = std::shared_ptr<const StoredEntry>;

/// Codes or ids as the columns `areas` and `units` of the journal hold them.
[[nodiscard]] std::string joined(const std::vector<std::string>& items);

/// SM3 in lower-case hex. Any thread.
[[nodiscard]] std::string sm3_hex(std::string_view bytes);

/// 64 hex digits in lower case: what an entry's hash looks like.
[[nodiscard]] bool is_chain_hash(std::string_view text);

/// docs/api.md, "Hash chain". `body` is the JSON text without `previous` and `hash`.
[[nodiscard]] std::string chain_hash(std::string_view previous, std::string_view body);

/// True when this account may see the entry.
[[nodiscard]] bool may_see(const Account& account, const StoredEntry& entry);

/// Entries with seq > after, oldest first, at most `limit`. Any connection.
[[nodiscard]] Result<std::vector<StoredEntryPtr>>
read_journal(Database& db, const JournalKinds& kinds, std::int64_t after, std::size_t limit);
/// The same of those that belong to one subject.
[[nodiscard]] Result<std::vector<StoredEntryPtr>>
read_timeline(Database& db, const JournalKinds& kinds, std::string_view subject,
              std::int64_t after = 0, std::size_t limit = SIZE_MAX);
/// Those of which `where` holds, the newest first, until `visit` says no. In `where` the journal is
/// `j`.
[[nodiscard]] Result<> each_entry_back(Database& db, const JournalKinds& kinds,
                                       const Conditions& where,
                                       const std::function<bool(const StoredEntryPtr&)>& visit);

/// Where the journal ends, as `db` sees it. `corrupt` when it does not say.
[[nodiscard]] Result<JournalPosition> journal_end(Database& db);
/// Writes that place again as it is. It changes nothing, but goes through a page that must reach
/// the disk: an UPDATE to the same values would write none, and an empty transaction commits on a
/// full disk too. Only inside a Transaction.
[[nodiscard]] Result<> rewrite_journal_end(Database& db);

struct ChainReport {
    std::int64_t entries = 0;
    /// seq of the first entry whose hash, link or number is wrong, with the reason; none when
    /// intact.
    std::optional<std::int64_t> broken_at;
    std::string reason;
};
/// Recomputes the whole chain over the stored text.
[[nodiscard]] Result<ChainReport> verify_chain(Database& db);
/// The same inside a read transaction of the caller's.
[[nodiscard]] Result<ChainReport> verify_chain_here(Database& db);

} // namespace chengyun::hub
