// The journal as people look things up in it: the newest first, by what happened, by whom and when.
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chengyun::hub {

class Database;
class JournalKinds;

struct JournalSearch {
    /// Kinds ("alarm.taken"), or what stands before the dot of several ("alarm"); none: all.
    std::vector<std::string> kinds;
    /// A part of the actor's name, in whatever case its Latin letters are, or the actor's id.
    std::string who;
    std::optional<Instant> since; ///< this moment and later
    std::optional<Instant> until; ///< before this moment
    /// Entries with smaller numbers: the `next` of the page before. None: from the newest on.
    std::optional<std::int64_t> before;
    std::size_t limit = 50;
};

/// So many entries are looked at for one page: what is rare does not make the hub read everything.
inline constexpr std::int64_t most_entries_searched = 10'000;
/// A page ends with the entry that makes it larger: a handover sheet may have 100 KB.
inline constexpr std::size_t most_bytes_a_page = 1'000'000;

/// The number of the first entry at `moment` or later, of those up to `last`; `last` + 1 where
/// there is none. By halving, so that time must go on with the numbers.
[[nodiscard]] Result<std::int64_t> first_entry_at(Database& db, Instant moment, std::int64_t last);

/// {"items":[Entry…],"next":N}: those of the entries sought that the account may see. There may be
/// fewer than `limit`, or none, and still a next page; without `next` there is nothing older.
///
/// Moments are found by the numbers of the entries, for time goes on with them. Where the hub's
/// clock was put back it does not, and an entry may be missing on the day on which that was done.
[[nodiscard]] Result<std::string> journal_search_page(Database& db, const JournalKinds& kinds,
                                                      const Account& account,
                                                      const JournalSearch& search);

} // namespace chengyun::hub
