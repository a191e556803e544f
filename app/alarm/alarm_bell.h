// The alarm bell: what happened that somebody must take note of, and who has.
#pragma once

#include "app/alarm/alarm_desk.h"
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

/// GUI thread. Newest first: what rings comes in at the front, what others have taken by its time.
/// What is open is always there, with what stands; of what is over at most 200 rows stay as
/// history, in their places. What rings the capabilities say, who has taken it the desk; the bell
/// itself knows only that the link is lost.
///
/// Roles: alarmId, kind ("overdue"), icon, title, text, at (ms), subjectKind ("order") and subject
/// (id) of what it is about, both empty when there is nothing to open, level ("I" … "none"),
/// urgent, state ("open", "waiting" for the hub, "taken", "snoozed", "over"), note (who took it and
/// when, in words, or empty), acknowledged (not open), shared (others see what is done about it).
class AlarmBell : public QAbstractListModel {
    Q_OBJECT
    /// Open ones, which nobody has taken.
    Q_PROPERTY(int unacknowledged READ unacknowledged NOTIFY countsChanged)
    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    /// Any open one is urgent: the bell is red.
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
        StateRole,
        NoteRole,
        AcknowledgedRole,
        SharedRole
    };
    Q_ENUM(Role)

    /// `desk` must have been made with the same source before: it hears of marks first.
    AlarmBell(Source& source, std::vector<Capability*> capabilities, AlarmDesk& desk,
              Session& session, HubClock& clock, std::unique_ptr<Sound> sound,
              QObject* parent = nullptr);
    ~AlarmBell() override;

    /// Those of them that are open, in one command: for the hall where they are shared.
    Q_INVOKABLE void take(const QStringList& alarmIds);
    /// The first open one, urgent ones first, with all others about the same (Space). What it is
    /// about: {kind, id}, both empty when it is about nothing that can be opened.
    Q_INVOKABLE QVariantMap takeNext();
    /// All open ones about this subject, as when somebody opens it.
    Q_INVOKABLE void takeAbout(const QString& kind, const QString& id);
    /// Opens taken and snoozed ones again, for everybody.
    Q_INVOKABLE void giveBack(const QStringList& alarmIds);
    /// False: the desk's failureText says why.
    Q_INVOKABLE bool snooze(const QStringList& alarmIds, int minutes, const QString& reason);
    Q_INVOKABLE [[nodiscard]] QString failureText() const { return desk_.failureText(); }
    /// Lets people hear it.
    Q_INVOKABLE void test();

    [[nodiscard]] int unacknowledged() const { return open_; }
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] bool isUrgent() const { return urgent_ > 0; }
    [[nodiscard]] bool isRinging() const { return repeat_.isActive(); }
    [[nodiscard]] bool isMuted() const { return muted_; }
    void setMuted(bool muted);
    [[nodiscard]] bool isSoundAvailable() const;
    [[nodiscard]] QString soundNote() const;
    /// Milliseconds between repetitions while something is open.
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
    /// For a banner: each of a few that came together …
    void raised(const QString& alarmId, const QString& title, const QString& text, bool urgent);
    /// … or how many.
    void manyRaised(int count, bool urgent);
    /// Somebody else was first.
    void othersWereFirst(const QString& name, int count);
    /// What was done could not be kept to be sent.
    void notKept(const QString& why);

private:
    enum class State { Open, Waiting, Taken, Snoozed, Over };
    struct Row {
        std::string id;
        Alarm alarm;
        bool stands = true;  ///< its cause is there
        bool silent = false; ///< it is not heard here, though it is open
        bool heard = false;  ///< taken at this seat, where nobody shares it
        State state = State::Open;
        std::int64_t version = 0; ///< of its mark; 0: none
    };
    void hear(const EntriesPtr& entries);
    void catchUp(const Snapshot& snapshot);
    /// What the hub has found to be over, of which nothing here may know: true when something is;
    /// and what ends by itself.
    [[nodiscard]] bool settle(const std::vector<Entry>& entries);
    void endByTime();
    /// New ones come in at the front, those that are known stand again.
    void raise(std::vector<Alarm> alarms, bool fresh);
    void insert(std::vector<Row> rows);
    /// Rows for what others have taken and nothing here says: for each mark once, so that those
    /// that are trimmed do not come back.
    void addHistory();
    void addPast(const AlarmMark& mark);
    /// The states anew; what is open again rings.
    void refresh();
    /// Rings and tells of those that are open and to be heard.
    void announce(const std::vector<std::size_t>& rows);
    /// Forgets the oldest of what is over.
    void trim();
    void followLink();
    /// Of one account nothing is told to another.
    void forget();
    void update();
    /// Finds out its state; true when it is another than before.
    bool look(Row& row) const;
    [[nodiscard]] bool isShared(const Row& row) const;
    [[nodiscard]] QString noteOf(const Row& row) const;
    [[nodiscard]] static QString stateName(State state);
    /// Takes those open ones for which `test` holds.
    template <class Test>
    void takeWhere(Test test);
    /// Those that the hall shares and for which `test` holds.
    template <class Test>
    [[nodiscard]] std::vector<AskedAlarm> asked(Test test) const;
    /// They are not heard here any more, whatever becomes of the command: somebody has heard them.
    void hush(const std::vector<AskedAlarm>& alarms);

    std::vector<Capability*> capabilities_;
    AlarmDesk& desk_;
    Session& session_;
    HubClock& clock_;
    std::unique_ptr<Sound> sound_;
    std::string account_; ///< whose alarms these are
    std::deque<Row> rows_;
    int open_ = 0, urgent_ = 0, counted_ = 0; ///< as was told last
    qint64 revision_ = -1;                    ///< of the desk's marks that have rows here
    std::int64_t considered_ = 0;             ///< the highest version among them
    QTimer repeat_;
    QTimer linkGrace_;
    bool muted_ = false;
    bool linkAlarmed_ = false;
};

} // namespace chengyun::console
