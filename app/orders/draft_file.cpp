#include "app/orders/draft_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace chengyun::console {

DraftFile::DraftFile(QString path) : path_(std::move(path)) {}

Result<QByteArray> DraftFile::read() const {
    QFile file(path_);
    if (!file.exists())
        return fail(FailureKind::not_found);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    return file.readAll();
}

Result<> DraftFile::write(const QByteArray& bytes) const {
    QDir().mkpath(QFileInfo(path_).absolutePath());
    QSaveFile file(path_);
    if (!file.open(QIODevice::WriteOnly))
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes);
    if (!file.commit())
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    return {};
}

Result<> DraftFile::remove() const {
    QFile file(path_);
    if (file.exists() && !file.remove())
        return fail(FailureKind::unavailable, {}, file.errorString().toStdString());
    return {};
}

} // namespace chengyun::console
