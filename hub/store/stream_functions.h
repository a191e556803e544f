// What moves users and passwords of cameras out of resources that were stored with them.
#pragma once

#include "core/resource/stream_address.h"
#include "core/result.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;

/// A stored resource's JSON in two: its text as everybody may see it, and the sign-in its `stream`
/// had. A text that holds none, or that is no resource, comes back as it was. An address that
/// cannot be read loses everything before its last "@".
struct StreamParts {
    std::string json;
    StreamSignIn sign_in;
};
[[nodiscard]] StreamParts stream_parts(std::string_view resource_json);

/// Gives the connection the functions stream_user(json), stream_password(json) and
/// without_stream_sign_in(json), which migration 0010 uses.
[[nodiscard]] Result<> add_stream_functions(Database& db);

} // namespace chengyun::hub
