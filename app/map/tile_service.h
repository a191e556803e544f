// The part of the tile server that lives on its thread: connections, routes and sources.
#pragma once

#include "app/map/http_request.h"
#include "app/map/map_sources.h"
#include "app/map/tile.h"

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <map>
#include <memory>
#include <vector>

namespace chengyun::console {

class TileService : public QObject {
    Q_OBJECT
public:
    explicit TileService(QByteArray secret);
    ~TileService() override;

    /// All on the thread it lives on.
    [[nodiscard]] Result<quint16> listen();
    void add(const MapSource& source, std::unique_ptr<TileSource> tiles);

private:
    struct Connection {
        QByteArray buffer;
        bool busy = false; ///< one answer at a time, in order
    };

    void accept();
    void advance(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const HttpRequest& request);
    void send(QTcpSocket* socket, const HttpRequest& request, int status, const QByteArray& type,
              const QByteArray& body);
    [[nodiscard]] QByteArray description(const MapSource& source) const;

    std::vector<MapSource> configured_;
    QByteArray secret_;
    std::map<QByteArray, std::unique_ptr<TileSource>> sources_;
    QTcpServer server_{this};
    QHash<QTcpSocket*, Connection> connections_;
};

} // namespace chengyun::console
