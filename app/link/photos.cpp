#include "app/link/photos.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/link/outbox.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QLoggingCategory>
#include <QSaveFile>

Q_LOGGING_CATEGORY(lcPhotos, "chengyun.photos")

namespace chengyun::console {
namespace {

constexpr qint64 largestFile = 20 * 1024 * 1024;
constexpr int longestSide = 2560;
constexpr int jpegQuality = 85;
constexpr int fetchTimeoutMs = 60000;

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

} // namespace

Photos::Photos(HubLink& link, Outbox& outbox, QString folder, QObject* parent)
    : QObject(parent), link_(link), outbox_(outbox), folder_(std::move(folder)) {
    QDir().mkpath(folder_);
    QFile::setPermissions(folder_, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString Photos::pathOf(const QString& id) const {
    return folder_ + QLatin1Char('/') + id;
}

QUrl Photos::urlOf(const QString& id) {
    if (!isPlainId(id))
        return {};
    const auto path = pathOf(id);
    if (QFileInfo::exists(path))
        return QUrl::fromLocalFile(path);
    if (fetching_.contains(id))
        return {};
    fetching_.insert(id, true);
    link_.get(
        QStringLiteral("/attachments/") + id, this,
        [this, id, path](const Reply& reply) {
            fetching_.remove(id);
            // Kept for good once it is here: a proxy's page must not become the photo.
            if (!reply.ok() || !reply.type.startsWith("image/")) {
                Q_EMIT failed(id, failureText(reply.failure()));
                return;
            }
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(reply.body) < 0 || !file.commit()) {
                qCWarning(lcPhotos) << "cannot keep" << path << file.errorString();
                Q_EMIT failed(id, file.errorString());
                return;
            }
            Q_EMIT ready(id, QUrl::fromLocalFile(path));
        },
        fetchTimeoutMs);
    return {};
}

bool Photos::acceptable(const QUrl& file) const {
    const QFileInfo info(file.toLocalFile());
    return info.isFile() && info.size() <= largestFile &&
           isPicture(QImageReader::imageFormat(info.filePath()));
}

Result<std::string> Photos::submit(const QUrl& file, const QString& subject) {
    if (!acceptable(file))
        return fail(FailureKind::wrong_type, "attachments");
    QImageReader reader(file.toLocalFile());
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
    Wish wish;
    wish.kind = QStringLiteral("attachment");
    wish.title = tr("Photo %1").arg(QFileInfo(file.toLocalFile()).fileName());
    wish.subject = subject;
    wish.path = QStringLiteral("/attachments");
    wish.type = "image/jpeg";
    wish.body = bytes;
    return outbox_.submit(std::move(wish));
}

} // namespace chengyun::console
