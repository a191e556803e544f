#include "app/orders/order_list_model.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/lists/table_text.h"
#include "app/orders/order_words.h"
#include "app/resources/resource_store.h"
#include "app/resources/words.h"
#include "core/json/codec.h"
#include "core/order/rules.h"
#include "core/pinyin/pinyin.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace chengyun::console {
namespace {

/// How long a closed order is offered.
constexpr qint64 closedShownMs = 24LL * 3600 * 1000;

/// Orders without a level come last.
int rank(Level level) {
    return level == Level::none ? 5 : static_cast<int>(level);
}

/// What part of `units` has taken each step, 0 to 1.
QVariantList sharesOf(const std::array<int, stepCount>& reached, int units) {
    QVariantList shares;
    for (const auto count : reached)
        shares.append(units > 0 ? double(count) / units : 0.0);
    return shares;
}

} // namespace

OrderListModel::OrderListModel(OrderStore& store, ResourceStore& resources, OrderCounts& counts,
                               Outbox& outbox, Session& session, HubClock& clock, QObject* parent)
    : QAbstractListModel(parent), store_(store), resources_(resources), counts_(counts),
      outbox_(outbox), session_(session), clock_(clock) {
    connect(&store_, &OrderStore::reloaded, this, &OrderListModel::rebuild);
    connect(&store_, &OrderStore::changed, this, &OrderListModel::patch);
    connect(&session_, &Session::accountChanged, this, &OrderListModel::rebuild);
    connect(&clock_, &HubClock::ticked, this, &OrderListModel::dropPast);
    connect(&counts_, &OrderCounts::turnedLate, this, &OrderListModel::patch);
    connect(&outbox_, &Outbox::changed, this, [this](const QString& subject) {
        if (const int row = rowOf(subject); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {PendingRole});
    });
    onLanguageChange(this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
    });
    rebuild();
}

void OrderListModel::setFilter(Filter filter) {
    if (filter == filter_)
        return;
    filter_ = filter;
    rebuild();
    Q_EMIT filterChanged();
}

void OrderListModel::setSortBy(Sort sort) {
    if (sort == sort_)
        return;
    sort_ = sort;
    rebuild();
    Q_EMIT filterChanged();
}

void OrderListModel::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    typed_ = TypedText(text);
    rebuild();
    Q_EMIT filterChanged();
}

void OrderListModel::setIncludeClosed(bool include) {
    if (include == includeClosed_)
        return;
    includeClosed_ = include;
    rebuild();
    Q_EMIT filterChanged();
}

OrderListModel::Row OrderListModel::rowFor(const Order& order) const {
    Row row;
    static_cast<OrderStanding&>(row) = counts_.standing(order);
    row.id = order.id;
    row.level = order.level;
    row.issued = ms_of(order.issued);
    row.number = order.number;
    row.closed = !row.open && order.closed ? ms_of(*order.closed) : 0;
    for (const auto* assignment : store_.assignmentsOf(order.id)) {
        if (!counts(*assignment))
            continue;
        ++row.units;
        const auto steps = stepsOf(*assignment);
        for (std::size_t step = 0; step < stepCount; ++step)
            row.reached[step] += steps[step];
        row.acknowledged += assignment->acknowledged.has_value();
        row.completed += assignment->completed.has_value();
        if (row.open && is_open(assignment->state))
            row.escalation = std::max(row.escalation, assignment->escalation);
    }
    return row;
}

bool OrderListModel::passes(const Row& row, const Order& order) const {
    if (!row.open && (!includeClosed_ || row.closed <= closedSince()))
        return false;
    if ((filter_ == New && !row.fresh) || (filter_ == Late && !row.late) ||
        (filter_ == Mine && !row.mine))
        return false;
    if (typed_.isEmpty())
        return true;
    std::string units;
    for (const auto* assignment : store_.assignmentsOf(order.id))
        units += assignment->unit_name + '\n';
    const auto area = resources_.areaName(order.area).toStdString();
    return typed_.matches({order.title, order.address, std::to_string(order.number), units, area,
                           order.text, pinyin_initials(order.title), pinyin(order.title),
                           pinyin_initials(order.address)});
}

bool OrderListModel::before(const Row& a, const Row& b) const {
    if (a.open != b.open)
        return a.open;
    switch (sort_) {
    case ByUrgency:
        if (rank(a.level) != rank(b.level))
            return rank(a.level) < rank(b.level);
        [[fallthrough]];
    case ByDue:
        // Nothing running comes after everything that runs; the longest overdue comes first.
        if ((a.due == 0) != (b.due == 0))
            return a.due != 0;
        if (a.due != b.due)
            return a.due < b.due;
        break;
    case ByIssued:
        break;
    }
    if (a.issued != b.issued)
        return a.issued > b.issued;
    return a.id < b.id;
}

