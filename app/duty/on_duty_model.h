// Who is on duty now and next at each post, and what can be done about it from this seat.
#pragma once

#include "core/duty/shift.h"

#include <QAbstractListModel>
#include <QString>
#include <QVariantList>

#include <string>
#include <vector>

namespace chengyun::console {

class DutyRoster;
class HubClock;

/// GUI thread. One row for each post that is not closed, in the chain of command; as of the last
/// full minute.
///
/// Roles: post (id), postName, kind ("shift_leader"), kindName, unitName, lead (in the chain above
/// the dispatchers), and two lists of shifts, `now` and `next`. A shift there is {shift (id),
/// person (id), personName, phone, phones, time ("08:00–20:00"), since and until (ms), checkedIn,
/// late, own, mayCheckIn, mayClose, closeWaits (its handover is not accepted), insteadOf (name),
/// backupName, standIns: [{person, name, phone}] when somebody may be given the shift, the proposed
/// first}.
class OnDutyModel : public QAbstractListModel {
    Q_OBJECT
    /// Names of those who are at the post now, or empty.
    Q_PROPERTY(QString commander READ commander NOTIFY changed)
    Q_PROPERTY(QString shiftLeader READ shiftLeader NOTIFY changed)
    /// False: nobody has set up posts.
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    /// People who have not come in time, at any post.
    Q_PROPERTY(int lateCount READ lateCount NOTIFY changed)
    /// The account's own shift that can be checked in to now, as in `now`; empty: none.
    Q_PROPERTY(QVariantMap ownToCheckIn READ ownToCheckIn NOTIFY changed)

public:
    enum Role {
        PostRole = Qt::UserRole + 1,
        PostNameRole,
        KindRole,
        KindNameRole,
        UnitNameRole,
        LeadRole,
        NowRole,
        NextRole
    };
    Q_ENUM(Role)

    OnDutyModel(DutyRoster& roster, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] QString commander() const { return namesAt(PostKind::commander); }
    [[nodiscard]] QString shiftLeader() const { return namesAt(PostKind::shift_leader); }
    [[nodiscard]] bool isKnown() const { return !rows_.empty(); }
    [[nodiscard]] int lateCount() const;
    [[nodiscard]] QVariantMap ownToCheckIn() const;
    /// Row of the post that this shift mans; −1 when it is not now or next.
    Q_INVOKABLE [[nodiscard]] int rowOfShift(const QString& shift) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        std::string post;
        QVariantList now, next;
        bool operator==(const Row&) const = default;
    };

    void refresh();
    [[nodiscard]] QVariantMap cardOf(const Shift& shift, bool now) const;
    [[nodiscard]] QString namesAt(PostKind kind) const;

    DutyRoster& roster_;
    HubClock& clock_;
    std::vector<Row> rows_;
    qint64 minute_ = 0; ///< of the last refresh
};

} // namespace chengyun::console
