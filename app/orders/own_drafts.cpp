#include "app/orders/own_drafts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

namespace chengyun::console {

namespace {
Q_LOGGING_CATEGORY(lcOwn, "chengyun.draft")
}

QString orderDraftIn(const QString& folder) {
    return folder + QStringLiteral("/order-draft.json");
}

QString asideDraftsIn(const QString& folder) {
    return folder + QStringLiteral("/order-draft-aside.json");
}

QString draftTextsIn(const QString& folder) {
    return folder + QStringLiteral("/texts.json");
}

void adoptDrafts(const QString& shared, const QString& ownFolder) {
    for (const auto& file : {orderDraftIn(shared), asideDraftsIn(shared), draftTextsIn(shared)}) {
        if (!QFileInfo(file).isFile())
            continue;
        if (ownFolder.isEmpty() || !QDir().mkpath(ownFolder) ||
            !QFile::rename(file, ownFolder + QLatin1Char('/') + QFileInfo(file).fileName()))
            qCWarning(lcOwn) << file
                             << "is left where it is: nobody knows whose it is, or they "
                                "have another one";
    }
}

} // namespace chengyun::console
