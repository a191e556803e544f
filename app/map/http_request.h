// The part of HTTP/1.1 that the loopback tile server understands: GET and HEAD without bodies.
#pragma once

#include "app/map/tile.h"
#include "core/result.h"

#include <QByteArray>

#include <optional>

namespace chengyun::console {

struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< as sent, without the query; never percent-decoded
    QByteArray host;
    bool keep_alive = true;
};

/// More than this without an empty line is refused with too_large.
inline constexpr qsizetype max_http_head = 8192;

/// Takes one request off the front of `buffer`; nothing when it is not complete yet. A failure
/// means that the connection cannot go on (malformed, or too_large).
[[nodiscard]] Result<std::optional<HttpRequest>> take_request(QByteArray& buffer);

struct TileAddress {
    QByteArray source;
    TileKey key;
};

/// "/tiles/NAME/Z/X/Y.png" with plain decimal numbers inside the zoom's range; nothing otherwise.
[[nodiscard]] std::optional<TileAddress> tile_address(QByteArrayView path);

} // namespace chengyun::console
