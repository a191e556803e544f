#include "app/map/tile_cache.h"

#include "app/guarded.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>
#include <chrono>
#include <vector>

namespace chengyun::console {
namespace {

Q_LOGGING_CATEGORY(lcCache, "chengyun.map.cache")
constexpr qint64 fresh_days = 30;
constexpr qint64 block = 4096; ///< what a file takes of a disk is a multiple of this
constexpr std::chrono::minutes after_start{1};

qint64 on_disk(qint64 bytes) {
    return (bytes + block - 1) / block * block;
}

} // namespace

qint64 prune_tiles(const QString& folder, qint64 most, const std::atomic<bool>& stop) {
    struct Picture {
        qint64 wanted; ///< ms
        qint64 bytes;
        QString path;
    };
    std::vector<Picture> pictures;
    qint64 all = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (stop)
            return all;
        const QFileInfo file = files.nextFileInfo();
        pictures.push_back(
            {file.lastRead().toMSecsSinceEpoch(), on_disk(file.size()), file.filePath()});
        all += pictures.back().bytes;
    }
    if (all <= most)
        return all;
    std::ranges::sort(pictures, {}, &Picture::wanted);
    for (const auto& picture : pictures) {
        if (all <= most || stop)
            break;
        if (!QFile::remove(picture.path))
            continue;
        all -= picture.bytes;
        // Only a folder that is empty goes.
        QDir().rmdir(QFileInfo(picture.path).path());
    }
    return all;
}

TileBound::TileBound(QString folder, qint64 most) : folder_(std::move(folder)), most_(most) {
    pool_.setMaxThreadCount(1);
    pool_.setThreadPriority(QThread::LowestPriority);
    first_.setSingleShot(true);
    // A start has other things to do.
    first_.callOnTimeout(this, &TileBound::prune);
    first_.start(after_start);
}

TileBound::~TileBound() {
    stop_ = true;
    pool_.clear();
    pool_.waitForDone();
}

void TileBound::wrote(qint64 bytes) {
    written_ += on_disk(bytes);
    if (written_ >= most_ / 16)
        prune();
}

void TileBound::prune() {
    written_ = 0;
    pool_.start([this] {
        const auto left =
            guarded("map", [this] { return prune_tiles(folder_, most_, stop_); }, qint64{-1});
        qCDebug(lcCache) << "tiles on disk take" << left << "bytes";
    });
}

TileCache::TileCache(QString folder, std::shared_ptr<TileBound> bound)
    : folder_(std::move(folder)), bound_(std::move(bound)) {}

QString TileCache::file_of(TileKey key) const {
    return QStringLiteral("%1/%2/%3/%4").arg(folder_).arg(key.z).arg(key.x).arg(key.y);
}

bool TileCache::holds(TileKey key) const {
    return QFileInfo(file_of(key)).size() > 0;
}

std::optional<TileCache::Kept> TileCache::find(TileKey key) const {
    QFile file(file_of(key));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (file.fileTime(QFileDevice::FileAccessTime).daysTo(now) != 0)
        file.setFileTime(now, QFileDevice::FileAccessTime);
    const QByteArray bytes = file.readAll();
    const QByteArray type = picture_type(bytes);
    if (type.isEmpty()) {
        file.remove(); // cut off by a full disk, perhaps; it would be in the way of another
        return {};
    }
    const auto days = file.fileTime(QFileDevice::FileModificationTime).daysTo(now);
    return Kept{{bytes, type}, days < fresh_days};
}

Result<> TileCache::keep(TileKey key, const QByteArray& bytes) {
    const QString name = file_of(key);
    // Twice: the bound may take an empty folder away in between.
    for (int attempt = 0;; ++attempt) {
        QDir().mkpath(name.left(name.lastIndexOf(u'/')));
        QSaveFile file(name);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            break;
        if (attempt > 0)
            return fail(FailureKind::unavailable, "tile", file.errorString().toStdString());
    }
    bound_->wrote(bytes.size());
    return {};
}

} // namespace chengyun::console
