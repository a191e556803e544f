#include "app/map/http_request.h"

#include <QList>

namespace chengyun::console {
namespace {

/// Only digits, no sign, no leading zero, at most `limit`.
std::optional<int> decimal(QByteArrayView text, int limit) {
    if (text.isEmpty() || text.size() > 8 || (text.size() > 1 && text.front() == '0'))
        return {};
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
        value = value * 10 + (c - '0');
    }
    if (value > limit)
        return {};
    return value;
}

} // namespace

Result<std::optional<HttpRequest>> take_request(QByteArray& buffer) {
    const auto end = buffer.indexOf("\r\n\r\n");
    if (end < 0 || end > max_http_head) {
        if (buffer.size() > max_http_head)
            return fail(FailureKind::too_large, "head", "request head is too long");
        return std::optional<HttpRequest>{};
    }
    const QList<QByteArray> lines = buffer.first(end).split('\n');
    buffer.remove(0, end + 4);

    const QList<QByteArray> words = lines.front().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/'))
        return fail(FailureKind::malformed, "request line", "not an HTTP/1.x request");
    HttpRequest request;
    request.method = words[0];
    request.path = words[1];
    if (const auto query = request.path.indexOf('?'); query >= 0)
        request.path.truncate(query);
    request.keep_alive = words[2] != "HTTP/1.0";
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        if (colon <= 0)
            return fail(FailureKind::malformed, "header", "a header line has no colon");
        const QByteArray name = lines[i].first(colon).trimmed().toLower();
        const QByteArray value = lines[i].mid(colon + 1).trimmed();
        if (name == "host")
            request.host = value;
        else if (name == "connection")
            request.keep_alive = value.toLower() != "close";
        else if ((name == "content-length" && value != "0") || name == "transfer-encoding")
            // A body would have to be skipped to find the next request; nobody here sends one.
            return fail(FailureKind::malformed, "body", "requests have no body here");
    }
    return std::optional{request};
}

std::optional<TileAddress> tile_address(QByteArrayView path) {
    const QList<QByteArray> parts = path.toByteArray().split('/');
    if (parts.size() != 6 || !parts[0].isEmpty() || parts[1] != "tiles" || parts[2].isEmpty() ||
        !parts[5].endsWith(".png"))
        return {};
    const auto z = decimal(parts[3], max_tile_zoom);
    if (!z)
        return {};
    const int last = (1 << *z) - 1;
    const auto x = decimal(parts[4], last);
    const auto y = decimal(QByteArrayView(parts[5]).chopped(4), last);
    if (!x || !y)
        return {};
    return TileAddress{parts[2], {*z, *x, *y}};
}

} // namespace chengyun::console