void OrderListModel::setHeld(bool held) {
    if (held == held_)
        return;
    held_ = held;
    if (!held_) {
        // First all of them go: where a row belongs is found among rows that are in their order.
        const auto ids = std::exchange(heldBack_, {});
        for (const auto& id : ids)
            if (const int row = rowOf(id); row >= 0)
                remove(row);
        for (const auto& id : ids)
            place(id.toStdString());
        Q_EMIT countChanged();
    }
    Q_EMIT heldChanged();
}

int OrderListModel::waiting() const {
    return static_cast<int>(
        std::ranges::count_if(heldBack_, [this](const QString& id) { return rowOf(id) < 0; }));
}

void OrderListModel::rebuild() {
    beginResetModel();
    rows_.clear();
    heldBack_.clear();
    for (const auto& order : store_.orders()) {
        auto row = rowFor(order);
        if (passes(row, order))
            rows_.push_back(std::move(row));
    }
    std::ranges::sort(rows_, [this](const Row& a, const Row& b) { return before(a, b); });
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT heldChanged();
}

void OrderListModel::patch(const QSet<QString>& ids) {
    for (const auto& id : ids)
        place(id.toStdString());
    Q_EMIT countChanged();
    if (held_)
        Q_EMIT heldChanged();
}

void OrderListModel::place(const std::string& id) {
    const auto found = std::ranges::find(rows_, id, &Row::id);
    const auto* order = store_.order(id);
    Row row;
    bool shows = false;
    if (order) {
        row = rowFor(*order);
        shows = passes(row, *order);
    }
    const auto old = static_cast<int>(found - rows_.begin());
    const bool shown = found != rows_.end();
    // Of a neighbour that waits to be placed itself nothing follows.
    const auto inOrder = [this](int neighbour, const Row& first, const Row& second) {
        return !before(second, first) &&
               !heldBack_.contains(qs(rows_[static_cast<std::size_t>(neighbour)].id));
    };
    const bool stays =
        shown && shows &&
        (old == 0 || inOrder(old - 1, rows_[static_cast<std::size_t>(old - 1)], row)) &&
        (old + 1 == count() || inOrder(old + 1, row, rows_[static_cast<std::size_t>(old + 1)]));
    if (stays || (held_ && order)) {
        if (!stays && (shown || shows))
            heldBack_.insert(qs(id));
        if (shown) {
            *found = std::move(row);
            Q_EMIT dataChanged(index(old), index(old));
        }
        return;
    }
    if (shown && shows) {
        // A move, so that a selection and the eye can follow it.
        auto target = static_cast<int>(std::ranges::count_if(
            rows_, [&](const Row& other) { return other.id != id && before(other, row); }));
        beginMoveRows({}, old, old, {}, target > old ? target + 1 : target);
        rows_.erase(rows_.begin() + old);
        rows_.insert(rows_.begin() + target, std::move(row));
        endMoveRows();
        Q_EMIT dataChanged(index(target), index(target));
    } else if (shown) {
        remove(old);
    } else if (shows) {
        const auto target = static_cast<int>(
            std::ranges::count_if(rows_, [&](const Row& other) { return before(other, row); }));
        beginInsertRows({}, target, target);
        rows_.insert(rows_.begin() + target, std::move(row));
        endInsertRows();
    }
}

void OrderListModel::remove(int row) {
    beginRemoveRows({}, row, row);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
}

qint64 OrderListModel::closedSince() const {
    return clock_.now() - closedShownMs;
}

/// The store keeps closed orders for longer than they are offered.
void OrderListModel::dropPast() {
    if (!includeClosed_ || held_)
        return;
    const auto since = closedSince();
    const int before = count();
    // Those that are open come first.
    for (int row = count() - 1; row >= 0 && !rows_[static_cast<std::size_t>(row)].open; --row)
        if (rows_[static_cast<std::size_t>(row)].closed <= since)
            remove(row);
    if (count() != before)
        Q_EMIT countChanged();
}

QString OrderListModel::idAt(int row) const {
    return row < 0 || row >= count() ? QString() : qs(rows_[static_cast<std::size_t>(row)].id);
}

