#include "core/resource/stream_address.h"

#include "core/text/limits.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace chengyun {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view unreserved = "-._~";
/// Characters that a path and a query may hold unescaped (RFC 3986); RTSP has no fragments.
constexpr std::string_view in_path = "-._~!$&'()*+,;=:@/?";

bool is_among(std::string_view set, char c) {
    return set.find(c) != std::string_view::npos;
}

bool is_plain(std::string_view text, std::string_view more) {
    return std::ranges::all_of(text, [&](char c) {
        return is_among(digits, c) || is_among(letters, c) || is_among(more, c);
    });
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// "%40" at `at`.
bool is_escape(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '%' && is_among(hexadecimal, text[at + 1]) &&
           is_among(hexadecimal, text[at + 2]);
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_escape(text, i)) {
            out += text[i];
            continue;
        }
        int byte = 0;
        std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
        out += static_cast<char>(byte);
        i += 2;
    }
    return out;
}

void append_escape(std::string& out, char c) {
    constexpr std::string_view upper = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += upper[byte >> 4];
    out += upper[byte & 15];
}

/// Escapes all but letters, digits and `kept`. With `escapes`, an escape in `text` stays as it is.
std::string encoded(std::string_view text, std::string_view kept, bool escapes) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_plain({&c, 1}, kept) || (escapes && is_escape(text, i)))
            out += c;
        else
            append_escape(out, c);
    }
    return out;
}

/// A host, perhaps with a port, at the start of a text.
struct Server {
    std::string_view text; ///< "10.1.2.3:554"
    /// A number, a name with a dot or localhost: nobody's password happens to be one. A single word
    /// may be a host as well as the beginning of a password.
    bool is_certain = false;
};

std::optional<Server> server_at(std::string_view text) {
    text = text.substr(0, text.find_first_of("/?#"));
    auto host = text;
    std::string_view port;
    bool has_port = false;
    Server out{text, false};
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        host = text.substr(1, end - 1);
        if (host.find(':') == std::string_view::npos || !std::ranges::all_of(host, [](char c) {
                return is_among(hexadecimal, c) || c == ':' || c == '.';
            }))
            return std::nullopt;
        const auto rest = text.substr(end + 1);
        has_port = !rest.empty();
        if (has_port && !rest.starts_with(':'))
            return std::nullopt;
        port = has_port ? rest.substr(1) : rest;
        out.is_certain = true;
    } else {
        const auto colon = text.find(':');
        has_port = colon != std::string_view::npos;
        host = text.substr(0, colon);
        port = has_port ? text.substr(colon + 1) : std::string_view();
        if (host.empty() || !is_plain(host, "-._") || host.starts_with('.') ||
            host.starts_with('-'))
            return std::nullopt;
        out.is_certain = host.find('.') != std::string_view::npos || lower(host) == "localhost";
    }
    if (has_port) {
        int number = 0;
        const auto* end = port.data() + port.size();
        const auto read = std::from_chars(port.data(), end, number);
        if (read.ec != std::errc{} || read.ptr != end || number < 1 || number > 65535)
            return std::nullopt;
    }
    return out;
}

/// Where the host begins in what stands behind "//", or nothing where there is none.
std::optional<std::size_t> host_start(std::string_view rest) {
    // The standard's way: the last "@" before the first of "/?#".
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    const auto at = authority.rfind('@');
    const auto standard = at == std::string_view::npos ? 0 : at + 1;
    const auto server = server_at(rest.substr(standard));
    if (server && server->is_certain)
        return standard;
    // A raw "/", "?" or "#" in the password ends the standard's authority too early: "admin:12/34@"
    // looks like a host with a port.
    std::optional<std::size_t> last;
    for (auto i = rest.rfind('@'); i != std::string_view::npos && i >= standard;
         i = i == 0 ? std::string_view::npos : rest.rfind('@', i - 1)) {
        const auto later = server_at(rest.substr(i + 1));
        if (later && later->is_certain && rest.substr(0, i).find(':') != std::string_view::npos)
            return i + 1;
        if (later && !last)
            last = i + 1;
    }
    if (server)
        return standard;
    return last;
}

