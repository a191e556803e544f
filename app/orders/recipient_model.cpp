#include "app/orders/recipient_model.h"

#include "app/link/language.h"
#include "app/orders/order_store.h"
#include "app/resources/resource_store.h"
#include "app/resources/words.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {

RecipientModel::RecipientModel(ResourceStore& resources, OrderStore& orders, QObject* parent)
    : QAbstractListModel(parent), resources_(resources), orders_(orders) {
    connect(&resources_, &ResourceStore::reloaded, this, &RecipientModel::refresh);
    connect(&resources_, &ResourceStore::changed, this, &RecipientModel::refresh);
    connect(&orders_, &OrderStore::loadChanged, this, &RecipientModel::refresh);
    onLanguageChange(this, [this] { refresh(); });
}

void RecipientModel::refresh() {
    if (!recipients_.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

bool RecipientModel::contains(const QString& unit) const {
    return std::ranges::find(recipients_, unit.toStdString(), &Recipient::unit) !=
           recipients_.end();
}

bool RecipientModel::add(const QString& unit) {
    if (contains(unit) || !resources_.unit(unit.toStdString()))
        return false;
    const auto role = recipients_.empty() ? RecipientRole::lead : RecipientRole::assisting;
    beginInsertRows({}, count(), count());
    recipients_.push_back({unit.toStdString(), role});
    endInsertRows();
    Q_EMIT countChanged();
    Q_EMIT edited();
    return true;
}

void RecipientModel::remove(const QString& unit) {
    const auto found = std::ranges::find(recipients_, unit.toStdString(), &Recipient::unit);
    if (found == recipients_.end())
        return;
    const bool wasLead = found->role == RecipientRole::lead;
    const auto row = static_cast<int>(found - recipients_.begin());
    beginRemoveRows({}, row, row);
    recipients_.erase(found);
    endRemoveRows();
    if (wasLead && !recipients_.empty()) {
        recipients_.front().role = RecipientRole::lead;
        Q_EMIT dataChanged(index(0), index(0), {LeadRole});
    }
    Q_EMIT countChanged();
    Q_EMIT edited();
}

void RecipientModel::setLead(const QString& unit) {
    if (!contains(unit))
        return;
    for (auto& recipient : recipients_)
        recipient.role =
            recipient.unit == unit.toStdString() ? RecipientRole::lead : RecipientRole::assisting;
    Q_EMIT dataChanged(index(0), index(count() - 1), {LeadRole});
    Q_EMIT edited();
}

void RecipientModel::clear() {
    setRecipients({});
}

void RecipientModel::setRecipients(std::vector<Recipient> recipients) {
    if (recipients == recipients_)
        return;
    beginResetModel();
    recipients_ = std::move(recipients);
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT edited();
}

void RecipientModel::setPlace(std::optional<Place> place) {
    if (place == place_)
        return;
    place_ = place;
    refresh();
}

int RecipientModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RecipientModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& recipient = recipients_[static_cast<std::size_t>(index.row())];
    const auto* unit = resources_.unit(recipient.unit);
    switch (role) {
    case UnitRole:
        return qs(recipient.unit);
    case LeadRole:
        return recipient.role == RecipientRole::lead;
    case OpenAssignmentsRole:
        return orders_.openAssignmentsOf(recipient.unit);
    default:
        break;
    }
    if (!unit)
        return role == NameRole || role == Qt::DisplayRole ? tr("Unknown unit")
               : role == ApartRole                         ? QString()
                                                           : QVariant();
    const auto* resource = unit->resource.empty() ? nullptr : resources_.resource(unit->resource);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return qs(unit->name);
    case ApartRole:
        return resources_.apart(*unit);
    case KindNameRole:
        return resource ? resourceKindName(resource->layer, resource->kind)
                        : unitKindName(unit->kind);
    case AreaNameRole:
        return resources_.areaName(unit->area);
    case ContactNameRole:
        return qs(unit->contact.name);
    case ContactPhoneRole:
        return qs(unit->contact.phone);
    case StateRole:
        return qs(json::name_of(unit->state));
    case StateNameRole:
        return availabilityName(unit->state);
    case DistanceTextRole:
        return place_ && unit->place ? distanceText(distance_m(*place_, *unit->place)) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> RecipientModel::roleNames() const {
    return {{UnitRole, "unit"},
            {NameRole, "name"},
            {ApartRole, "apart"},
            {KindNameRole, "kindName"},
            {AreaNameRole, "areaName"},
            {LeadRole, "lead"},
            {ContactNameRole, "contactName"},
            {ContactPhoneRole, "contactPhone"},
            {StateRole, "state"},
            {StateNameRole, "stateName"},
            {OpenAssignmentsRole, "openAssignments"},
            {DistanceTextRole, "distanceText"}};
}

} // namespace chengyun::console
