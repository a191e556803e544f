// What accounts and sessions leave in the journal, and the answer to a change of an account.
#pragma once

#include "core/account/account.h"
#include "core/journal/entry.h"
#include "hub/store/writer.h"

#include <map>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// The hub itself, where nobody is signed in.
inline const Actor the_system{"system", "system"};

[[nodiscard]] Entry draft(const Actor& actor, std::string_view kind, std::string entity,
                          std::string id, std::map<std::string, std::string> note);
/// Everything of the account that is no secret.
[[nodiscard]] std::map<std::string, std::string> note_of(const Account& account);
/// What entries call a session: not the whole hash, which stands for the token.
[[nodiscard]] std::string session_name(std::string_view hash);
[[nodiscard]] Answer done_answer(std::int64_t seq, const std::map<std::string, std::string>& note,
                                 int status = 200);

} // namespace chengyun::hub
