// Exchange of shifts and leave: what was asked for, what waits for whom, and asking.
#pragma once

#include "app/duty/role_table.h"
#include "core/duty/request.h"

#include <QAbstractListModel>
#include <QVariantMap>

#include <variant>

namespace chengyun::console {

class DutyCommands;
class DutyRoster;
class HubClock;
class Outbox;

/// GUI thread. What waits for the account that is signed in comes first, then what is open, then
/// the rest, newest first.
///
/// Roles: requestId, kind ("exchange", "leave"), askerName, otherName, given (the shift that the
/// other takes, or the time of leave, in words), returned (the shift in return, or empty), reason,
/// answer, state, stateName, open, whenText (of its last step, the place's own), acts (list of
/// {act, name, needsText}), waits, mine, pending.
class RequestListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int openCount READ openCount NOTIFY countChanged)
    /// How many wait for the account that is signed in: for its word, or for its approval.
    Q_PROPERTY(int waiting READ waiting NOTIFY countChanged)
    /// It is somebody's account who is on the roster, and may ask.
    Q_PROPERTY(bool mayAsk READ mayAsk NOTIFY countChanged)

public:
    RequestListModel(DutyRoster& roster, DutyCommands& commands, Outbox& outbox, HubClock& clock,
                     QObject* parent = nullptr);

    /// The shifts still to come that can be given away or taken, as {id, text}: of the account's
    /// own person, or of another (active) one.
    Q_INVOKABLE [[nodiscard]] QVariantList ownShifts() const;
    Q_INVOKABLE [[nodiscard]] QVariantList shiftsOf(const QString& person) const;
    /// The others that could take `shift`, as {id, text}: active, with the qualification that its
    /// post asks for.
    Q_INVOKABLE [[nodiscard]] QVariantList othersFor(const QString& shift) const;
    /// The new request's id; empty when it was not taken, and DutyCommands::failureText says why.
    Q_INVOKABLE QString askExchange(const QString& shift, const QString& other,
                                    const QString& inReturn, const QString& reason);
    /// `first` and `last`: days of the place, "2026-07-01", both of them included.
    Q_INVOKABLE QString askLeave(const QString& first, const QString& last, const QString& reason);
    Q_INVOKABLE bool act(const QString& id, const QString& act, const QString& text);

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int openCount() const;
    [[nodiscard]] int waiting() const;
    [[nodiscard]] bool mayAsk() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return roles_.names(); }

Q_SIGNALS:
    void countChanged();

private:
    using Row = std::variant<ShiftExchange, Leave>;
    [[nodiscard]] std::vector<RequestAct> actsOf(const Row& row) const;
    [[nodiscard]] bool waits(const Row& row) const;
    [[nodiscard]] QString shiftText(const std::string& id) const;
    void refresh();

    DutyRoster& roster_;
    DutyCommands& commands_;
    Outbox& outbox_;
    HubClock& clock_;
    RoleTable<Row> roles_;
    std::vector<Row> rows_;
};

} // namespace chengyun::console
