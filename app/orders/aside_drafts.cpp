#include "app/orders/aside_drafts.h"

#include <QLoggingCategory>

namespace chengyun::console {

namespace {
Q_LOGGING_CATEGORY(lcAside, "chengyun.draft")
}

AsideDrafts::AsideDrafts(const QString& path) : file_(path) {
    if (const auto kept = file_.read()) {
        const auto lines = kept->split('\n');
        for (const auto& line : lines)
            if (!line.isEmpty())
                drafts_.append(line);
    }
}

Result<> AsideDrafts::put(const QByteArray& draft) {
    auto drafts = drafts_;
    drafts.append(draft);
    if (drafts.size() > most)
        drafts.removeFirst();
    return save(std::move(drafts));
}

Result<> AsideDrafts::putOldest(const QByteArray& draft) {
    auto drafts = drafts_;
    drafts.prepend(draft);
    return save(std::move(drafts));
}

QByteArray AsideDrafts::newest() const {
    return drafts_.isEmpty() ? QByteArray() : drafts_.constLast();
}

void AsideDrafts::dropNewest() {
    if (drafts_.isEmpty())
        return;
    auto drafts = drafts_;
    drafts.removeLast();
    // At worst it is brought back once more.
    if (const auto kept = save(std::move(drafts)); !kept)
        qCWarning(lcAside) << kept.error().detail.c_str();
}

Result<> AsideDrafts::save(QList<QByteArray> drafts) {
    auto kept = drafts.isEmpty() ? file_.remove() : file_.write(drafts.join('\n'));
    if (kept)
        drafts_ = std::move(drafts);
    return kept;
}

} // namespace chengyun::console
