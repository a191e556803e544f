#include "app/orders/assignment_list_model.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/lists/table_text.h"
#include "app/orders/order_words.h"
#include "app/resources/resource_store.h"
#include "core/json/codec.h"
#include "core/order/rules.h"

#include <algorithm>
#include <array>

namespace chengyun::console {
namespace {

qint64 stamp(const std::optional<Instant>& at) {
    return at ? ms_of(*at) : 0;
}

} // namespace

AssignmentListModel::AssignmentListModel(OrderStore& store, ResourceStore& resources,
                                         Outbox& outbox, Session& session, HubClock& clock,
                                         QObject* parent)
    : QAbstractListModel(parent), store_(store), resources_(resources), outbox_(outbox),
      session_(session), clock_(clock) {
    const auto touchAll = [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        lookForLate();
    };
    connect(&store_, &OrderStore::reloaded, this, [this, touchAll] {
        refresh();
        touchAll();
    });
    connect(&store_, &OrderStore::orderChanged, this, [this, touchAll](const QString& id) {
        if (id != order_)
            return;
        refresh();
        touchAll();
    });
    // An order keeps no contact of its units: who is rung up is told the present number.
    connect(&resources_, &ResourceStore::changed, this, [this](const ResourceChange& change) {
        if (!rows_.empty() && (change.areas || !change.units.empty()))
            Q_EMIT dataChanged(index(0), index(count() - 1),
                               {UnitAreaRole, ContactNameRole, ContactPhoneRole});
    });
    connect(&session_, &Session::accountChanged, this, touchAll);
    connect(&outbox_, &Outbox::changed, this, [this](const QString& subject) {
        const auto found = std::ranges::find(rows_, subject.toStdString());
        if (found == rows_.end())
            return;
        const auto at = index(static_cast<int>(found - rows_.begin()));
        Q_EMIT dataChanged(at, at, {PendingRole});
    });
    connect(&clock_, &HubClock::offsetChanged, this, &AssignmentListModel::lookForLate);
    connect(&clock_, &HubClock::ticked, this, [this] {
        if (nextLate_ != 0 && clock_.now() > nextLate_)
            lookForLate();
    });
    onLanguageChange(this, touchAll);
}

void AssignmentListModel::setOrder(const QString& order) {
    if (order == order_)
        return;
    order_ = order;
    beginResetModel();
    rows_ = compute();
    endResetModel();
    Q_EMIT orderChanged();
    Q_EMIT countChanged();
    lookForLate();
}

void AssignmentListModel::lookForLate() {
    QSet<QString> late;
    const auto now = clock_.now();
    nextLate_ = 0;
    for (int row = 0; row < count(); ++row) {
        const auto id = idAt(row);
        const auto* assignment = store_.assignment(rows_[static_cast<std::size_t>(row)]);
        const auto due = assignment ? nextDue(*assignment).at : 0;
        const bool isLate = due != 0 && due < now;
        if (due >= now && (nextLate_ == 0 || due < nextLate_))
            nextLate_ = due;
        if (isLate)
            late.insert(id);
        if (isLate != late_.contains(id))
            Q_EMIT dataChanged(index(row), index(row), {LateRole});
    }
    if (late == late_)
        return;
    late_ = std::move(late);
    Q_EMIT lateCountChanged();
}

std::vector<std::string> AssignmentListModel::compute() const {
    std::vector<std::string> counting, past;
    for (const auto* assignment : store_.assignmentsOf(order_.toStdString()))
        (is_open(assignment->state) || assignment->state == AssignmentState::verified ? counting
                                                                                      : past)
            .push_back(assignment->id);
    counting.insert(counting.end(), past.begin(), past.end());
    return counting;
}

void AssignmentListModel::refresh() {
    const auto rows = compute();
    const auto before = rows_.size();
    for (auto row = rows_.size(); row-- > 0;) {
        if (std::ranges::find(rows, rows_[row]) != rows.end())
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
    }
    bool changed = rows_.size() != before;
    for (const auto& id : rows) {
        if (std::ranges::find(rows_, id) != rows_.end())
            continue;
        beginInsertRows({}, count(), count());
        rows_.push_back(id);
        endInsertRows();
        changed = true;
    }
    if (changed)
        Q_EMIT countChanged();
}

QVariantList AssignmentListModel::actsFor(const Assignment& assignment) const {
    const auto& account = session_.account();
    if (account.id.empty())
        return {};
    const bool ownUnit = !account.unit.empty() && account.unit == assignment.unit;
    if (account.role == chengyun::Role::unit && !ownUnit)
        return {};
    QVariantList acts;
    const auto offer = [&](Act act, bool onBehalf) {
        static constexpr std::array needText{
            Act::report,   Act::request_return, Act::reject_return, Act::force_return,
            Act::reassign, Act::send_back,      Act::withdraw,      Act::supervise};
        acts.append(QVariantMap{
            {QStringLiteral("act"), qs(json::name_of(act))},
            {QStringLiteral("name"), actName(act)},
            {QStringLiteral("needsText"), std::ranges::find(needText, act) != needText.end()},
            {QStringLiteral("onBehalf"), onBehalf}});
    };
    // What is possible as long as the unit is at it comes first: its button keeps its place.
    static constexpr std::array lasting{Act::remind, Act::supervise, Act::reassign};
    auto own = possible_acts(assignment.state, account.role);
    std::ranges::stable_sort(
        own, {}, [](Act act) { return std::ranges::find(lasting, act) - lasting.begin(); });
    for (const auto act : own)
        offer(act, false);
    // What the unit said on the telephone, typed by the centre.
    if (may(account.role, Permission::act_for_centre))
        for (const auto act : possible_acts(assignment.state, chengyun::Role::unit))
            if (std::ranges::find(own, act) == own.end())
                offer(act, true);
    return acts;
}

QString AssignmentListModel::idAt(int row) const {
    return row < 0 || row >= count() ? QString() : qs(rows_[static_cast<std::size_t>(row)]);
}

QString AssignmentListModel::copyText() const {
    QList<QStringList> out{{tr("Unit"), tr("Role"), tr("State"), tr("Acknowledged"), tr("Arrived"),
                            tr("Completed"), tr("Last report"), tr("Contact")}};
    for (int row = 0; row < count(); ++row) {
        const auto at = [&](int role) { return data(index(row), role).toString(); };
        const auto time = [&](int role) {
            return clock_.fullText(data(index(row), role).toLongLong());
        };
        out.append({at(UnitNameRole), at(RoleNameRole), at(StateNameRole), time(AcknowledgedRole),
                    time(ArrivedRole), time(CompletedRole), at(LastReportRole),
                    (at(ContactNameRole) + QLatin1Char(' ') + at(ContactPhoneRole)).trimmed()});
    }
    return tabText(out);
}

int AssignmentListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AssignmentListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto* a = store_.assignment(rows_[static_cast<std::size_t>(index.row())]);
    if (!a)
        return {};
    const auto* unit = resources_.unit(a->unit);
    const auto due = nextDue(*a);
    switch (role) {
    case AssignmentIdRole:
        return qs(a->id);
    case UnitRole:
        return qs(a->unit);
    case Qt::DisplayRole:
    case UnitNameRole:
        return qs(a->unit_name);
    case UnitAreaRole:
        return resources_.areaName(a->unit_area);
    case ContactNameRole:
        return unit ? qs(unit->contact.name) : QString();
    case ContactPhoneRole:
        return unit ? qs(unit->contact.phone) : QString();
    case RoleRole:
        return qs(json::name_of(a->role));
    case RoleNameRole:
        return recipientRoleName(a->role);
    case StateRole:
        return qs(json::name_of(a->state));
    case StateNameRole:
        return assignmentStateName(a->state);
    case IssuedRole:
        return qint64(ms_of(a->issued));
    case AcknowledgedRole:
        return stamp(a->acknowledged);
    case DepartedRole:
        return stamp(a->departed);
    case ArrivedRole:
        return stamp(a->arrived);
    case CompletedRole:
        return stamp(a->completed);
    case VerifiedRole:
        return stamp(a->verified);
    case ClearedRole:
        return stamp(a->cleared);
    case ClearReasonRole:
        return qs(a->clear_reason);
    case DueAtRole:
        return due.at;
    case DueKindRole:
        return due.at ? qs(json::name_of(due.kind)) : QString();
    case DueKindNameRole:
        return due.at ? timerName(due.kind) : QString();
    case LateRole:
        return isLate(*a, clock_.now());
    case AcknowledgeDueRole:
        return qint64(ms_of(a->acknowledge_due));
    case ReportDueRole:
        return qint64(ms_of(a->report_due));
    case CompleteDueRole:
        return qint64(ms_of(a->complete_due));
    case EscalationRole:
        return qs(json::name_of(a->escalation));
    case EscalationNameRole:
        return escalationName(a->escalation);
    case LastReportRole:
        return qs(a->last_report);
    case ReturnsRole:
        return static_cast<int>(a->returns);
    case ReworksRole:
        return static_cast<int>(a->reworks);
    case RemindersRole:
        return static_cast<int>(a->reminders);
    case ProgressRole: {
        QVariantList steps;
        for (const bool taken : stepsOf(*a))
            steps.append(taken ? 1.0 : 0.0);
        return steps;
    }
    case OpenRole:
        return is_open(a->state);
    case ActsRole:
        return actsFor(*a);
    case PendingRole:
        return outbox_.pendingKind(qs(a->id));
    default:
        return {};
    }
}

