// Drafts on disk: one small JSON file each, replaced atomically at every change, so that a crash
// loses no word.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace chengyun::console {

/// Any thread, one writer a file.
class DraftFile {
public:
    explicit DraftFile(QString path);
    /// not_found when there is none.
    [[nodiscard]] Result<QByteArray> read() const;
    [[nodiscard]] Result<> write(const QByteArray& bytes) const;
    [[nodiscard]] Result<> remove() const;

private:
    QString path_;
};

} // namespace chengyun::console
