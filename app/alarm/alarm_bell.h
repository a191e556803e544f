// The alarm bell: what happened that somebody must take note of.
#pragma once

#include "app/alarm/sound.h"
#include "app/capability/capability.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QVariantMap>

#include <deque>
#include <memory>
#include <vector>

namespace chengyun::console {

class HubClock;
class Session;

/// GUI thread. Newest first, at most 200; acknowledged ones stay in their places as history. What
/// rings the capabilities say; the bell itself knows only that the link is lost.
///
/// Roles: alarmId, kind ("overdue"), icon, title, text, at (ms), subjectKind ("order") and subject
/// (id) of what it is about, both empty when there is nothing to open, level ("I" … "none"),
/// urgent, acknowledged.
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
        IconRole,
        TitleRole,
        TextRole,
        AtRole,
        SubjectKindRole,
        SubjectRole,
        LevelRole,
        UrgentRole,
        AcknowledgedRole
    };
    Q_ENUM(Role)

    AlarmBell(Source& source, std::vector<Capability*> capabilities, Session& session,
              HubClock& clock, std::unique_ptr<Sound> sound, QObject* parent = nullptr);
    ~AlarmBell() override;

    Q_INVOKABLE void acknowledge(const QString& alarmId);
    Q_INVOKABLE void acknowledgeAll();
    /// The newest unacknowledged one (Space). What it is about: {kind, id}, both empty when it is
    /// about nothing that can be opened.
    Q_INVOKABLE QVariantMap acknowledgeNewest();
    /// All about this subject, as when somebody opens it.
    Q_INVOKABLE void acknowledgeAbout(const QString& kind, const QString& id);
    Q_INVOKABLE void clearAcknowledged();
    /// Lets people hear it.
    Q_INVOKABLE void test();

    [[nodiscard]] int unacknowledged() const;
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
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
    struct Row {
        QString id;
        Alarm alarm;
        [[nodiscard]] bool isAcknowledged() const { return alarm.acknowledged; }
    };
    void take(const EntriesPtr& entries);
    void catchUp(const Snapshot& snapshot);
    void raise(Alarm alarm);
    void followLink();
    /// Of one account nothing is told to another.
    void forget();
    void update();
    void changedAt(std::size_t row);
    /// Takes note of those for which `test` holds.
    template <class Test>
    void acknowledgeWhere(Test test);

    std::vector<Capability*> capabilities_;
    Session& session_;
    HubClock& clock_;
    std::unique_ptr<Sound> sound_;
    std::string account_; ///< whose alarms these are
    std::deque<Row> rows_;
    QTimer repeat_;
    QTimer linkGrace_;
    bool muted_ = false;
    bool linkAlarmed_ = false;
    qint64 next_ = 1;
};

} // namespace chengyun::console
