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
    void put(const QByteArray& draft);
    /// The newest, which is no longer kept here. `instead`, unless empty, is kept as the oldest, so
    /// that asking again and again goes through all.
    [[nodiscard]] QByteArray take(const QByteArray& instead);

private:
    void save();

    DraftFile file_;
    QByteArrayList drafts_;
};

} // namespace chengyun::console
