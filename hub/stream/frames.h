// The stream's frames as text, and the one that comes next for somebody who asks by request.
#pragma once

#include "core/account/account.h"
#include "core/journal/position.h"
#include "core/result.h"
#include "hub/journal/journal_kinds.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;

/// `entries` are the texts of entries, with commas between them. With `more` the journal goes on
/// after `head`, and the next frame is worth asking for at once.
[[nodiscard]] std::string entries_frame(std::int64_t after, const JournalPosition& head,
                                        std::string_view entries, bool more = false);
[[nodiscard]] std::string reload_frame(const JournalPosition& head);

/// What the stream would tell an account that has everything up to `from`, in one frame: the
/// entries after it that the account may see, or that it has to reload. It has to when it is more
/// than `window` entries behind, ahead of the journal, or knows another journal. Without `from` the
/// frame says where the journal ends. Any connection.
[[nodiscard]] Result<std::string> next_frame(Database& db, const JournalKinds& kinds,
                                             const Account& account,
                                             const std::optional<JournalPosition>& from,
                                             std::int64_t window);

} // namespace chengyun::hub
