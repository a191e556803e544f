#include "app/duty/print/file_bytes.h"

#include <QSaveFile>

namespace chengyun::console {

Result<> writeBytes(const QUrl& file, const QByteArray& bytes) {
    QSaveFile out(file.toLocalFile());
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(FailureKind::unavailable, "disk", out.errorString().toStdString());
    return {};
}

} // namespace chengyun::console
