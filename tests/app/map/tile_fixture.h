// A tile server's map, its client, and servers on loopback that it fetches from.
#pragma once

#include "app/map/base_map.h"
#include "app/map/embedded_tiles.h"
#include "app/map/tile_server.h"

#include <QHash>
#include <QImage>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <memory>

namespace chengyun::console::fixture {

/// An upstream on loopback: answers every request with one picture, and keeps the paths.
class Upstream : public QTcpServer {
public:
    Upstream() {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port for the test's tiles");
        QObject::connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto* socket = nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, this,
                                 [this, socket] { serve(socket); });
        });
    }
    QList<QByteArray> paths;
    QByteArray status = "200 OK";
    QByteArray location;
    QByteArray picture; ///< what is answered, where it is to be another than one of two halves
    QHash<QByteArray, QByteArray> statuses;     ///< of single paths
    QSet<QByteArray> silent;                    ///< paths that are never answered
    QList<QPointer<QTcpSocket>> hanging;        ///< connections that wait for those
    QRgb left = 0xffffffff, right = 0xff000000; ///< the halves, so that a shift can be seen

    /// A source that fetches from here.
    [[nodiscard]] MapSource source() const {
        MapSource source;
        source.name = QStringLiteral("up");
        source.kind = SourceKind::xyz;
        source.url = QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}").arg(serverPort());
        return source;
    }
    /// How many of those that hang have not been given up.
    [[nodiscard]] qsizetype stillHanging() const {
        return std::ranges::count_if(hanging, [](const auto& socket) {
            return socket && socket->state() == QAbstractSocket::ConnectedState;
        });
    }

private:
    void serve(QTcpSocket* socket) {
        const QByteArray path = socket->readAll().split(' ').value(1);
        paths.append(path);
        if (silent.contains(path)) {
            hanging.append(socket);
            return;
        }
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(right);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 128; ++x)
                image.setPixel(x, y, left);
        const QByteArray bytes = picture.isEmpty() ? encode_png(image) : picture;
        QByteArray head =
            "HTTP/1.1 " + statuses.value(path, status) + "\r\nContent-Type: image/png\r\n";
        if (!location.isEmpty())
            head += "Location: " + location + "\r\n";
        socket->write(head + "Connection: close\r\nContent-Length: " +
                      QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
        socket->disconnectFromHost();
    }
};

struct Answer {
    int status = 0;
    QByteArray body, type;
};

[[nodiscard]] inline Answer answer_of(QNetworkReply& reply) {
    return {reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply.readAll(),
            reply.header(QNetworkRequest::ContentTypeHeader).toByteArray()};
}

inline Answer get(QNetworkAccessManager& network, const QString& url) {
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(url))));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(20000);
    return answer_of(*reply);
}

[[nodiscard]] inline std::shared_ptr<const BaseMap> lake() {
    // One lake, 114.0–114.1 E, 30.5–30.6 N.
    auto map = BaseMap::read({R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{},"geometry":{"type":"Polygon","coordinates":
        [[[114.0,30.5],[114.1,30.5],[114.1,30.6],[114.0,30.6],[114.0,30.5]]]}}]})"});
    return map ? std::make_shared<const BaseMap>(std::move(*map)) : nullptr;
}

[[nodiscard]] inline TileKey key_at(Place place, int zoom) {
    const World at = world_of(place);
    const double n = std::ldexp(1.0, zoom);
    return {zoom, int(at.x * n), int(at.y * n)};
}

[[nodiscard]] inline QString tile_path(const TileServer& server, const QString& source,
                                       TileKey key) {
    return QStringLiteral("%1/tiles/%2/%3/%4/%5.png")
        .arg(server.address(), source)
        .arg(key.z)
        .arg(key.x)
        .arg(key.y);
}

} // namespace chengyun::console::fixture
