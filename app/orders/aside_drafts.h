// Drafts that were put aside: each is kept on disk until it is brought back, oldest first, a line
// each.
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
    /// Those of this file from now on; of none when it is empty.
    void open(const QString& path);

    [[nodiscard]] bool isEmpty() const { return drafts_.isEmpty(); }
    /// On disk when it succeeds, and nothing has changed when it fails: waits for the disk, because
    /// what happens next depends on it.
    [[nodiscard]] Result<> put(const QByteArray& draft);
    /// Behind all others: what makes room for one that comes back, so that bringing back again and
    /// again goes through all.
    [[nodiscard]] Result<> putOldest(const QByteArray& draft);
    /// Empty when there is none. It stays until it is dropped: whoever takes it writes it first.
    [[nodiscard]] QByteArray newest() const;
    void dropNewest();

private:
    [[nodiscard]] Result<> save(QList<QByteArray> drafts);

    SmallFiles& files_;
    QString path_;
    QByteArrayList drafts_;
};

} // namespace chengyun::console