/// Whether who reads `whole`, which is `place` with a sign-in before its host, finds that host.
bool leads_to_same(const std::string& whole, const std::string& place) {
    const auto start = whole.find("//") + 2;
    return host_start(std::string_view(whole).substr(start)) == whole.size() - place.size();
}

/// "rtsp", "rtsps" or "rtspu" in lower case, and what stands behind "://".
std::optional<std::pair<std::string, std::string_view>> scheme_of(std::string_view text) {
    const auto colon = text.find("://");
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto scheme = lower(text.substr(0, colon));
    if (scheme != "rtsp" && scheme != "rtsps" && scheme != "rtspu")
        return std::nullopt;
    return std::pair(std::move(scheme), text.substr(colon + 3));
}

} // namespace

Result<StreamAddress> read_stream_address(std::string_view text, const std::string& field) {
    const auto refuse = [&](const char* why) {
        return fail(FailureKind::invalid_field, field, why);
    };
    if (auto ok = check_text(text, field, limits::url, true); !ok)
        return ok.error();
    const auto scheme = scheme_of(text);
    if (!scheme)
        return refuse("expected an rtsp://, rtspu:// or rtsps:// address");
    const auto rest = scheme->second;
    const auto start = host_start(rest);
    if (!start)
        return refuse("expected a host as in rtsp://user:password@host/path");
    const auto server = server_at(rest.substr(*start))->text;
    const auto path = rest.substr(*start + server.size());

    StreamAddress out;
    // A "#" behind the host, escaped, would be part of it.
    const char* gap = path.starts_with('#') ? "/" : "";
    out.place = scheme->first + "://" + lower(server) + gap + encoded(path, in_path, true);
    if (*start > 0) {
        const auto before = rest.substr(0, *start - 1);
        const auto colon = before.find(':');
        out.sign_in.user = decoded(before.substr(0, colon));
        if (colon != std::string_view::npos)
            out.sign_in.password = decoded(before.substr(colon + 1));
        out.says_none = out.sign_in.empty();
    }
    // An "@" in the path may be taken for the end of a sign-in, and what follows for the host.
    if (!leads_to_same(text_of(out), out.place))
        out.place =
            scheme->first + "://" + lower(server) + gap + encoded(path, "-._~!$&'()*+,;=:/?", true);
    // An escape may have hidden what a text must not hold.
    if (auto ok = first_failure(check_text(out.sign_in.user, field, limits::url, false),
                                check_text(out.sign_in.password, field, limits::url, false));
        !ok)
        return ok.error();
    return out;
}

std::string text_of(const StreamAddress& address) {
    const auto& who = address.sign_in;
    const auto slashes = address.place.find("//");
    if (who.empty() || slashes == std::string::npos)
        return address.place;
    // GStreamer reads no user without the colon behind it.
    const auto before =
        encoded(who.user, unreserved, false) + ':' + encoded(who.password, unreserved, false);
    return address.place.substr(0, slashes + 2) + before + '@' + address.place.substr(slashes + 2);
}

std::string without_sign_in(std::string_view text) {
    if (const auto address = read_stream_address(text))
        return address->place;
    const auto at = text.rfind('@');
    const auto slashes = text.find("//");
    if (at == std::string_view::npos)
        return std::string(text);
    const auto head = slashes == std::string_view::npos || slashes > at
                          ? std::string_view()
                          : text.substr(0, slashes + 2);
    return std::string(head) + std::string(text.substr(at + 1));
}

bool may_hold_sign_in(std::string_view text) {
    const auto address = read_stream_address(text);
    return address ? !address->sign_in.empty() : text.find('@') != std::string_view::npos;
}

bool prefers_udp(std::string_view place) {
    return place.starts_with("rtspu:");
}

std::string as_rtsp(std::string_view place) {
    return prefers_udp(place) ? "rtsp" + std::string(place.substr(5)) : std::string(place);
}

bool is_same_server(std::string_view place, std::string_view other) {
    const auto server = [](std::string_view address) {
        const auto text = as_rtsp(address);
        const auto slashes = text.find("//");
        const auto from = slashes == std::string::npos ? 0 : slashes + 2;
        return text.substr(0, text.find_first_of("/?#", from));
    };
    return server(place) == server(other);
}

} // namespace chengyun
