// The hub's time on this machine: deadlines are the hub's, so what is left is counted by its clock.
#pragma once

#include "core/time/instant.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace chengyun::console {

/// GUI thread. Ticks once a second, on the second of the hub's clock.
///
/// In QML: `clock.leftText(model.dueAt, clock.now)` re-evaluates each second because `now` is read.
class HubClock : public QObject {
    Q_OBJECT
    /// Milliseconds since 1970 UTC by the hub's clock, as of the last tick.
    Q_PROPERTY(qint64 now READ now NOTIFY ticked)
    /// Hub minus this machine, milliseconds.
    Q_PROPERTY(qint64 offsetMs READ offsetMs NOTIFY offsetChanged)

public:
    explicit HubClock(Clock local = system_now, QObject* parent = nullptr);

    [[nodiscard]] qint64 now() const { return now_; }
    /// Not the last tick's: this very moment by the hub's clock.
    [[nodiscard]] Instant exact() const;
    [[nodiscard]] qint64 offsetMs() const { return offset_; }
    /// From the feed's pings.
    void setOffsetMs(qint64 offset);
    /// Whose time it tells from now on, by the hub's address: this machine's until that hub's is
    /// known. Another hub's offset says nothing about it.
    void follow(const QString& hub);
    /// It tells this hub's time, as heard from the hub itself.
    [[nodiscard]] bool tells(const QString& hub) const { return heard_ && hub == hub_; }
    /// This machine's own time.
    [[nodiscard]] Instant local() const { return local_(); }

    /// "12 min left", "0:42 left", "3 min late"; empty when due is 0.
    Q_INVOKABLE [[nodiscard]] QString leftText(qint64 due, qint64 now) const;
    /// True once `due` (not 0) has passed.
    Q_INVOKABLE [[nodiscard]] bool isLate(qint64 due, qint64 now) const;
    /// By the hall's zone "14:32", with the date in front when it is another day than now; empty
    /// for 0.
    Q_INVOKABLE [[nodiscard]] QString timeText(qint64 at) const;
    /// Date and time to the second by the hall's zone, for hovering; empty for 0.
    Q_INVOKABLE [[nodiscard]] QString fullText(qint64 at) const;
    /// How long ago: "just now", "5 min ago", "2 h ago".
    Q_INVOKABLE [[nodiscard]] QString agoText(qint64 at, qint64 now) const;

public Q_SLOTS:
    /// Reads the clock and tells everybody; the timer calls it, and tests do.
    void tick();

Q_SIGNALS:
    void ticked();
    void offsetChanged();

private:
    Clock local_;
    QString hub_;        ///< whose time it tells
    bool heard_ = false; ///< the offset is that hub's
    qint64 offset_ = 0;
    qint64 now_ = 0;
    QTimer timer_;
};

} // namespace chengyun::console
