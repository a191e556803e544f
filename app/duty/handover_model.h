// One handover sheet: its items, and what the account that is signed in may do to them.
#pragma once

#include "app/duty/handover_list_model.h"
#include "app/text.h"

namespace chengyun::console {

class DutyCommands;
class Outbox;
class Session;

/// GUI thread. The items in the order of a printed sheet.
///
/// Roles: itemId, kind ("open_order"), kindTitle ("Open orders"), title, remark, acknowledged,
/// acknowledgement (when, by whom, with which words), order (id of the order that it is or is
/// about; may be empty). Times are the place's own.
class HandoverModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString sheet READ sheet WRITE setSheet NOTIFY changed)
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(QString postName READ postName NOTIFY changed)
    /// {name, span, phone, signedText (when; empty: not signed)} of each shift; no name: nobody is
    /// planned.
    Q_PROPERTY(QVariantMap outgoing READ outgoing NOTIFY changed)
    Q_PROPERTY(QVariantMap incoming READ incoming NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString stateName READ stateName NOTIFY changed)
    Q_PROPERTY(qint64 due READ due NOTIFY changed)
    Q_PROPERTY(QString dueText READ dueText NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Items that are not acknowledged yet.
    Q_PROPERTY(int unacknowledged READ unacknowledged NOTIFY changed)
    Q_PROPERTY(bool mayRemark READ mayRemark NOTIFY changed)
    Q_PROPERTY(bool mayHandOver READ mayHandOver NOTIFY changed)
    Q_PROPERTY(bool mayAcknowledge READ mayAcknowledge NOTIFY changed)
    /// It is for this account to accept, and every item is acknowledged.
    Q_PROPERTY(bool mayAccept READ mayAccept NOTIFY changed)
    /// What the sheet waits for, and what that means for the outgoing shift, in a sentence.
    Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)
    /// Something about it is on its way to the hub.
    Q_PROPERTY(bool pending READ isPending NOTIFY pendingChanged)

public:
    HandoverModel(HandoverListModel& sheets, DutyRoster& roster, DutyCommands& commands,
                  Outbox& outbox, QObject* parent = nullptr);

    /// All return false when the command was not taken; DutyCommands::failureText says why.
    Q_INVOKABLE bool remark(const QString& item, const QString& text);
    Q_INVOKABLE bool addItem(const QString& title, const QString& text);
    Q_INVOKABLE bool handOver();
    Q_INVOKABLE bool acknowledge(const QString& item, const QString& answer);
    Q_INVOKABLE bool sendBack(const QString& reason);
    Q_INVOKABLE bool accept();

    [[nodiscard]] QString sheet() const { return qs(id_); }
    void setSheet(const QString& sheet);
    [[nodiscard]] bool isKnown() const { return found() != nullptr; }
    [[nodiscard]] QString postName() const;
    [[nodiscard]] QVariantMap outgoing() const;
    [[nodiscard]] QVariantMap incoming() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString stateName() const;
    [[nodiscard]] qint64 due() const;
    [[nodiscard]] QString dueText() const;
    [[nodiscard]] int count() const { return static_cast<int>(items_.size()); }
    [[nodiscard]] int unacknowledged() const;
    [[nodiscard]] bool mayRemark() const { return may(HandoverAct::remark); }
    [[nodiscard]] bool mayHandOver() const { return may(HandoverAct::hand_over); }
    [[nodiscard]] bool mayAcknowledge() const { return may(HandoverAct::acknowledge); }
    [[nodiscard]] bool mayAccept() const {
        return may(HandoverAct::accept) && unacknowledged() == 0;
    }
    [[nodiscard]] QString nextStep() const;
    [[nodiscard]] bool isPending() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return roles_.names(); }

Q_SIGNALS:
    void changed();
    void pendingChanged();

private:
    [[nodiscard]] const Handover* found() const { return sheets_.find(id_); }
    [[nodiscard]] bool may(HandoverAct act) const;
    [[nodiscard]] QVariantMap side(const std::string& shift, const std::string& signedBy,
                                   const std::optional<Instant>& at) const;
    [[nodiscard]] QString accountName(const std::string& account) const;
    [[nodiscard]] QString acknowledgement(const HandoverItem& item) const;
    [[nodiscard]] QString orderOf(const HandoverItem& item) const;
    void refresh();

    HandoverListModel& sheets_;
    DutyRoster& roster_;
    DutyCommands& commands_;
    Outbox& outbox_;
    RoleTable<HandoverItem> roles_;
    std::string id_;
    std::vector<HandoverItem> items_; ///< as they are shown
};

} // namespace chengyun::console