int OrderListModel::rowOf(const QString& id) const {
    const auto found = std::ranges::find(rows_, id.toStdString(), &Row::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int OrderListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant OrderListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto* o = store_.order(row.id);
    if (!o)
        return {};
    switch (role) {
    case OrderIdRole:
        return qs(o->id);
    case NumberRole:
        return static_cast<qlonglong>(o->number);
    case Qt::DisplayRole:
    case TitleRole:
        return qs(o->title);
    case KindRole:
        return qs(o->kind);
    case KindNameRole:
        return eventKindName(o->kind);
    case LevelRole:
        return qs(json::name_of(o->level));
    case LevelNameRole:
        return levelName(o->level);
    case StateRole:
        return qs(json::name_of(o->state));
    case StateNameRole:
        return orderStateName(o->state);
    case PlaceTextRole:
        return store_.placeText(*o);
    case AreaNameRole:
        return resources_.areaName(o->area);
    case HasPlaceRole:
        return o->place.has_value();
    case LonRole:
        return o->place ? o->place->lon : 0.0;
    case LatRole:
        return o->place ? o->place->lat : 0.0;
    case IssuedRole:
        return row.issued;
    case IssuerNameRole:
        return qs(o->issuer_name);
    case DueAtRole:
        return row.due;
    case DueKindRole:
        return row.due ? qs(json::name_of(row.dueKind)) : QString();
    case DueKindNameRole:
        return row.due ? timerName(row.dueKind) : QString();
    case LateRole:
        return row.late;
    case UnitsSummaryRole: {
        const auto all = store_.assignmentsOf(o->id);
        const auto first = std::ranges::find_if(all, [](const auto* a) { return counts(*a); });
        if (first == all.end())
            return QString();
        const auto name = qs((*first)->unit_name);
        return row.units > 1 ? tr("%1 +%2").arg(isolated(name)).arg(row.units - 1) : name;
    }
    case UnitCountRole:
        return row.units;
    case AcknowledgedCountRole:
        return row.acknowledged;
    case CompletedCountRole:
        return row.completed;
    case ProgressRole:
        return sharesOf(row.reached, row.units);
    case EscalationRole:
        return qs(json::name_of(row.escalation));
    case IsNewRole:
        return row.fresh;
    case UnreadRole:
        return store_.isUnread(o->id);
    case MineRole:
        return row.mine;
    case ExerciseRole:
        return o->exercise;
    case OpenRole:
        return row.open;
    case PendingRole:
        return outbox_.pendingKind(qs(o->id));
    default:
        return {};
    }
}

QString OrderListModel::copyText(const QList<int>& rows) const {
    QList<QStringList> out{{tr("Number"), tr("Level"), tr("Title"), tr("Class"), tr("State"),
                            tr("Place"), tr("Units"), tr("Due"), tr("Issued"), tr("Issuer")}};
    const auto add = [&](int row) {
        if (row < 0 || row >= count())
            return;
        const auto at = [&](int role) { return data(index(row), role).toString(); };
        const auto time = [&](int role) {
            return clock_.fullText(data(index(row), role).toLongLong());
        };
        out.append({at(NumberRole), at(LevelNameRole), at(TitleRole), at(KindNameRole),
                    at(StateNameRole), at(PlaceTextRole), at(UnitsSummaryRole), time(DueAtRole),
                    time(IssuedRole), at(IssuerNameRole)});
    };
    if (rows.isEmpty()) {
        for (int row = 0; row < count(); ++row)
            add(row);
    } else {
        for (const int row : rows)
            add(row);
    }
    return tabText(out);
}

bool OrderListModel::exportCsv(const QUrl& file, const QList<int>& wanted) const {
    QList<QStringList> rows;
    const auto lines = copyText(wanted).split(QLatin1Char('\n'));
    for (const auto& line : lines)
        rows.append(line.split(QLatin1Char('\t')));
    return writeCsv(file, rows);
}

QHash<int, QByteArray> OrderListModel::roleNames() const {
    return {{OrderIdRole, "orderId"},
            {NumberRole, "number"},
            {TitleRole, "title"},
            {KindRole, "kind"},
            {KindNameRole, "kindName"},
            {LevelRole, "level"},
            {LevelNameRole, "levelName"},
            {StateRole, "state"},
            {StateNameRole, "stateName"},
            {PlaceTextRole, "placeText"},
            {AreaNameRole, "areaName"},
            {HasPlaceRole, "hasPlace"},
            {LonRole, "lon"},
            {LatRole, "lat"},
            {IssuedRole, "issued"},
            {IssuerNameRole, "issuerName"},
            {DueAtRole, "dueAt"},
            {DueKindRole, "dueKind"},
            {DueKindNameRole, "dueKindName"},
            {LateRole, "late"},
            {UnitsSummaryRole, "unitsSummary"},
            {UnitCountRole, "unitCount"},
            {AcknowledgedCountRole, "acknowledgedCount"},
            {CompletedCountRole, "completedCount"},
            {ProgressRole, "progress"},
            {EscalationRole, "escalation"},
            {IsNewRole, "isNew"},
            {UnreadRole, "unread"},
            {MineRole, "mine"},
            {ExerciseRole, "exercise"},
            {OpenRole, "open"},
            {PendingRole, "pending"}};
}

} // namespace chengyun::console
