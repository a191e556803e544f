// The journal as accounts read it: pages of what they may see. A page ends after `limit` entries
// that were looked at, so that an account that sees little does not make the hub read everything.
#pragma once

#include "core/account/account.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;
class JournalKinds;

/// {"items":[Entry…],"head":H,"next":N}: after entry `from`, and where the next page begins. `head`
/// is the newest entry known to be on disk. Without `next` there is none after `from`.
[[nodiscard]] Result<std::string> journal_page(Database& db, const JournalKinds& kinds,
                                               const Account& account, std::int64_t from,
                                               std::size_t limit, std::int64_t head);

/// {"items":[Entry…],"next":N}: those that belong to one subject, after entry `from`. Without
/// `next` this is the last page.
[[nodiscard]] Result<std::string> timeline_page(Database& db, const JournalKinds& kinds,
                                                const Account& account, std::string_view subject,
                                                std::int64_t from, std::size_t limit);

} // namespace chengyun::hub
