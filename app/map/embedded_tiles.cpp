#include "app/map/embedded_tiles.h"

#include "app/guarded.h"

#include <QBuffer>
#include <QImageWriter>
#include <QThread>

namespace chengyun::console {
namespace {
constexpr int cache_bytes = 32 * 1024 * 1024; // each language in each theme has one
} // namespace

QByteArray encode_png(const QImage& image) {
    QByteArray png;
    QBuffer buffer(&png);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(11); // of 100: zlib's quickest level
    writer.write(image);
    return png;
}

EmbeddedTiles::EmbeddedTiles(std::shared_ptr<const BaseMap> map, QString language,
                             const MapPalette& palette)
    : map_(std::move(map)), language_(std::move(language)), palette_(palette), cache_(cache_bytes) {
    // One thread less than the machine has, so that the screen is never starved by its map.
    pool_.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

EmbeddedTiles::~EmbeddedTiles() {
    pool_.clear();
    pool_.waitForDone();
}

/// Painting takes some milliseconds: it is not given up, and kept for the next who comes by.
TileSource::GiveUp EmbeddedTiles::tile(TileKey key, Done done) {
    if (const auto* png = cache_.object(key)) {
        done(Tile{*png, "image/png"});
        return {};
    }
    auto& waiting = waiting_[key];
    waiting.push_back(std::move(done));
    if (waiting.size() > 1)
        return {};
    pool_.start([this, key] {
        const QByteArray png = guarded(
            "map",
            [&] { return encode_png(map_->paint(key, embedded_tile_side, language_, palette_)); },
            QByteArray());
        QMetaObject::invokeMethod(this, [this, key, png] { finish(key, png); });
    });
    return {};
}

void EmbeddedTiles::finish(TileKey key, const QByteArray& png) {
    if (!png.isEmpty())
        cache_.insert(key, new QByteArray(png), png.size());
    for (const auto& done : waiting_.take(key))
        done(Tile{png, "image/png"});
}

} // namespace chengyun::console
