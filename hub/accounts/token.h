// Secrets that stand for somebody: session tokens and one-time links. The hub stores only their
// hash, so that a stolen database opens no session.
#pragma once

#include <string>
#include <string_view>

namespace chengyun::hub {

/// Must have succeeded before anything else here is used; false when there is no random source.
[[nodiscard]] bool start_secrets();

/// 256 random bits as 43 characters that need no escaping in addresses and headers. Any thread.
[[nodiscard]] std::string new_token();
/// `length` characters that are easy to read aloud and to type, for generated passwords.
[[nodiscard]] std::string new_password(std::size_t length = 14);
/// SHA-256 in lower-case hex; under it a token is stored and found. Any thread.
[[nodiscard]] std::string token_hash(std::string_view token);

} // namespace chengyun::hub
