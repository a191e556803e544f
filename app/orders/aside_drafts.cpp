#include "app/orders/aside_drafts.h"

#include <QLoggingCategory>

namespace chengyun::console {

namespace {
Q_LOGGING_CATEGORY(lcAside, "chengyun.draft")
}

AsideDrafts::AsideDrafts(SmallFiles& files) : files_(files) {}

void AsideDrafts::open(const QString& path) {
    path_ = path;
    drafts_.clear();
    if (path.isEmpty())
        return;
    if (const auto kept = files_.read(path)) {
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
    if (drafts.isEmpty())
        files_.remove(path_);
    else
        files_.write(path_, drafts.join('\n'));
    auto kept = files_.flush();
    if (kept)
        drafts_ = std::move(drafts);
    return kept;
}

} // namespace chengyun::console
