// Tiles fetched from an XYZ or WMTS server, kept on disk, and moved to WGS-84 when the server draws
// in GCJ-02.
#pragma once

#include "app/map/map_sources.h"
#include "app/map/tile.h"
#include "app/map/tile_cache.h"

#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QObject>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QNetworkReply;

namespace chengyun::console {

/// A picture that is kept is shown at once, however old; one that is old is fetched again behind
/// it, for the next time.
class RemoteTiles : public QObject, public TileSource {
    Q_OBJECT
public:
    /// Without a cache every tile is fetched.
    RemoteTiles(MapSource source, std::optional<TileCache> cache);
    ~RemoteTiles() override;

    GiveUp tile(TileKey key, Done done) override;
    [[nodiscard]] bool asks_elsewhere(TileKey key) const override;

private:
    /// A request under way. Nobody waits for one that only renews what is kept.
    struct Fetch {
        QNetworkReply* reply = nullptr;
        std::vector<std::pair<quint64, Done>> waiting; ///< by ticket
        bool renews = false;
    };
    [[nodiscard]] bool covers(TileKey key) const;
    GiveUp picture(TileKey key, Done done);
    GiveUp shifted(TileKey key, Done done);
    void ask(TileKey key, Fetch& fetch);
    void take(TileKey key, QNetworkReply& reply);
    [[nodiscard]] Result<Tile> read(QNetworkReply& reply) const;
    void give_up(TileKey key, quint64 ticket);
    void renew(TileKey key);
    void renew_next();

    MapSource source_;
    std::optional<TileCache> cache_;
    QNetworkAccessManager network_;
    std::map<TileKey, Fetch> fetches_;
    quint64 ticket_ = 0;
    std::deque<TileKey> old_; ///< to be renewed, the next one last
    int renewing_ = 0;        ///< of fetches_
    QDeadlineTimer rest_{0};  ///< until then nothing is renewed: the last attempt failed
};

/// How far the picture of a place has to move, in pixels of a 256-pixel tile, east and south, so
/// that a GCJ-02 picture lies right on WGS-84 at the middle of this tile.
struct PixelShift {
    double east = 0, south = 0;
};
[[nodiscard]] PixelShift gcj02_shift(TileKey key);

} // namespace chengyun::console
