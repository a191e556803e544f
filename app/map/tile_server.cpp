#include "app/map/tile_server.h"

#include "app/map/base_map.h"
#include "app/map/embedded_tiles.h"
#include "app/map/map_palette.h"
#include "app/map/mbtiles.h"
#include "app/map/remote_tiles.h"
#include "app/map/tile_cache.h"
#include "app/map/tile_service.h"
#include "core/json/codec.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QVariantMap>

#include <optional>

namespace chengyun::console {
namespace {

QByteArray new_secret() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof(words)).toHex();
}

QString tiles_folder(const TileServerOptions& options) {
    return options.cache_folder + QStringLiteral("/tiles");
}

/// A source that is pointed elsewhere must not show what was fetched before.
QString cache_folder(const MapSource& source, const TileServerOptions& options) {
    const QByteArray digest = QCryptographicHash::hash(
        (source.url + source.layer + source.style + source.matrix_set + source.format).toUtf8(),
        QCryptographicHash::Sha256);
    return QStringLiteral("%1/%2-%3")
        .arg(tiles_folder(options), source.name, QString::fromLatin1(digest.first(6).toHex()));
}

Result<std::unique_ptr<TileSource>> open(const MapSource& source,
                                         const std::shared_ptr<const BaseMap>& map,
                                         const TileServerOptions& options,
                                         const std::shared_ptr<TileBound>& bound) {
    switch (source.kind) {
    case SourceKind::embedded:
        return std::unique_ptr<TileSource>(
            new EmbeddedTiles(map, source.language, map_palette(source.dark)));
    case SourceKind::mbtiles: {
        auto tiles = Mbtiles::open(source.url);
        if (!tiles)
            return fail(tiles.error().kind, source.name.toStdString() + "." + tiles.error().field,
                        tiles.error().detail);
        return std::unique_ptr<TileSource>(std::move(*tiles));
    }
    case SourceKind::xyz:
    case SourceKind::wmts:
        break;
    }
    std::optional<TileCache> cache;
    if (bound)
        cache.emplace(cache_folder(source, options), bound);
    return std::unique_ptr<TileSource>(new RemoteTiles(source, std::move(cache)));
}

} // namespace

Result<std::unique_ptr<TileServer>> TileServer::start(std::shared_ptr<const BaseMap> map,
                                                      TileServerOptions options) {
    auto configured = embedded_sources();
    configured.insert(configured.end(), options.sources.begin(), options.sources.end());

    std::unique_ptr<TileServer> server(new TileServer);
    const QByteArray secret = new_secret();
    server->service_ = new TileService(secret);
    server->service_->moveToThread(&server->thread_);
    connect(&server->thread_, &QThread::finished, server->service_, &QObject::deleteLater);
    server->thread_.setObjectName(QStringLiteral("map tiles"));
    server->thread_.start();

    std::vector<MapSource> sources;
    auto left_out = options.left_out;
    Result<quint16> port = fail(FailureKind::internal);
    QMetaObject::invokeMethod(
        server->service_,
        [&] {
            // Of its thread, as the sources that share it are.
            const auto bound =
                options.cache_folder.isEmpty()
                    ? nullptr
                    : std::make_shared<TileBound>(tiles_folder(options), options.max_cache_bytes);
            for (const auto& source : configured) {
                auto opened = open(source, map, options, bound);
                if (!opened) {
                    left_out.push_back({source.name, opened.error()});
                    continue;
                }
                server->service_->add(source, std::move(*opened));
                sources.push_back(source);
            }
            port = server->service_->listen();
        },
        Qt::BlockingQueuedConnection);
    if (!port)
        return port.error();

    server->address_ =
        QStringLiteral("http://127.0.0.1:%1/%2").arg(*port).arg(QString::fromLatin1(secret));
    for (const auto& source : sources) {
        server->hosts_ += hosts_of(source);
        server->described_.append(QVariantMap{
            {QStringLiteral("name"), source.name},
            {QStringLiteral("title"), source.title},
            {QStringLiteral("attribution"), source.attribution},
            {QStringLiteral("language"), source.language},
            {QStringLiteral("dark"), source.dark},
            {QStringLiteral("repository"),
             QStringLiteral("%1/providers/%2/").arg(server->address_, source.name)},
            // The plugin names its files without the source, so each source has a folder; nothing
            // is kept there (size 0), since what is worth keeping is kept by this server.
            {QStringLiteral("cache"),
             QStringLiteral("%1/plugin/%2").arg(options.cache_folder, source.name)},
            {QStringLiteral("minimumZoom"), source.min_zoom},
            {QStringLiteral("maximumZoom"), source.max_zoom}});
    }
    for (const auto& [name, why] : left_out)
        server->left_out_.append(QVariantMap{
            {QStringLiteral("name"), name},
            {QStringLiteral("kind"), QString::fromLatin1(json::name_of(why.kind))},
            {QStringLiteral("field"), QString::fromStdString(why.field).section(u'.', -1)},
            {QStringLiteral("detail"), QString::fromStdString(why.detail)}});
    server->hosts_.removeDuplicates();
    return server;
}

TileServer::~TileServer() {
    thread_.quit();
    thread_.wait();
}

Result<std::shared_ptr<const BaseMap>> embedded_base_map() {
    std::vector<QByteArray> documents;
    QDirIterator files(QStringLiteral(":/chengyun/basemap"));
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return fail(FailureKind::internal, "basemap", "a built-in file cannot be read");
        documents.push_back(file.readAll());
    }
    if (documents.empty())
        return fail(FailureKind::internal, "basemap", "the built-in base map is missing");
    auto map = BaseMap::read(documents);
    if (!map)
        return map.error();
    return std::make_shared<const BaseMap>(std::move(*map));
}

} // namespace chengyun::console
