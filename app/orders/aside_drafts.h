// Drafts that were put aside: each is kept on disk until it is brought back, oldest first, a line
// each.
#pragma once

#include "app/orders/draft_file.h"

#include <QByteArrayList>

namespace chengyun::console {

/// GUI thread. A draft is JSON text without line breaks.
class AsideDrafts {
public:
    /// Beyond this many the oldest is dropped.
    static constexpr qsizetype most = 20;

    explicit AsideDrafts(const QString& path);

    [[nodiscard]] bool isEmpty() const { return drafts_.isEmpty(); }
    /// On disk when it succeeds, and nothing has changed when it fails.
    [[nodiscard]] Result<> put(const QByteArray& draft);
    /// Behind all others: what makes room for one that comes back, so that bringing back again and
    /// again goes through all.
    [[nodiscard]] Result<> putOldest(const QByteArray& draft);
    /// Empty when there is none. It stays until it is dropped: whoever takes it writes it first.
    [[nodiscard]] QByteArray newest() const;
    void dropNewest();

private:
    [[nodiscard]] Result<> save(QList<QByteArray> drafts);

    DraftFile file_;
    QByteArrayList drafts_;
};

} // namespace chengyun::console
