#include "app/link/photos.h"

#include "app/guarded.h"
#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/link/source.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QLoggingCategory>
#include <QPointer>
#include <QSaveFile>

Q_LOGGING_CATEGORY(lcPhotos, "chengyun.photos")

namespace chengyun::console {
namespace {

constexpr qint64 largestFile = 20 * 1024 * 1024; ///< that is read; what is sent is smaller
constexpr int longestSide = 2560;
constexpr int jpegQuality = 85;
constexpr int fetchTimeoutMs = 60000;
const QLatin1String filmSuffix(".mp4"); ///< desktops know their player by it

/// Ids come from the hub and become file names: only what an id is made of.
bool isPlainId(const QString& id) {
    if (id.isEmpty() || id.size() > 128)
        return false;
    return std::ranges::all_of(id, [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('-');
    });
}

bool isPicture(const QByteArray& format) {
    return format == "jpeg" || format == "png" || format == "webp";
}

bool isSendable(const QString& path) {
    const QFileInfo info(path);
    return info.isFile() && info.size() <= largestFile &&
           isPicture(QImageReader::imageFormat(path));
}

using Pictures = Result<QList<QByteArray>>;

/// Any thread.
Result<QByteArray> jpegOf(const QString& path, qint64 largest) {
    if (!isSendable(path))
        return fail(FailureKind::wrong_type, "attachments");
    QImageReader reader(path);
    reader.setAutoTransform(true); // a telephone's "which way up" is metadata, and that is dropped
    if (const auto size = reader.size(); std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    const auto image = reader.read();
    if (image.isNull())
        return fail(FailureKind::wrong_type, "attachments", reader.errorString().toStdString());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, "JPEG", jpegQuality))
        return fail(FailureKind::internal, "attachments", "JPEG cannot be written");
    if (bytes.size() > largest)
        return fail(FailureKind::too_large, "attachments", "the hub takes no more");
    return bytes;
}

/// Any thread. All of them, or why not.
Pictures jpegsOf(const QList<QUrl>& files, qint64 largest, const std::atomic<bool>& leaving) {
    QList<QByteArray> pictures;
    for (const auto& file : files) {
        if (leaving)
            break;
        auto picture = jpegOf(file.toLocalFile(), largest);
        if (!picture)
            return picture.error();
        pictures.append(std::move(*picture));
    }
    return pictures;
}

void makePrivate(const QString& folder) {
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// Any thread.
Result<> store(const QString& path, const QByteArray& content) {
    makePrivate(QFileInfo(path).path());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) >= 0 && file.commit())
        return {};
    qCWarning(lcPhotos, "cannot keep %s: %s", qUtf8Printable(path),
              qUtf8Printable(file.errorString()));
    return fail(FailureKind::unavailable, "disk", file.errorString().toStdString());
}

/// One thread, for files that may lie where nothing answers: they hold up no other work, nor the
/// program's end. Never destroyed: its destructor would wait for them.
QThreadPool& lookers() {
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool;
        made->setMaxThreadCount(1);
        return made;
    }();
    return *pool;
}

} // namespace

Photos::Photos(HubLink& link, Source& source, QString folder, QObject* parent)
    : QObject(parent), link_(link), folder_(std::move(folder)) {
    connect(&source, &Source::loaded, this, [this](const SnapshotPtr& snapshot) {
        const auto* policy = snapshot->one<AttachmentPolicy>();
        policy_ = policy ? *policy : AttachmentPolicy(); // an older hub says none
    });
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        for (const auto& entry : *entries)
            if (const auto* policy = entry.body.one<AttachmentPolicy>())
                policy_ = *policy;
    });
    makePrivate(folder_);
    // An older version kept everybody's photos here, beside one another.
    const auto mixed = QDir(folder_).entryInfoList(QDir::Files);
    for (const auto& file : mixed)
        QFile::remove(file.filePath());
}

Photos::~Photos() {
    leaving_ = true;
    workers_.clear();
    workers_.waitForDone();
}

QUrl Photos::urlOf(const QString& id) {
    const auto stem = link_.identity().stem();
    if (!isPlainId(id) || stem.isEmpty())
        return {};
    const auto path = folder_ + QLatin1Char('/') + stem + QLatin1Char('/') + id;
    for (const auto& known : {path, path + filmSuffix})
        if (QFileInfo::exists(known))
            return QUrl::fromLocalFile(known);
    if (fetching_.contains(path))
        return {};
    fetching_.insert(path);
    link_.get(
        QStringLiteral("/attachments/") + id, this,
        [this, id, path, generation = link_.identity().generation](const Reply& reply) {
            if (reply.former) {
                fetching_.remove(path);
                return;
            }
            // Kept for good once it is here: a proxy's page must not become the photo.
            const bool film = reply.type.startsWith("video/mp4");
            if (!reply.ok() || (!film && !reply.type.startsWith("image/"))) {
                fetching_.remove(path);
                Q_EMIT failed(id, failureText(reply.failure()));
                return;
            }
            fetching_.remove(path);
            keep(id, film ? path + filmSuffix : path, reply.body, generation);
        },
        fetchTimeoutMs);
    return {};
}

void Photos::keep(const QString& id, const QString& path, const QByteArray& content,
                  quint64 generation) {
    fetching_.insert(path);
    workers_.start([this, id, path, content, generation] {
        const auto kept = guarded(
            "photos", [&] { return store(path, content); },
            Result<>(fail(FailureKind::unavailable, "disk", "an exception was stopped")));
        // The destructor waits for this thread, so `this` is alive here.
        QMetaObject::invokeMethod(
            this,
            [this, id, path, kept, generation] {
                fetching_.remove(path);
                if (generation != link_.identity().generation)
                    return;
                if (kept)
                    Q_EMIT ready(id, QUrl::fromLocalFile(path));
                else
                    Q_EMIT failed(id, failureText(kept.error()));
            },
            Qt::QueuedConnection);
    });
}

void Photos::check(const QList<QUrl>& files) {
    for (const auto& file : files)
        lookers().start([self = QPointer<Photos>(this), file] {
            const bool sendable =
                guarded("photos", [&] { return isSendable(file.toLocalFile()); }, false);
            // Nobody waits for this thread: whether `self` is still there is seen on its own.
            if (auto* program = QCoreApplication::instance())
                QMetaObject::invokeMethod(
                    program,
                    [self, file, sendable] {
                        if (self)
                            Q_EMIT self->checked(file, sendable);
                    },
                    Qt::QueuedConnection);
        });
}

void Photos::prepare(const QList<QUrl>& files, QObject* context, OnReady done) {
    // One after another: each needs as much memory as it has pixels.
    workers_.start([this, files, largest = policy_.max_bytes, context = QPointer<QObject>(context),
                    done = std::move(done)] {
        const auto pictures = guarded(
            "photos", [&] { return jpegsOf(files, largest, leaving_); },
            Pictures(fail(FailureKind::too_large, "attachments", "an exception was stopped")));
        if (leaving_)
            return;
        QMetaObject::invokeMethod(
            this,
            [context, pictures, done] {
                if (context)
                    done(pictures);
            },
            Qt::QueuedConnection);
    });
}

} // namespace chengyun::console
