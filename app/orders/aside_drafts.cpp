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

void AsideDrafts::put(const QByteArray& draft) {
    drafts_.append(draft);
    if (drafts_.size() > most)
        drafts_.removeFirst();
    save();
}

void AsideDrafts::putLast(const QByteArray& draft) {
    drafts_.prepend(draft);
    save();
}

QByteArray AsideDrafts::newest() const {
    return drafts_.isEmpty() ? QByteArray() : drafts_.constLast();
}

void AsideDrafts::dropNewest() {
    if (drafts_.isEmpty())
        return;
    drafts_.removeLast();
    save();
}

void AsideDrafts::save() {
    const auto kept = drafts_.isEmpty() ? file_.remove() : file_.write(drafts_.join('\n'));
    if (!kept)
        qCWarning(lcAside) << kept.error().detail.c_str();
}

} // namespace chengyun::console
