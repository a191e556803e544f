#include "app/orders/suggestion_model.h"

#include "app/link/language.h"
#include "app/orders/order_store.h"
#include "app/orders/recipient_model.h"
#include "app/resources/matching.h"
#include "app/resources/resource_store.h"
#include "app/resources/words.h"
#include "core/json/codec.h"
#include "core/resource/kinds.h"

#include <QTimer>

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr std::size_t most = 30;

/// Whether a class rank means that the unit's class is in the event's list at all.
bool isSuitable(const Suggestion& suggestion, std::string_view kind) {
    const auto* event = find_event_kind(kind);
    return event && suggestion.class_rank < static_cast<int>(event->helpful.size());
}

} // namespace

SuggestionModel::SuggestionModel(ResourceStore& resources, OrderStore& orders,
                                 RecipientModel& recipients, QObject* parent)
    : QAbstractListModel(parent), resources_(resources), orders_(orders), recipients_(recipients) {
    connect(&resources_, &ResourceStore::reloaded, this, &SuggestionModel::scheduleRefresh);
    connect(&resources_, &ResourceStore::changed, this, &SuggestionModel::scheduleRefresh);
    connect(&orders_, &OrderStore::loadChanged, this, &SuggestionModel::scheduleRefresh);
    connect(&recipients_, &RecipientModel::edited, this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1), {ChosenRole});
    });
    onLanguageChange(this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
    });
}

void SuggestionModel::setQuestion(const QString& kind, std::optional<Place> place,
                                  const QString& area) {
    const auto newKind = kind.toStdString(), newArea = area.toStdString();
    if (newKind == kind_ && place == place_ && newArea == area_)
        return;
    kind_ = newKind;
    place_ = place;
    area_ = newArea;
    refresh();
}

void SuggestionModel::askAbout(const QString& order) {
    if (const auto* known = orders_.order(order.toStdString()))
        setQuestion(qs(known->kind), known->place, qs(known->area));
}

void SuggestionModel::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    refresh();
    Q_EMIT textChanged();
}

void SuggestionModel::scheduleRefresh() {
    // Many entries may come at once; the list is made once for all of them.
    if (scheduled_)
        return;
    scheduled_ = true;
    QTimer::singleShot(0, this, [this] {
        scheduled_ = false;
        refresh();
    });
}

std::vector<Suggestion> SuggestionModel::found() const {
    const TypedText typed(text_);
    std::vector<Candidate> candidates;
    for (const auto& unit : resources_.units()) {
        if (!typed.isEmpty() &&
            !typed.matches({unit.name, unit.initials, unit.contact.name, unit.contact.phone}))
            continue;
        candidates.push_back({&unit,
                              unit.resource.empty() ? nullptr : resources_.resource(unit.resource),
                              orders_.openAssignmentsOf(unit.id)});
    }
    // Without anything to go by, a list would only be noise.
    if (typed.isEmpty() && kind_.empty() && !place_ && area_.empty())
        return {};
    return suggest(candidates, kind_, place_.value_or(Place{}), area_, most);
}

void SuggestionModel::refresh() {
    auto rows = found();
    const auto same = std::ranges::equal(rows, rows_, {}, &Suggestion::unit, &Suggestion::unit);
    if (same) {
        // The same units in the same order: their figures and states may have changed.
        rows_ = std::move(rows);
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

int SuggestionModel::nextFree(int row, int step) const {
    for (; row >= 0 && row < count(); row += step) {
        const auto& suggestion = rows_[static_cast<std::size_t>(row)];
        if (suggestion.gate != Gate::block && !recipients_.contains(qs(suggestion.unit)))
            return row;
    }
    return -1;
}

int SuggestionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SuggestionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto* unit = resources_.unit(row.unit);
    if (!unit)
        return {};
    const auto* resource = unit->resource.empty() ? nullptr : resources_.resource(unit->resource);
    const auto* place = unit->place ? &*unit->place : resource ? &resource->place : nullptr;
    switch (role) {
    case UnitRole:
        return qs(row.unit);
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
    case DistanceRole:
        return row.unknown_distance ? -1.0 : row.distance_m;
    case DistanceTextRole:
        return row.unknown_distance ? QString() : distanceText(row.distance_m);
    case GateRole:
        return qs(json::name_of(row.gate));
    case GateTextRole:
        switch (row.gate) {
        case Gate::open:
            return QString();
        case Gate::warn:
            return tr("Has %n open assignment(s)", nullptr, orders_.openAssignmentsOf(row.unit));
        case Gate::block:
            return tr("Out of service");
        }
        return {};
    case OpenAssignmentsRole:
        return orders_.openAssignmentsOf(row.unit);
    case SuitableRole:
        return isSuitable(row, kind_);
    case ChosenRole:
        return recipients_.contains(qs(row.unit));
    case ContactNameRole:
        return qs(unit->contact.name);
    case ContactPhoneRole:
        return qs(unit->contact.phone);
    case LonRole:
        return place ? place->lon : 0.0;
    case LatRole:
        return place ? place->lat : 0.0;
    case HasPlaceRole:
        return place != nullptr;
    default:
        return {};
    }
}

QHash<int, QByteArray> SuggestionModel::roleNames() const {
    return {{UnitRole, "unit"},
            {NameRole, "name"},
            {ApartRole, "apart"},
            {KindNameRole, "kindName"},
            {AreaNameRole, "areaName"},
            {DistanceRole, "distance"},
            {DistanceTextRole, "distanceText"},
            {GateRole, "gate"},
            {GateTextRole, "gateText"},
            {OpenAssignmentsRole, "openAssignments"},
            {SuitableRole, "suitable"},
            {ChosenRole, "chosen"},
            {ContactNameRole, "contactName"},
            {ContactPhoneRole, "contactPhone"},
            {LonRole, "lon"},
            {LatRole, "lat"},
            {HasPlaceRole, "hasPlace"}};
}

} // namespace chengyun::console
