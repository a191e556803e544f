// From where a request comes, also behind a proxy.
#pragma once

#include "hub/http/sockets.h"

#include <drogon/HttpRequest.h>

#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// The IP address in what proxies write for one: "192.0.2.7", "192.0.2.7:5555", "2001:db8::1",
/// "[2001:db8::1]", "[2001:db8::1]:443"; in the one form in which addresses are compared. None when
/// it is no address.
[[nodiscard]] std::optional<std::string> address_in(std::string_view text);

/// Who asks: the peer, or for whom `proxy` (http.proxy; may be empty) asks. That one stands last in
/// X-Forwarded-For, written by the proxy; what stands before it may be invented. The proxy's own
/// address where it has written none.
[[nodiscard]] std::string client_address(const drogon::HttpRequestPtr& request,
                                         const std::string& proxy);

/// The connection that it came over.
[[nodiscard]] Ends ends_of(const drogon::HttpRequestPtr& request);

} // namespace chengyun::hub
