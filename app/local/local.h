// When and where for people: by the hall's time zone and in its coordinates, whatever this
// machine's. There is one for the program, as there is one language.
#pragma once

#include "core/area/hall_policy.h"
#include "core/geo/place.h"
#include "core/time/zone.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTimeZone>

namespace chengyun::console {

/// GUI thread. Texts are of the moment they are asked for; a binding reads `zone` or `coordinates`
/// and hands it over, so that it is evaluated anew when the hall says another.
class Local : public QObject {
    Q_OBJECT
    /// IANA name of the hall's zone; empty: this machine's counts.
    Q_PROPERTY(QString zone READ zone NOTIFY changed)
    /// "WGS-84", "CGCS2000", "GCJ-02" or "BD-09".
    Q_PROPERTY(QString coordinates READ coordinates NOTIFY changed)

public:
    [[nodiscard]] static Local& instance();

    /// What the hub says; a policy without a zone, or with one that this machine does not know,
    /// leaves this machine's.
    void take(const HallPolicy& policy);
    [[nodiscard]] QString zone() const { return zone_; }
    [[nodiscard]] QString coordinates() const { return coordinates_; }

    [[nodiscard]] QDateTime at(qint64 ms) const;
    /// The hall's zone for what core works out by its days.
    [[nodiscard]] Zone days() const;
    /// A time in milliseconds as `format` of QDateTime::toString says; empty for 0.
    Q_INVOKABLE [[nodiscard]] static QString text(const QString& zone, qint64 ms,
                                                  const QString& format);
    /// "14:32" of the day of `now`, else "11-30 14:32", of another year "2025-11-30 14:32"; empty
    /// for 0. With `seconds`: "14:32:07" of the same day.
    Q_INVOKABLE [[nodiscard]] static QString moment(const QString& zone, qint64 ms, qint64 now,
                                                    bool seconds);
    /// The day for the head of the window: "Mon 30 Nov", "11月30日 周一".
    Q_INVOKABLE [[nodiscard]] static QString day(const QString& zone, qint64 ms,
                                                 const QString& language);
    /// "UTC+8" where the hall's clock shows another time than this machine's, else empty.
    Q_INVOKABLE [[nodiscard]] static QString difference(const QString& zone, qint64 now);
    /// "114.03120  30.58210", and the system behind it where it is not WGS-84.
    Q_INVOKABLE [[nodiscard]] static QString placeText(const QString& coordinates, double lon,
                                                       double lat);

Q_SIGNALS:
    void changed();

private:
    Local() = default;
    QString zone_;
    QString coordinates_ = QStringLiteral("WGS-84");
};

} // namespace chengyun::console
