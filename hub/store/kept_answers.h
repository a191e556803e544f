// The answers of commands that were carried out, by their key, so that a repetition gets the first
// one (docs/api.md, idempotency). Inside the transaction of the command on the writer thread;
// looking is for any connection.
#pragma once

#include "core/result.h"
#include "hub/store/writer.h"

#include <optional>

namespace chengyun::hub {

class Database;
class Findings;

/// What the command of this key was answered, if it has been; `key_reused` when the key belongs to
/// another command or account, and with expired when a key this old or newer has been forgotten.
[[nodiscard]] Result<std::optional<Answer>> find_answer(Database& db, const CommandKey& key);
[[nodiscard]] Result<> keep_answer(Database& db, const CommandKey& key, const Answer& answer);
/// Forgets at most `limit` answers, of the oldest keys that were made before `before` by the time
/// in them. Keys sort by that time, so this is one range at the start of the table.
[[nodiscard]] Result<> forget_answers(Database& db, Instant before, std::int64_t limit);

/// Does every answer that is an entry's have its entry?
[[nodiscard]] Result<> check_answers(Database& db, Findings& findings);

} // namespace chengyun::hub
