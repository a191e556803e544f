// Keeps the answer to each command under the command's key. A client that sends the command again
// gets the same answer (docs/api.md, idempotency). Answers are written in the command's own
// transaction, on the writer thread. Any connection may look for one.
#pragma once

#include "core/result.h"
#include "hub/store/writer.h"

#include <optional>

namespace chengyun::hub {

class Database;
class Findings;

/// The answer that was kept under this key, or nothing when no such command was carried out. Fails
/// with key_reused when the key belongs to another command or another account. Fails with expired
/// when answers to keys as old as this one have been forgotten: nobody knows any more whether the
/// command was carried out.
[[nodiscard]] Result<std::optional<Answer>> find_answer(Database& db, const CommandKey& key);
[[nodiscard]] Result<> keep_answer(Database& db, const CommandKey& key, const Answer& answer);
/// Forgets at most `limit` answers, the oldest first. A key is a UUIDv7 and holds the time at which
/// it was made; only keys made before `before` are forgotten. Keys sort by that time, so the
/// forgotten rows are one range at the start of the table.
[[nodiscard]] Result<> forget_answers(Database& db, Instant before, std::int64_t limit);

/// Reports every kept answer that refers to a journal entry which is not there.
[[nodiscard]] Result<> check_answers(Database& db, Findings& findings);

} // namespace chengyun::hub
