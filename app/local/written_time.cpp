#include "app/local/written_time.h"

#include <QDateTime>
#include <QTimeZone>

namespace chengyun::console {

qint64 writtenTime(const QString& zone, const QString& text, qint64 now) {
    const auto where = zone.isEmpty() ? QTimeZone(QTimeZone::LocalTime) : QTimeZone(zone.toUtf8());
    const auto written = text.trimmed();
    if (const auto time = QTime::fromString(written, QStringLiteral("H:mm")); time.isValid()) {
        const auto today = QDateTime::fromMSecsSinceEpoch(now, where).date();
        const auto at = QDateTime(today, time, where).toMSecsSinceEpoch();
        return at > now ? at : QDateTime(today.addDays(1), time, where).toMSecsSinceEpoch();
    }
    const auto at = QDateTime::fromString(written, QStringLiteral("yyyy-MM-dd H:mm"));
    if (!at.isValid())
        return 0;
    const auto ms = QDateTime(at.date(), at.time(), where).toMSecsSinceEpoch();
    return ms > now ? ms : 0;
}

} // namespace chengyun::console
