#include "hub/config/origin.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace chengyun::hub {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

std::uint16_t own_port(std::string_view scheme) {
    return scheme == "https" ? 443 : 80;
}

/// What a stranger wrote goes into answers and the log: cut, and without what is no letter of an
/// address.
std::string shown(std::string_view text) {
    constexpr std::size_t longest = 200;
    std::string out(text.substr(0, longest));
    std::replace_if(out.begin(), out.end(), [](char c) { return c <= ' ' || c > '~'; }, '?');
    return out.empty() ? "(none)" : out;
}

} // namespace

std::optional<Origin> origin_of_host(std::string_view scheme, std::string_view host) {
    Origin out{std::string(scheme), {}, own_port(scheme)};
    // An IPv6 address has colons of its own, in brackets.
    const auto bracket = host.starts_with('[') ? host.find(']') : std::string_view::npos;
    if (host.starts_with('[') && bracket == std::string_view::npos)
        return {};
    const auto colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const auto name = host.substr(0, colon);
    if (name.empty() || name.find_first_of("/?#@ \t") != std::string_view::npos)
        return {};
    out.host = lower(name);
    if (colon == std::string_view::npos || colon + 1 == host.size())
        return out;
    const auto port = host.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
    if (error != std::errc{} || end != port.data() + port.size() || out.port == 0)
        return {};
    return out;
}

std::optional<Origin> origin_of(std::string_view address) {
    const auto colon = address.find("://");
    if (colon == std::string_view::npos)
        return {};
    const auto scheme = lower(address.substr(0, colon));
    if (scheme != "http" && scheme != "https")
        return {};
    const auto rest = address.substr(colon + 3);
    return origin_of_host(scheme, rest.substr(0, rest.find_first_of("/?#")));
}

std::optional<Origin> site_of(std::string_view address) {
    if (address.ends_with('/'))
        address.remove_suffix(1);
    const auto scheme = address.find("://");
    if (scheme == std::string_view::npos ||
        address.find_first_of("/?#", scheme + 3) != std::string_view::npos)
        return {};
    return origin_of(address);
}

std::string text_of(const Origin& origin) {
    auto out = origin.scheme + "://" + origin.host;
    if (origin.port != own_port(origin.scheme))
        out += ":" + std::to_string(origin.port);
    return out;
}

Result<> check_origin(std::string_view origin, std::string_view host, std::string_view public_url) {
    const auto page = origin_of(origin);
    const auto outside = origin_of(public_url);
    if (page && (page == outside || page == origin_of_host(page->scheme, host)))
        return {};
    return fail(FailureKind::forbidden, "Origin",
                std::format("a page of another site: it is of {}; expected {} (http.public_url) or "
                            "the host {} (the Host header, which a proxy has to pass on)",
                            shown(origin), outside ? text_of(*outside) : "(not set)", shown(host)));
}

} // namespace chengyun::hub
