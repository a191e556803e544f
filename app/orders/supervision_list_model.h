// Supervision orders (督办单): of one order, or all open ones.
#pragma once

#include "app/lists/patched_list_model.h"
#include "app/orders/order_store.h"

namespace chengyun::console {

class Outbox;
class Session;

/// GUI thread. Those that await a reply first, the most overdue of them at the head; then those
/// that have one, and the closed ones, newest first.
///
/// Roles: supervisionId, order, orderTitle, orderNumber, assignment, unit, unitName, level ("L2",
/// "L3"), levelName, state ("open", "replied", "closed"), stateName, basis, issuerName, issued,
/// deadline (ms), late, receiver, reply, replied (ms), outcome, deduction, mayReply, mayClose,
/// pending.
class SupervisionListModel : public PatchedListModel {
    Q_OBJECT
    /// Id of an order, or empty: all.
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY orderChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int openCount READ openCount NOTIFY countChanged)

public:
    enum Role {
        SupervisionIdRole = Qt::UserRole + 1,
        OrderRole,
        OrderTitleRole,
        OrderNumberRole,
        AssignmentRole,
        UnitRole,
        UnitNameRole,
        LevelRole,
        LevelNameRole,
        StateRole,
        StateNameRole,
        BasisRole,
        IssuerNameRole,
        IssuedRole,
        DeadlineRole,
        LateRole,
        ReceiverRole,
        ReplyRole,
        RepliedRole,
        OutcomeRole,
        DeductionRole,
        MayReplyRole,
        MayCloseRole,
        PendingRole
    };
    Q_ENUM(Role)

    SupervisionListModel(OrderStore& store, ResourceStore& resources, Outbox& outbox,
                         Session& session, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] QString order() const { return order_; }
    void setOrder(const QString& order);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int openCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void orderChanged();
    void countChanged();

private:
    [[nodiscard]] std::vector<std::string> compute() const;
    void refresh();
    void lookForLate();

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
