// The answers of commands that were carried out, by their key, so that a repetition gets the first
// one (docs/api.md, idempotency). Inside the transaction of the command; the writer thread only.
#pragma once

#include "core/result.h"
#include "hub/store/writer.h"

#include <optional>

namespace chengyun::hub {

class Database;

/// What the command of this key was answered, if it has been; `key_reused` when the key belongs to
/// another command or account.
[[nodiscard]] Result<std::optional<Answer>> find_answer(Database& db, const CommandKey& key);
[[nodiscard]] Result<> keep_answer(Database& db, const CommandKey& key, const Answer& answer);

} // namespace chengyun::hub
