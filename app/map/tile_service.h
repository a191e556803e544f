// The part of the tile server that lives on its thread: connections, routes and sources.
//
// The map opens six connections to an address and sends what it wants one after another over them.
// A tile that has to come from another machine would keep one of them for seconds, and six would
// keep the whole map from what is on the disk. So there is a second address, the waiting room: who
// asks for such a tile is sent there, and waits on connections of its own.
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
        const QTcpServer* at = nullptr; ///< where it came in
        QByteArray buffer = {};
        bool busy = false;               ///< one answer at a time, in order
        TileSource::GiveUp give_up = {}; ///< of the tile that is made for it
    };

    void accept(QTcpServer& server);
    void leave(QTcpSocket* socket);
    void advance(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const HttpRequest& request);
    void answer_tile(QTcpSocket* socket, const HttpRequest& request, TileSource& source,
                     TileKey key);
    void send(QTcpSocket* socket, const HttpRequest& request, int status, const QByteArray& type,
              const QByteArray& body, const QByteArray& location = {});
    [[nodiscard]] static QByteArray host_of(const QTcpServer& server);
    [[nodiscard]] QByteArray description(const MapSource& source) const;

    std::vector<MapSource> configured_;
    QByteArray secret_;
    std::map<QByteArray, std::unique_ptr<TileSource>> sources_;
    QTcpServer server_{this};
    QTcpServer waiting_room_{this};
    QHash<QTcpSocket*, Connection> connections_;
};

} // namespace chengyun::console
