// Requests that two programs could take for two different ones: where a request ends, and for whom
// it is, must not depend on who reads it.
#pragma once

#include "core/result.h"

#include <drogon/HttpRequest.h>

#include <type_traits>
#include <utility>

namespace chengyun::hub {

/// Names in lower case; of several lines of one name the first.
using Headers = std::remove_cvref_t<decltype(std::declval<drogon::HttpRequest>().headers())>;

/// What can be judged by the headers as the server library has read them: a name that is none
/// (`Transfer-Encoding :`, a folded line), a length beside a transfer coding, a length that is no
/// number, and no Host where HTTP/1.1 wants one. `malformed`. What the library does not show stands
/// in docs/security.md.
[[nodiscard]] Result<> check_framing(const Headers& headers, bool needs_host);

} // namespace chengyun::hub
