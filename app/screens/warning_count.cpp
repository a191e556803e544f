#include "app/screens/warning_count.h"

#include <QMutex>
#include <QtLogging>

namespace chengyun::console {

namespace {

QMutex mutex;
QStringList seen;
QtMessageHandler before = nullptr;

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
    before = qInstallMessageHandler(handle);
}

WarningCount::~WarningCount() {
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
