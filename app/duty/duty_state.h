// Who leads the hall and in which mode, as the last journal entry said.
#pragma once

#include "app/link/source.h"
#include "core/duty/duty.h"

#include <QObject>

namespace chengyun::console {

class HubClock;
class Outbox;

/// GUI thread.
class DutyState : public QObject {
    Q_OBJECT
    /// False until the hub has said; a hub of an older version never does.
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(bool emergency READ isEmergency NOTIFY changed)
    Q_PROPERTY(QString commander READ commander NOTIFY changed)
    Q_PROPERTY(QString shiftLeader READ shiftLeader NOTIFY changed)
    /// When the mode was switched last (ms), 0 before the first time, and why.
    Q_PROPERTY(qint64 modeSince READ modeSince NOTIFY changed)
    Q_PROPERTY(QString modeReason READ modeReason NOTIFY changed)
    Q_PROPERTY(qint64 version READ version NOTIFY changed)
    /// A change waits for the hub.
    Q_PROPERTY(bool pending READ isPending NOTIFY pendingChanged)
    /// The last change is being written into the outbox; `settled` follows.
    Q_PROPERTY(bool keeping READ isKeeping NOTIFY keepingChanged)
    /// Why the last change was not taken, in words, and the field it is about ("commander",
    /// "shift_leader", "reason"); empty when it was.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)
    Q_PROPERTY(QString failureField READ failureField NOTIFY failureChanged)

public:
    DutyState(Source& source, Outbox& outbox, HubClock& clock, QObject* parent = nullptr);

    /// True when nothing would change, or it is `keeping`: being put into the outbox. `version` is
    /// the one that was looked at: what somebody else has changed since is not undone unseen (field
    /// "version").
    Q_INVOKABLE bool set(bool emergency, const QString& commander, const QString& shiftLeader,
                         const QString& reason, qint64 version);
    Q_INVOKABLE void forgetFailure();

    [[nodiscard]] bool isKnown() const { return known_; }
    [[nodiscard]] bool isEmergency() const { return duty_.mode == Mode::emergency; }
    [[nodiscard]] QString commander() const;
    [[nodiscard]] QString shiftLeader() const;
    [[nodiscard]] qint64 modeSince() const { return ms_of(duty_.mode_since); }
    [[nodiscard]] QString modeReason() const;
    [[nodiscard]] qint64 version() const { return duty_.version; }
    [[nodiscard]] bool isPending() const;
    [[nodiscard]] bool isKeeping() const { return keeping_; }
    [[nodiscard]] QString failureText() const { return failureText_; }
    [[nodiscard]] QString failureField() const { return failureField_; }

Q_SIGNALS:
    void changed();
    void pendingChanged();
    void keepingChanged();
    void failureChanged();
    /// The change is in the outbox, or is not (`failureText` says why).
    void settled(bool kept);

private:
    void take(const Duty& duty);
    bool settle(const Result<>& result);
    void setKeeping(bool keeping);

    Outbox& outbox_;
    HubClock& clock_;
    Duty duty_;
    bool known_ = false;
    bool keeping_ = false;
    QString failureText_;
    QString failureField_;
};

} // namespace chengyun::console