QHash<int, QByteArray> AssignmentListModel::roleNames() const {
    return {{AssignmentIdRole, "assignmentId"},
            {UnitRole, "unit"},
            {UnitNameRole, "unitName"},
            {UnitAreaRole, "unitArea"},
            {ContactNameRole, "contactName"},
            {ContactPhoneRole, "contactPhone"},
            {RoleRole, "role"},
            {RoleNameRole, "roleName"},
            {StateRole, "state"},
            {StateNameRole, "stateName"},
            {IssuedRole, "issued"},
            {AcknowledgedRole, "acknowledged"},
            {DepartedRole, "departed"},
            {ArrivedRole, "arrived"},
            {CompletedRole, "completed"},
            {VerifiedRole, "verified"},
            {ClearedRole, "cleared"},
            {ClearReasonRole, "clearReason"},
            {DueAtRole, "dueAt"},
            {DueKindRole, "dueKind"},
            {DueKindNameRole, "dueKindName"},
            {LateRole, "late"},
            {AcknowledgeDueRole, "acknowledgeDue"},
            {ReportDueRole, "reportDue"},
            {CompleteDueRole, "completeDue"},
            {EscalationRole, "escalation"},
            {EscalationNameRole, "escalationName"},
            {LastReportRole, "lastReport"},
            {ReturnsRole, "returns"},
            {ReworksRole, "reworks"},
            {RemindersRole, "reminders"},
            {ProgressRole, "progress"},
            {OpenRole, "open"},
            {ActsRole, "acts"},
            {PendingRole, "pending"}};
}

} // namespace chengyun::console
