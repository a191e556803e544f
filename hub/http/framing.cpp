#include "hub/http/framing.h"

#include <algorithm>
#include <string_view>

namespace chengyun::hub {
namespace {

/// RFC 9110, 5.6.2.
bool is_token(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 18 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Result<> check_framing(const Headers& headers, bool needs_host) {
    static const std::string content_length = "content-length", host = "host",
                             transfer_encoding = "transfer-encoding";
    for (const auto& [name, value] : headers) {
        if (!is_token(name))
            return fail(FailureKind::malformed, {}, "a header's name is none");
        if (std::any_of(value.begin(), value.end(),
                        [](char c) { return c == '\0' || c == '\r' || c == '\n'; }))
            return fail(FailureKind::malformed, name, "a header with a line's end in it");
    }
    const auto length = headers.find(content_length);
    if (length != headers.end()) {
        if (!is_number(length->second))
            return fail(FailureKind::malformed, "Content-Length", "not a number");
        if (headers.contains(transfer_encoding))
            return fail(FailureKind::malformed, "Transfer-Encoding",
                        "a transfer coding beside a length");
    }
    if (needs_host && !headers.contains(host))
        return fail(FailureKind::malformed, "Host", "required");
    return {};
}

} // namespace chengyun::hub
