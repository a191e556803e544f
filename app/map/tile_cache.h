// Pictures of tile servers on disk, and the bound that all of them together keep.
#pragma once

#include "app/map/tile.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace chengyun::console {

/// Deletes what was last wanted longest ago, until all files below `folder` take at most `most`
/// bytes of the disk, and returns what they take. Any thread; ends early when `stop` becomes true.
qint64 prune_tiles(const QString& folder, qint64 most, const std::atomic<bool>& stop);

/// Keeps a folder and all below it within a bound, on a thread of its own. To be used and destroyed
/// by the thread that made it.
class TileBound : public QObject {
    Q_OBJECT
public:
    TileBound(QString folder, qint64 most);
    ~TileBound() override;

    /// So much has come into the folder. Looks whether it is too much after every sixteenth of the
    /// bound, and once a minute after the start.
    void wrote(qint64 bytes);

private:
    void prune();

    QString folder_;
    qint64 most_;
    qint64 written_ = 0;
    QTimer first_;
    std::atomic<bool> stop_ = false;
    QThreadPool pool_;
};

/// The tiles of one source. A picture stays until the bound takes it, however old it is: an old map
/// is better than none. When it was fetched is its file's time of change, when it was last wanted
/// its time of access, to the day.
class TileCache {
public:
    /// `folder`: this source's own, in that of `bound`.
    TileCache(QString folder, std::shared_ptr<TileBound> bound);

    struct Kept {
        Tile tile;
        bool fresh = false; ///< younger than 30 days: then the map may have changed
    };
    [[nodiscard]] std::optional<Kept> find(TileKey key) const;
    [[nodiscard]] bool holds(TileKey key) const;
    /// Fails when the disk does not take it; then it is fetched again next time.
    [[nodiscard]] Result<> keep(TileKey key, const QByteArray& bytes);

private:
    [[nodiscard]] QString file_of(TileKey key) const;

    QString folder_;
    std::shared_ptr<TileBound> bound_;
};

} // namespace chengyun::console
