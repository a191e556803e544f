// Whose page a page is: origins (RFC 6454) and the Host header, compared as browsers mean them.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// Scheme and host in lower case; the scheme's own port where none is written.
struct Origin {
    std::string scheme; ///< "http" or "https"
    std::string host;   ///< "hall.example", "192.0.2.7", "[2001:db8::1]"
    std::uint16_t port = 0;
    bool operator==(const Origin&) const = default;
};

/// Of "https://Hall.example:8443", with or without a path behind it; none when it is no such
/// address.
[[nodiscard]] std::optional<Origin> origin_of(std::string_view address);
/// Of an address that names a site and nothing within it: no path but "/".
[[nodiscard]] std::optional<Origin> site_of(std::string_view address);
/// Of a Host header ("hall.example", "hall.example:8443") as who speaks `scheme` means it.
[[nodiscard]] std::optional<Origin> origin_of_host(std::string_view scheme, std::string_view host);
/// As a browser writes it: without the scheme's own port.
[[nodiscard]] std::string text_of(const Origin& origin);

/// Whether a page of `origin` (an Origin header, from outside) is one of this hub's: of the origin
/// that `public_url` has, or of the host that `host` (the Host header) names. A proxy may leave the
/// port out of Host, and public_url may be empty. The failure, `forbidden` with the field `Origin`,
/// says what came and what was expected.
[[nodiscard]] Result<> check_origin(std::string_view origin, std::string_view host,
                                    std::string_view public_url);

} // namespace chengyun::hub
