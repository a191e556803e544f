#include "app/map/remote_tiles.h"

#include "app/map/embedded_tiles.h"
#include "core/geo/datum.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPainter>
#include <QSaveFile>

#include <array>

namespace chengyun::console {
namespace {

Q_LOGGING_CATEGORY(lc, "chengyun.map.tiles")
constexpr int fetch_timeout_ms = 15000;
constexpr qint64 max_tile_bytes = 8 * 1024 * 1024;
constexpr qint64 max_tile_days = 30; ///< then the map may have changed

/// By its first bytes; a server's own word for it is not always true.
QByteArray picture_type(const QByteArray& bytes) {
    if (bytes.startsWith("\x89PNG"))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

} // namespace

PixelShift gcj02_shift(TileKey key) {
    const WorldBox box = key.box();
    const World middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    const World drawn = world_of(gcj02_from_wgs84(place_of(middle)));
    const double px = std::ldexp(256.0, key.z);
    return {(middle.x - drawn.x) * px, (middle.y - drawn.y) * px};
}

RemoteTiles::RemoteTiles(MapSource source, QString folder)
    : source_(std::move(source)), folder_(std::move(folder)) {
    network_.setTransferTimeout(fetch_timeout_ms);
    // A redirect could lead to a host that nobody configured.
    network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RemoteTiles::~RemoteTiles() = default;

void RemoteTiles::tile(TileKey key, Done done) {
    if (key.z < source_.min_zoom || key.z > source_.max_zoom)
        return done(fail(FailureKind::not_found, "tile"));
    if (source_.datum == Datum::gcj02)
        shifted(key, std::move(done));
    else
        upstream(key, std::move(done));
}

QString RemoteTiles::file_of(TileKey key) const {
    return folder_.isEmpty()
               ? QString()
               : QStringLiteral("%1/%2/%3/%4").arg(folder_).arg(key.z).arg(key.x).arg(key.y);
}

void RemoteTiles::upstream(TileKey key, Done done) {
    if (const QString name = file_of(key); !name.isEmpty()) {
        QFile file(name);
        const QFileInfo kept(file);
        if (kept.lastModified().daysTo(QDateTime::currentDateTime()) < max_tile_days &&
            file.open(QIODevice::ReadOnly)) {
            const QByteArray bytes = file.readAll();
            if (const QByteArray type = picture_type(bytes); !type.isEmpty())
                return done(Tile{bytes, type});
        }
    }
    auto& waiting = waiting_[key];
    waiting.push_back(std::move(done));
    if (waiting.size() > 1)
        return;
    QNetworkRequest request(QUrl(upstream_address(source_, key.z, key.x, key.y)));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Chengyun"));
    auto* reply = network_.get(request);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > max_tile_bytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, key, reply] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() != QNetworkReply::NoError || status != 200) {
            // Neither address nor error text are logged: both may contain the key.
            qCWarning(lc) << "source" << source_.name << "status" << status << "error"
                          << int(reply->error());
            const bool absent = status == 404 || status == 204;
            return fetched(
                key, fail(absent ? FailureKind::not_found : FailureKind::unavailable, "tile"));
        }
        Tile tile{reply->readAll(), {}};
        tile.type = picture_type(tile.bytes);
        if (tile.type.isEmpty())
            return fetched(key, fail(FailureKind::wrong_type, "tile", "not a picture"));
        fetched(key, tile);
    });
}

void RemoteTiles::fetched(TileKey key, const Result<Tile>& tile) {
    if (tile && !folder_.isEmpty()) {
        const QString name = file_of(key);
        QDir().mkpath(name.left(name.lastIndexOf(u'/')));
        QSaveFile file(name);
        // Only a cache: when the disk is full the picture is fetched again next time.
        if (!file.open(QIODevice::WriteOnly) || file.write(tile->bytes) != tile->bytes.size() ||
            !file.commit())
            qCWarning(lc) << "source" << source_.name
                          << "cannot keep a tile:" << file.errorString();
    }
    for (const auto& done : waiting_.take(key))
        done(tile);
}

/// Puts the wanted tile together from the up to four pictures that its shifted window touches.
void RemoteTiles::shifted(TileKey key, Done done) {
    const PixelShift shift = gcj02_shift(key);
    const int left = key.x + int(std::floor(-shift.east / 256));
    const int top = key.y + int(std::floor(-shift.south / 256));
    struct Work {
        std::array<QImage, 4> pictures;
        int left = 4;
        Failure failure;
        bool any = false;
    };
    auto work = std::make_shared<Work>();
    const QPointF origin((left - key.x) * 256 + shift.east, (top - key.y) * 256 + shift.south);
    for (int i = 0; i < 4; ++i) {
        const TileKey part{key.z, left + i % 2, top + i / 2};
        const auto take = [work, i, origin, done](const Result<Tile>& tile) {
            if (tile) {
                work->pictures[std::size_t(i)] = QImage::fromData(tile->bytes);
                work->any = work->any || !work->pictures[std::size_t(i)].isNull();
            } else {
                work->failure = tile.error();
            }
            if (--work->left > 0)
                return;
            if (!work->any)
                return done(work->failure);
            QImage whole(256, 256, QImage::Format_ARGB32_Premultiplied);
            whole.fill(Qt::transparent);
            QPainter painter(&whole);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            for (int n = 0; n < 4; ++n)
                if (const QImage& picture = work->pictures[std::size_t(n)]; !picture.isNull())
                    painter.drawImage(
                        QRectF(origin + QPoint(n % 2 * 256, n / 2 * 256), QSizeF(256, 256)),
                        picture);
            painter.end();
            done(Tile{encode_png(whole), "image/png"});
        };
        const int last = (1 << key.z) - 1;
        if (part.x < 0 || part.y < 0 || part.x > last || part.y > last)
            take(fail(FailureKind::not_found, "tile"));
        else
            upstream(part, take);
    }
}

} // namespace chengyun::console
