// An answer before it becomes Drogon's, and how failures become one (RFC 9457).
#pragma once

#include "core/result.h"
#include "hub/store/writer.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chengyun::hub {

struct Response {
    int status = 200;
    std::string body;
    std::string_view type = "application/json"; ///< a literal
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string file{}; ///< send this file instead of `body`
};

/// The status of each kind of failure; the table stands in docs/api.md.
[[nodiscard]] int status_of(FailureKind kind);
/// application/problem+json. What an `internal` or `corrupt` failure says stays in the log.
[[nodiscard]] Response problem(const Failure& failure);
/// The same under a status that says it better than the kind's own (431 for headers).
[[nodiscard]] Response problem(const Failure& failure, int status);
/// The answer of a command, or its problem.
[[nodiscard]] Response respond(Result<Answer> answer);
/// JSON text, or its problem.
[[nodiscard]] Response respond(Result<std::string> json);

} // namespace chengyun::hub
