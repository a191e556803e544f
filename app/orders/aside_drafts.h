// Drafts that were put aside. The file holds one a line, the oldest first. A draft stays on disk
// until it is brought back.
#pragma once

#include "app/link/small_files.h"

#include <QByteArrayList>

namespace chengyun::console {

/// GUI thread. A draft is JSON text without line breaks.
class AsideDrafts {
public:
    /// Beyond this many the oldest is dropped.
    static constexpr qsizetype most = 20;

    explicit AsideDrafts(SmallFiles& files);
    /// Reads the drafts of this file and keeps new ones there. With an empty path there are none.
    void open(const QString& path);

    [[nodiscard]] bool isEmpty() const { return drafts_.isEmpty(); }
    /// Waits for the disk, because the form is emptied only when the draft is safe. After a failure
    /// nothing has changed.
    [[nodiscard]] Result<> put(const QByteArray& draft);
    /// Puts a draft aside behind all others. The form does so with its own draft when it takes
    /// another one back; taking back again and again then goes through all drafts.
    [[nodiscard]] Result<> putOldest(const QByteArray& draft);
    /// The newest draft, or empty when there is none. It stays until dropNewest(), so that the
    /// caller can first write it elsewhere.
    [[nodiscard]] QByteArray newest() const;
    void dropNewest();

private:
    [[nodiscard]] Result<> save(QList<QByteArray> drafts);

    SmallFiles& files_;
    QString path_;
    QByteArrayList drafts_;
};

} // namespace chengyun::console
