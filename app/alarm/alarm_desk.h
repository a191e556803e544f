// The hall's alarm desk as this seat knows it: who has taken which alarm, what is put off, and what
// of it is still on its way to the hub.
#pragma once

#include "app/link/source.h"
#include "core/alarms/alarm.h"

#include <QObject>
#include <QString>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace chengyun::console {

class HubClock;
class Outbox;
class Session;

/// An alarm that something is to be done about.
struct AskedAlarm {
    std::string id;
    qint64 at = 0; ///< when it rang, ms
    QString title;
};

/// GUI thread. Commands go into the outbox, those of more than most_alarms_at_once in several; what
/// is on its way, also from before a restart, is read from there.
class AlarmDesk : public QObject {
    Q_OBJECT
public:
    AlarmDesk(Source& source, Outbox& outbox, Session& session, HubClock& clock,
              QObject* parent = nullptr);

    /// May this account take alarms for the hall?
    [[nodiscard]] bool isOpen() const;
    /// Null: nobody has taken it or put it off, or that time is over. Good until the next change.
    [[nodiscard]] const AlarmMark* mark(const std::string& id) const;
    /// All that there are, with those whose time is over.
    [[nodiscard]] const std::unordered_map<std::string, AlarmMark>& marks() const { return marks_; }
    /// Another number after each change of the marks.
    [[nodiscard]] qint64 revision() const { return revision_; }
    /// A command about it is in the outbox, unanswered, or is being put there.
    [[nodiscard]] bool isPending(const std::string& id) const {
        return pending_.contains(id) || keeping_.contains(id);
    }

    // False: not taken, `failureText` says why.
    bool take(const std::vector<AskedAlarm>& alarms);
    bool snooze(const std::vector<AskedAlarm>& alarms, int minutes, const QString& reason);
    bool giveBack(const std::vector<AskedAlarm>& alarms);
    [[nodiscard]] QString failureText() const { return failureText_; }

Q_SIGNALS:
    /// What is pending is another, or a snooze is over. What snapshots and entries change is not
    /// told: who shows alarms looks when they have changed those, too.
    void changed();
    /// The hub has answered that somebody else was first, with so many of them.
    void othersWereFirst(const QString& name, int count);
    /// A command could not be put into the outbox.
    void notKept(const QString& why);

private:
    template <class Command>
    bool submit(const std::vector<AskedAlarm>& alarms, Command command, const QString& kind,
                const QString& path, const QString& one, const QString& many);
    void noteMarks();
    void findPending();
    void readAnswer(const QByteArray& body);
    bool refuse(const Failure& failure);

    Outbox& outbox_;
    Session& session_;
    HubClock& clock_;
    std::unordered_map<std::string, AlarmMark> marks_;
    std::unordered_set<std::string> pending_; ///< in the outbox
    std::unordered_set<std::string> keeping_; ///< on the way there
    QString failureText_;
    qint64 revision_ = 0;
    qint64 opens_ = 0; ///< when the first snooze is over, ms; 0: none
};

} // namespace chengyun::console
