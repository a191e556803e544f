#include "app/orders/supervision_list_model.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/orders/order_words.h"
#include "app/resources/resource_store.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {

SupervisionListModel::SupervisionListModel(OrderStore& store, ResourceStore& resources,
                                           Outbox& outbox, Session& session, HubClock& clock,
                                           QObject* parent)
    : PatchedListModel(parent), store_(store), resources_(resources), outbox_(outbox),
      session_(session), clock_(clock) {
    const auto refreshAll = [this] {
        refresh();
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        lookForLate();
        Q_EMIT countChanged(); // openCount may have moved while the rows stayed
    };
    connect(&store_, &OrderStore::reloaded, this, refreshAll);
    connect(&store_, &OrderStore::changed, this, [this, refreshAll](const QSet<QString>& orders) {
        if (order_.isEmpty() || orders.contains(order_))
            refreshAll();
    });
    connect(&session_, &Session::accountChanged, this, refreshAll);
    connect(&outbox_, &Outbox::changed, this, [this](const QString& subject) {
        const auto found = std::ranges::find(rows_, subject.toStdString());
        if (found == rows_.end())
            return;
        const auto at = index(static_cast<int>(found - rows_.begin()));
        Q_EMIT dataChanged(at, at, {PendingRole});
    });
    connect(&clock_, &HubClock::offsetChanged, this, &SupervisionListModel::lookForLate);
    connect(&clock_, &HubClock::ticked, this, [this] {
        if (nextLate_ != 0 && clock_.now() > nextLate_)
            lookForLate();
    });
    onLanguageChange(this, refreshAll);
    rows_ = compute();
    lookForLate();
}

void SupervisionListModel::setOrder(const QString& order) {
    if (order == order_)
        return;
    order_ = order;
    refresh();
    lookForLate();
    Q_EMIT orderChanged();
}

void SupervisionListModel::lookForLate() {
    const auto now = clock_.now();
    QSet<QString> late;
    nextLate_ = 0;
    for (const auto& id : rows_) {
        const auto* supervision = store_.supervision(id);
        if (!supervision || supervision->state != SupervisionState::open)
            continue;
        const qint64 due = ms_of(supervision->deadline);
        if (due < now)
            late.insert(qs(id));
        else if (nextLate_ == 0 || due < nextLate_)
            nextLate_ = due;
    }
    if (late == late_)
        return;
    late_ = std::move(late);
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {LateRole});
}

std::vector<std::string> SupervisionListModel::compute() const {
    std::vector<const Supervision*> all;
    const auto order = order_.toStdString();
    for (const auto& supervision : store_.supervisions())
        if (order.empty() || supervision.order == order)
            all.push_back(&supervision);
    std::ranges::sort(all, [](const auto* a, const auto* b) {
        if (a->state != b->state)
            return a->state < b->state;
        if (a->state == SupervisionState::open && a->deadline != b->deadline)
            return a->deadline < b->deadline;
        return a->issued != b->issued ? a->issued > b->issued : a->id < b->id;
    });
    std::vector<std::string> ids;
    for (const auto* supervision : all)
        ids.push_back(supervision->id);
    return ids;
}

void SupervisionListModel::refresh() {
    auto rows = compute();
    if (rows == rows_)
        return;
    patch(rows_, std::move(rows), [](const std::string& id) { return std::string_view(id); });
    Q_EMIT countChanged();
}

int SupervisionListModel::openCount() const {
    return static_cast<int>(std::ranges::count_if(rows_, [this](const std::string& id) {
        const auto* supervision = store_.supervision(id);
        return supervision && supervision->state != SupervisionState::closed;
    }));
}

int SupervisionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SupervisionListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto* s = store_.supervision(rows_[static_cast<std::size_t>(index.row())]);
    if (!s)
        return {};
    const auto* order = store_.order(s->order);
    const auto* assignment = store_.assignment(s->assignment);
    const auto* unit = resources_.unit(s->unit);
    switch (role) {
    case SupervisionIdRole:
        return qs(s->id);
    case OrderRole:
        return qs(s->order);
    case OrderTitleRole:
        return order ? qs(order->title) : QString();
    case OrderNumberRole:
        return order ? static_cast<qlonglong>(order->number) : qlonglong(0);
    case AssignmentRole:
        return qs(s->assignment);
    case UnitRole:
        return qs(s->unit);
    case Qt::DisplayRole:
    case UnitNameRole:
        return assignment ? qs(assignment->unit_name) : unit ? qs(unit->name) : QString();
    case LevelRole:
        return qs(json::name_of(s->level));
    case LevelNameRole:
        return escalationName(s->level);
    case StateRole:
        return qs(json::name_of(s->state));
    case StateNameRole:
        return supervisionStateName(s->state);
    case BasisRole:
        return basisText(s->basis);
    case IssuerNameRole:
        return s->issuer == "timer" ? tr("Automatic") : qs(s->issuer_name);
    case IssuedRole:
        return qint64(ms_of(s->issued));
    case DeadlineRole:
        return qint64(ms_of(s->deadline));
    case LateRole:
        return s->state == SupervisionState::open && ms_of(s->deadline) < clock_.now();
    case ReceiverRole:
        return qs(s->receiver);
    case ReplyRole:
        return qs(s->reply);
    case RepliedRole:
        return s->replied ? qint64(ms_of(*s->replied)) : qint64(0);
    case OutcomeRole:
        return qs(s->outcome);
    case DeductionRole:
        return s->deduction;
    case MayReplyRole:
        return s->state == SupervisionState::open &&
               (session_.account().unit == s->unit || session_.mayActForCentre());
    case MayCloseRole:
        return s->state != SupervisionState::closed && session_.mayActForCentre();
    case PendingRole:
        return outbox_.pendingKind(qs(s->id));
    default:
        return {};
    }
}

QHash<int, QByteArray> SupervisionListModel::roleNames() const {
    return {{SupervisionIdRole, "supervisionId"},
            {OrderRole, "order"},
            {OrderTitleRole, "orderTitle"},
            {OrderNumberRole, "orderNumber"},
            {AssignmentRole, "assignment"},
            {UnitRole, "unit"},
            {UnitNameRole, "unitName"},
            {LevelRole, "level"},
            {LevelNameRole, "levelName"},
            {StateRole, "state"},
            {StateNameRole, "stateName"},
            {BasisRole, "basis"},
            {IssuerNameRole, "issuerName"},
            {IssuedRole, "issued"},
            {DeadlineRole, "deadline"},
            {LateRole, "late"},
            {ReceiverRole, "receiver"},
            {ReplyRole, "reply"},
            {RepliedRole, "replied"},
            {OutcomeRole, "outcome"},
            {DeductionRole, "deduction"},
            {MayReplyRole, "mayReply"},
            {MayCloseRole, "mayClose"},
            {PendingRole, "pending"}};
}

} // namespace chengyun::console
