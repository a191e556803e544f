// The in-process tile server: everything the map shows comes from 127.0.0.1, and this decides where
// that in turn comes from.
//
// Qt Location's stock `osm` plugin asks it for provider descriptions and tiles. The plugin loads no
// tile until all its provider descriptions are there, and falls back to public addresses when told
// to do without; so all of them are served from here.
#pragma once

#include "app/map/map_sources.h"
#include "core/result.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>
#include <QVariantList>

#include <memory>
#include <vector>

namespace chengyun::console {

class BaseMap;
class TileService;

struct TileServerOptions {
    std::vector<MapSource> sources;   ///< besides the embedded one
    std::vector<LeftOutMap> left_out; ///< found wrong already
    QString cache_folder;             ///< of the console; each source gets its own below it
    /// What the tiles of all sources together take of the disk, about.
    qint64 max_cache_bytes = qint64{2} << 30;
};

/// Made and used on the GUI thread; serves on a thread of its own from start() to destruction.
class TileServer : public QObject {
    Q_OBJECT
    /// One map a source: {name, title, attribution, language, dark, repository, cache,
    /// minimumZoom, maximumZoom}. The embedded ones come first; only they have a language.
    Q_PROPERTY(QVariantList sources READ sources CONSTANT)
    /// What is not offered and why: {name, kind (of the failure, "not_found"), field (its last
    /// part, "key_file"), detail (English)}. The name is empty where it is about the whole file.
    Q_PROPERTY(QVariantList leftOut READ leftOut CONSTANT)

public:
    /// Fails with unavailable when loopback has no free port. A source that cannot be opened is
    /// left out.
    [[nodiscard]] static Result<std::unique_ptr<TileServer>>
    start(std::shared_ptr<const BaseMap> map, TileServerOptions options);
    ~TileServer() override;

    [[nodiscard]] QVariantList sources() const { return described_; }
    [[nodiscard]] QVariantList leftOut() const { return left_out_; }
    /// "http://127.0.0.1:PORT/SECRET"; without the secret nothing is served, so that other programs
    /// and web pages on this machine cannot use the sources' keys.
    [[nodiscard]] QString address() const { return address_; }
    /// What may be contacted besides 127.0.0.1.
    [[nodiscard]] QStringList allowed_hosts() const { return hosts_; }

private:
    TileServer() = default;

    QThread thread_;
    TileService* service_ = nullptr; ///< lives on thread_
    QString address_;
    QStringList hosts_;
    QVariantList described_;
    QVariantList left_out_;
};

/// The base map that is built into the program. Fails only when the program was built wrongly.
[[nodiscard]] Result<std::shared_ptr<const BaseMap>> embedded_base_map();

} // namespace chengyun::console
