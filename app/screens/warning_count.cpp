#include "app/screens/warning_count.h"

#include <QMutex>
#include <QtLogging>

namespace chengyun::console {

namespace {

QMutex mutex;
QStringList seen;
QtMessageHandler before = nullptr;
int counting = 0; ///< of WarningCount there are

bool isOfQml(const QMessageLogContext& context, const QString& text) {
    const QByteArrayView category(context.category ? context.category : "");
    return category == "qml" || category == "js" || category.startsWith("qt.qml") ||
           category.startsWith("qt.quick") || text.contains(u".qml");
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if (type != QtDebugMsg && type != QtInfoMsg && isOfQml(context, text)) {
        const QMutexLocker lock(&mutex);
        seen.append(text);
    }
    if (before)
        before(type, context, text);
}

} // namespace

WarningCount::WarningCount() {
    // The second would take this handler for the one before, which would call itself without end.
    if (counting++ == 0)
        before = qInstallMessageHandler(handle);
}

WarningCount::~WarningCount() {
    if (--counting == 0)
        qInstallMessageHandler(before);
}

int WarningCount::count() const {
    const QMutexLocker lock(&mutex);
    return static_cast<int>(seen.size());
}

QStringList WarningCount::lines() const {
    const QMutexLocker lock(&mutex);
    return seen;
}

} // namespace chengyun::console
