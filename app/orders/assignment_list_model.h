// The board of one order: who has it, how far they are, what can be done about it.
#pragma once

#include "app/orders/order_store.h"

#include <QAbstractListModel>

namespace chengyun::console {

class Outbox;
class Session;

/// GUI thread. Lead first, then as made; reassigned and withdrawn ones last. While an order is
/// looked at its rows keep their places, and new ones stand at the end.
///
/// Roles: assignmentId, unit, unitName (when it was issued), unitArea (name), contactName,
/// contactPhone (both as the unit has them now), role ("lead",
/// "assisting"), roleName, state, stateName, issued, acknowledged, departed, arrived, completed,
/// verified, cleared (ms, 0: not), clearReason, dueAt, dueKind, dueKindName, late, acknowledgeDue,
/// reportDue, completeDue (ms), escalation ("none", "L0" …), escalationName, lastReport, returns,
/// reworks, reminders, progress (list of 0 or 1: acknowledged, departed, arrived, completed), open,
/// acts (list of {act, name, needsText, onBehalf} possible now for this account), pending (kind of
/// a command in the outbox about it, or empty).
class AssignmentListModel : public QAbstractListModel {
    Q_OBJECT
    /// Id of the order shown; empty: none.
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY orderChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// How many units have missed their next deadline.
    Q_PROPERTY(int lateCount READ lateCount NOTIFY lateCountChanged)

public:
    enum Role {
        AssignmentIdRole = Qt::UserRole + 1,
        UnitRole,
        UnitNameRole,
        UnitAreaRole,
        ContactNameRole,
        ContactPhoneRole,
        RoleRole,
        RoleNameRole,
        StateRole,
        StateNameRole,
        IssuedRole,
        AcknowledgedRole,
        DepartedRole,
        ArrivedRole,
        CompletedRole,
        VerifiedRole,
        ClearedRole,
        ClearReasonRole,
        DueAtRole,
        DueKindRole,
        DueKindNameRole,
        LateRole,
        AcknowledgeDueRole,
        ReportDueRole,
        CompleteDueRole,
        EscalationRole,
        EscalationNameRole,
        LastReportRole,
        ReturnsRole,
        ReworksRole,
        RemindersRole,
        ProgressRole,
        OpenRole,
        ActsRole,
        PendingRole
    };
    Q_ENUM(Role)

    AssignmentListModel(OrderStore& store, ResourceStore& resources, Outbox& outbox,
                        Session& session, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] QString order() const { return order_; }
    void setOrder(const QString& order);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int lateCount() const { return static_cast<int>(late_.size()); }
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] QString copyText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void orderChanged();
    void countChanged();
    void lateCountChanged();

private:
    [[nodiscard]] std::vector<std::string> compute() const;
    void refresh();
    void lookForLate();
    [[nodiscard]] QVariantList actsFor(const Assignment& assignment) const;

    OrderStore& store_;
    ResourceStore& resources_;
    Outbox& outbox_;
    Session& session_;
    HubClock& clock_;
    QString order_;
    std::vector<std::string> rows_;
    QSet<QString> late_;
    qint64 nextLate_ = 0; ///< when the next one becomes late; 0: none does
};

} // namespace chengyun::console
