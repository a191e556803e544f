// The alarm bell: what happened that somebody must take note of.
#pragma once

#include "app/alarm/missed.h"
#include "app/alarm/sound.h"
#include "app/link/source.h"

#include <QAbstractListModel>
#include <QTimer>

#include <deque>
#include <optional>

namespace chengyun::console {

class HubClock;
class OrderStore;
class Session;

enum class AlarmKind {
    newOrder,
    dueSoon,
    overdue,
    supervision,
    returnRequested,
    timerFailed,
    linkLost,
    emergency,
    peace
};

/// GUI thread. Newest first, at most 200; acknowledged ones stay in their places as history.
///
/// Roles: alarmId, kind ("newOrder", "dueSoon", "overdue", "supervision", "returnRequested",
/// "timerFailed", "linkLost", "emergency", "peace"), title, text, at (ms), order (id or empty),
/// level ("I" … "none"), urgent, acknowledged.
class AlarmBell : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int unacknowledged READ unacknowledged NOTIFY countsChanged)
    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    /// Any unacknowledged one is urgent: the bell is red.
    Q_PROPERTY(bool urgent READ isUrgent NOTIFY countsChanged)
    Q_PROPERTY(bool ringing READ isRinging NOTIFY ringingChanged)
    Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY mutedChanged)
    /// False without an audio device: show `soundNote`.
    Q_PROPERTY(bool soundAvailable READ isSoundAvailable NOTIFY soundChanged)
    Q_PROPERTY(QString soundNote READ soundNote NOTIFY soundChanged)

public:
    enum Role {
        AlarmIdRole = Qt::UserRole + 1,
        KindRole,
        TitleRole,
        TextRole,
        AtRole,
        OrderRole,
        LevelRole,
        UrgentRole,
        AcknowledgedRole
    };
    Q_ENUM(Role)

    AlarmBell(Source& source, OrderStore& orders, Session& session, HubClock& clock,
              std::unique_ptr<Sound> sound, QObject* parent = nullptr);
    ~AlarmBell() override;

    Q_INVOKABLE void acknowledge(const QString& alarmId);
    Q_INVOKABLE void acknowledgeAll();
    /// The newest unacknowledged one (Space): its order's id, or empty.
    Q_INVOKABLE QString acknowledgeNewest();
    /// All about this order, as when somebody opens it.
    Q_INVOKABLE void acknowledgeOrder(const QString& order);
    Q_INVOKABLE void clearAcknowledged();
    /// Lets people hear it.
    Q_INVOKABLE void test();

    [[nodiscard]] int unacknowledged() const;
    [[nodiscard]] int count() const { return static_cast<int>(alarms_.size()); }
    [[nodiscard]] bool isUrgent() const;
    [[nodiscard]] bool isRinging() const { return repeat_.isActive(); }
    [[nodiscard]] bool isMuted() const { return muted_; }
    void setMuted(bool muted);
    [[nodiscard]] bool isSoundAvailable() const;
    [[nodiscard]] QString soundNote() const;
    /// Seconds between repetitions while something is unacknowledged.
    void setRepeat(int milliseconds);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countsChanged();
    void ringingChanged();
    void mutedChanged();
    void soundChanged();
    /// For a banner.
    void raised(const QString& alarmId, const QString& title, const QString& text, bool urgent);

private:
    struct Alarm {
        QString id;
        AlarmKind kind = AlarmKind::newOrder;
        std::string order;
        std::string unitName;
        std::string words; ///< said instead of the order's title
        qint64 at = 0;
        bool urgent = false;
        bool acknowledged = false;
    };
    void take(const EntriesPtr& entries);
    void catchUp(const Snapshot& snapshot);
    void raise(Alarm alarm);
    void followLink();
    void followMode(const Duty& duty, bool own);
    /// Of one account nothing is told to another.
    void forget();
    void update();
    void changedAt(std::size_t row);
    [[nodiscard]] QString titleOf(const Alarm& alarm) const;
    [[nodiscard]] QString textOf(const Alarm& alarm) const;

    OrderStore& orders_;
    Session& session_;
    HubClock& clock_;
    std::unique_ptr<Sound> sound_;
    Missed missed_;
    std::optional<Mode> mode_; ///< none until the hub has said
    std::string account_;      ///< whose alarms these are
    std::deque<Alarm> alarms_;
    QTimer repeat_;
    QTimer linkGrace_;
    bool muted_ = false;
    bool linkAlarmed_ = false;
    qint64 next_ = 1;
};

} // namespace chengyun::console
