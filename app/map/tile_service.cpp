#include "app/map/tile_service.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace chengyun::console {
namespace {

constexpr int max_connections = 64; // at both addresses together

/// The names under which the `osm` plugin asks for its seven providers, each in two sharpnesses.
constexpr std::array provider_names{"street",        "satellite", "cycle", "transit",
                                    "night-transit", "terrain",   "hiking"};

bool is_provider(QByteArrayView name) {
    if (name.endsWith("-hires"))
        name.chop(6);
    return std::ranges::any_of(provider_names, [&](const char* n) { return name == n; });
}

QByteArray reason(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Bad Gateway";
    }
}

} // namespace

TileService::TileService(QByteArray secret) : secret_(std::move(secret)) {
    for (auto* server : {&server_, &waiting_room_})
        connect(server, &QTcpServer::newConnection, this, [this, server] { accept(*server); });
}

TileService::~TileService() {
    // Sockets that are closed below must not find their way back into what is already gone.
    for (auto it = connections_.cbegin(); it != connections_.cend(); ++it)
        it.key()->disconnect(this);
}

Result<quint16> TileService::listen() {
    for (auto* server : {&server_, &waiting_room_}) {
        server->setListenBacklogSize(max_connections);
        if (!server->listen(QHostAddress::LocalHost, 0))
            return fail(FailureKind::unavailable, "loopback", server->errorString().toStdString());
    }
    return server_.serverPort();
}

void TileService::add(const MapSource& source, std::unique_ptr<TileSource> tiles) {
    configured_.push_back(source);
    sources_[source.name.toLatin1()] = std::move(tiles);
}

QByteArray TileService::host_of(const QTcpServer& server) {
    return "127.0.0.1:" + QByteArray::number(server.serverPort());
}

void TileService::accept(QTcpServer& server) {
    while (auto* socket = server.nextPendingConnection()) {
        if (connections_.size() >= max_connections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        connections_.insert(socket, {.at = &server});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { advance(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { leave(socket); });
    }
}

/// The map ends the connection when a tile it has asked for has left the view.
void TileService::leave(QTcpSocket* socket) {
    const auto connection = connections_.take(socket);
    socket->deleteLater();
    if (connection.busy && connection.give_up)
        connection.give_up();
}

void TileService::advance(QTcpSocket* socket) {
    const auto found = connections_.find(socket);
    if (found == connections_.end() || found->busy)
        return;
    // No more than one head beyond what is being worked on: the rest waits in the kernel.
    found->buffer += socket->read(max_http_head + 4 - found->buffer.size());
    const auto request = take_request(found->buffer);
    if (!request) {
        const bool long_head = request.error().kind == FailureKind::too_large;
        HttpRequest broken;
        broken.keep_alive = false;
        return send(socket, broken, long_head ? 431 : 400, "text/plain", "");
    }
    if (!*request)
        return;
    found->busy = true;
    answer(socket, **request);
}

void TileService::answer(QTcpSocket* socket, const HttpRequest& request) {
    if (request.method != "GET" && request.method != "HEAD")
        return send(socket, request, 405, "text/plain", "");
    // The host is checked so that a web page cannot reach this server through a name it controls.
    const auto connection = connections_.constFind(socket);
    const auto* at = connection == connections_.cend() ? nullptr : connection->at;
    if (!at || request.host != host_of(*at) || !request.path.startsWith('/' + secret_ + '/'))
        return send(socket, request, 403, "text/plain", "");
    const QByteArray path = request.path.mid(secret_.size() + 1);

    const auto parts = path.split('/');
    if (parts.size() == 4 && parts[1] == "providers" && is_provider(parts[3])) {
        const auto source =
            std::ranges::find(configured_, QString::fromLatin1(parts[2]), &MapSource::name);
        if (source == configured_.end())
            return send(socket, request, 404, "text/plain", "");
        return send(socket, request, 200, "application/json", description(*source));
    }
    const auto address = tile_address(path);
    const auto source = address ? sources_.find(address->source) : sources_.end();
    if (source == sources_.end())
        return send(socket, request, 404, "text/plain", "");
    if (at == &server_ && source->second->asks_elsewhere(address->key))
        return send(socket, request, 307, "text/plain", "",
                    "http://" + host_of(waiting_room_) + request.path);
    answer_tile(socket, request, *source->second, address->key);
}

void TileService::answer_tile(QTcpSocket* socket, const HttpRequest& request, TileSource& source,
                              TileKey key) {
    auto give_up =
        source.tile(key, [this, guard = QPointer(socket), request](const Result<Tile>& tile) {
            if (!guard)
                return;
            if (tile)
                return send(guard, request, 200, tile->type, tile->bytes);
            send(guard, request, tile.error().kind == FailureKind::not_found ? 404 : 502,
                 "text/plain", "");
        });
    // Where it has been answered already, the connection is free or gone.
    if (const auto found = connections_.find(socket); found != connections_.end() && found->busy)
        found->give_up = std::move(give_up);
}

void TileService::send(QTcpSocket* socket, const HttpRequest& request, int status,
                       const QByteArray& type, const QByteArray& body, const QByteArray& location) {
    QByteArray head;
    head.reserve(200);
    head += "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
    head += "Content-Type: " + type + "\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!location.isEmpty())
        head += "Location: " + location + "\r\n";
    head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    head += request.keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    socket->write(head);
    if (request.method != "HEAD")
        socket->write(body);
    if (!request.keep_alive)
        return socket->disconnectFromHost();
    const auto found = connections_.find(socket);
    if (found == connections_.end())
        return;
    found->busy = false;
    found->give_up = {};
    // What came in the meantime; later, so that a long row of requests does not become recursion.
    QMetaObject::invokeMethod(
        this,
        [this, guard = QPointer(socket)] {
            if (guard)
                advance(guard);
        },
        Qt::QueuedConnection);
}

QByteArray TileService::description(const MapSource& source) const {
    const QString tiles = QStringLiteral("http://127.0.0.1:%1/%2/tiles/%3/%z/%x/%y.png")
                              .arg(server_.serverPort())
                              .arg(QString::fromLatin1(secret_), source.name);
    const QJsonObject object{{QStringLiteral("Enabled"), true},
                             {QStringLiteral("UrlTemplate"), tiles},
                             {QStringLiteral("ImageFormat"), QStringLiteral("png")},
                             {QStringLiteral("QImageFormat"), QStringLiteral("RGB32")},
                             {QStringLiteral("ID"), source.name},
                             {QStringLiteral("MapCopyRight"), source.attribution},
                             {QStringLiteral("DataCopyRight"), source.attribution},
                             {QStringLiteral("MinimumZoomLevel"), source.min_zoom},
                             {QStringLiteral("MaximumZoomLevel"), source.max_zoom}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace chengyun::console
