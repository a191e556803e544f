#include "hub/http/client_address.h"

#include "hub/config/config.h"

namespace chengyun::hub {

std::optional<std::string> address_in(std::string_view text) {
    const auto is_port = [](std::string_view port) {
        return !port.empty() && port.size() <= 5 &&
               port.find_first_not_of("0123456789") == std::string_view::npos;
    };
    while (text.starts_with(' ') || text.starts_with('\t'))
        text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t'))
        text.remove_suffix(1);
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto rest = text.substr(end + 1);
        if (!rest.empty() && (rest[0] != ':' || !is_port(rest.substr(1))))
            return std::nullopt;
        return plain_address(std::string(text.substr(1, end - 1)));
    }
    // One colon is a port's; IPv6 without brackets has at least two of its own.
    const auto colon = text.find(':');
    if (colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos) {
        if (!is_port(text.substr(colon + 1)))
            return std::nullopt;
        text = text.substr(0, colon);
    }
    return plain_address(std::string(text));
}

std::string client_address(const drogon::HttpRequestPtr& request, const std::string& proxy) {
    static const std::string header = "x-forwarded-for";
    const auto peer = request->peerAddr().toIp();
    const auto plain = plain_address(peer).value_or(peer);
    if (proxy.empty() || plain_address(proxy) != plain)
        return plain;
    const std::string_view chain = request->getHeader(header);
    return address_in(chain.substr(chain.rfind(',') + 1)).value_or(plain);
}

Ends ends_of(const drogon::HttpRequestPtr& request) {
    return ends_of(request->peerAddr().getSockAddr(), request->localAddr().getSockAddr());
}

} // namespace chengyun::hub
