// The units a new order goes to.
#pragma once

#include "core/order/commands.h"

#include <QAbstractListModel>

#include <vector>

namespace chengyun::console {

class OrderStore;
class ResourceStore;

/// GUI thread. One row a recipient, the lead marked; exactly one lead while not empty.
///
/// Roles: unit, name, apart (what tells it from others of its name, else empty), kindName,
/// areaName, lead (bool), contactName, contactPhone, state, stateName, openAssignments,
/// distanceText (from the order's place, empty when unknown).
class RecipientModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        UnitRole = Qt::UserRole + 1,
        NameRole,
        ApartRole,
        KindNameRole,
        AreaNameRole,
        LeadRole,
        ContactNameRole,
        ContactPhoneRole,
        StateRole,
        StateNameRole,
        OpenAssignmentsRole,
        DistanceTextRole
    };
    Q_ENUM(Role)

    RecipientModel(ResourceStore& resources, OrderStore& orders, QObject* parent = nullptr);

    Q_INVOKABLE bool add(const QString& unit);
    Q_INVOKABLE void remove(const QString& unit);
    Q_INVOKABLE void setLead(const QString& unit);
    Q_INVOKABLE [[nodiscard]] bool contains(const QString& unit) const;
    Q_INVOKABLE void clear();

    [[nodiscard]] const std::vector<Recipient>& recipients() const { return recipients_; }
    void setRecipients(std::vector<Recipient> recipients);
    void setPlace(std::optional<Place> place);
    [[nodiscard]] int count() const { return static_cast<int>(recipients_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    /// Anything changed: the draft saves itself.
    void edited();

private:
    void refresh();
    ResourceStore& resources_;
    OrderStore& orders_;
    std::vector<Recipient> recipients_;
    std::optional<Place> place_;
};

} // namespace chengyun::console
