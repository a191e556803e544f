#include "app/local/local.h"

#include "core/geo/datum.h"

#include <QLocale>

namespace chengyun::console {

namespace {

QTimeZone zoneOf(const QString& name) {
    // The last one that was asked for: rows of a screen ask for the same one.
    static QString known;
    static QTimeZone zone = QTimeZone::systemTimeZone();
    if (name != known) {
        known = name;
        zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toLatin1());
    }
    return zone;
}

QDateTime in(const QString& zone, qint64 ms) {
    return QDateTime::fromMSecsSinceEpoch(ms, zoneOf(zone));
}

} // namespace

Local& Local::instance() {
    static Local local;
    return local;
}

void Local::take(const HallPolicy& policy) {
    const auto name = QString::fromStdString(policy.zone);
    const auto zone = QTimeZone::isTimeZoneIdAvailable(name.toLatin1()) ? name : QString();
    const auto coordinates = QString::fromStdString(policy.coordinates);
    if (zone == zone_ && coordinates == coordinates_)
        return;
    zone_ = zone;
    coordinates_ = coordinates;
    Q_EMIT changed();
}

QDateTime Local::at(qint64 ms) const {
    return in(zone_, ms);
}

Zone Local::days() const {
    const auto zone = zoneOf(zone_);
    const QDateTime first(QDate(1970, 1, 1), QTime(0, 0), QTimeZone::UTC);
    const QDateTime last(QDate(2101, 1, 1), QTime(0, 0), QTimeZone::UTC);
    std::vector<Zone::Span> spans{{Instant{}, std::chrono::seconds(zone.offsetFromUtc(first))}};
    const auto changes = zone.transitions(first, last);
    for (const auto& change : changes)
        spans.push_back({instant_of(change.atUtc.toMSecsSinceEpoch()),
                         std::chrono::seconds(change.offsetFromUtc)});
    return Zone(std::move(spans));
}

QString Local::text(const QString& zone, qint64 ms, const QString& format) {
    return ms == 0 ? QString() : in(zone, ms).toString(format);
}

QString Local::moment(const QString& zone, qint64 ms, qint64 now, bool seconds) {
    if (ms == 0)
        return {};
    const auto then = in(zone, ms);
    const auto today = in(zone, now).date();
    if (then.date() == today)
        return then.toString(seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    return then.toString(then.date().year() == today.year() ? QStringLiteral("MM-dd HH:mm")
                                                            : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString Local::day(const QString& zone, qint64 ms, const QString& language) {
    return QLocale(language).toString(in(zone, ms).date(), language == QLatin1String("en")
                                                               ? QStringLiteral("ddd d MMM")
                                                               : QStringLiteral("M月d日 ddd"));
}

QString Local::difference(const QString& zone, qint64 now) {
    const int offset = in(zone, now).offsetFromUtc() / 60;
    if (offset == in({}, now).offsetFromUtc() / 60)
        return {};
    auto text = QStringLiteral("UTC%1%2")
                    .arg(offset < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                    .arg(std::abs(offset) / 60);
    if (offset % 60 != 0)
        text += QStringLiteral(":%1").arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
    return text;
}

QString Local::placeText(const QString& coordinates, double lon, double lat) {
    Place place{lon, lat};
    if (coordinates == QLatin1String("GCJ-02"))
        place = gcj02_from_wgs84(place);
    else if (coordinates == QLatin1String("BD-09"))
        place = bd09_from_wgs84(place);
    auto text = QString::number(place.lon, 'f', 5) + QStringLiteral("  ") +
                QString::number(place.lat, 'f', 5);
    if (coordinates != QLatin1String("WGS-84"))
        text += QStringLiteral("  ") + coordinates;
    return text;
}

} // namespace chengyun::console
