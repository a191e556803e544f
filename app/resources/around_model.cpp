#include "app/resources/around_model.h"

#include "app/link/language.h"
#include "app/lists/table_text.h"
#include "app/resources/matching.h"
#include "app/resources/words.h"
#include "core/json/codec.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace chengyun::console {
namespace {

constexpr double smallestKm = 0.1, largestKm = 50;
constexpr double metresPerDegree = 111195;

} // namespace

AroundModel::AroundModel(ResourceStore& store, QObject* parent)
    : PatchedListModel(parent), store_(store) {
    connect(&store_, &ResourceStore::reloaded, this, &AroundModel::refresh);
    connect(&store_, &ResourceStore::changed, this, [this] {
        refresh();
        refreshLoad(); // names, states and contacts of rows that stayed
    });
    onLanguageChange(this, [this] { refreshLoad(); });
}

void AroundModel::setLoad(std::function<int(std::string_view)> load) {
    load_ = std::move(load);
    refreshLoad();
}

void AroundModel::refreshLoad() {
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

void AroundModel::look(double lon, double lat, double radiusKm) {
    active_ = true;
    where_ = {lon, lat};
    selected_.clear();
    radiusKm_ = std::clamp(radiusKm, smallestKm, largestKm);
    rebuild();
    Q_EMIT placeChanged();
    Q_EMIT radiusChanged();
    Q_EMIT selectionChanged();
}

void AroundModel::clear() {
    if (!active_)
        return;
    active_ = false;
    selected_.clear();
    rebuild();
    Q_EMIT placeChanged();
    Q_EMIT selectionChanged();
}

void AroundModel::setRadiusKm(double km) {
    km = std::clamp(km, smallestKm, largestKm);
    if (km == radiusKm_)
        return;
    radiusKm_ = km;
    rebuild();
    Q_EMIT radiusChanged();
}

void AroundModel::setLayers(const QStringList& layers) {
    if (layers == layers_)
        return;
    layers_ = layers;
    rebuild();
    Q_EMIT layersChanged();
}

void AroundModel::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    rebuild();
    Q_EMIT textChanged();
}

std::vector<AroundModel::Row> AroundModel::compute() const {
    std::vector<Row> rows;
    if (!active_)
        return rows;
    const double metres = radiusKm_ * 1000;
    // A box first: most of the district is elsewhere and needs no trigonometry.
    const double dLat = metres / metresPerDegree * 1.01;
    const double dLon = dLat / std::max(0.01, std::cos(where_.lat * std::numbers::pi / 180));
    const Box box{where_.lon - dLon, where_.lat - dLat, where_.lon + dLon, where_.lat + dLat};
    const TypedText typed(text_);
    const auto wanted = [&](Layer layer) {
        return layers_.isEmpty() || layers_.contains(qs(json::name_of(layer)));
    };
    for (const auto& r : store_.resources()) {
        if (!box.contains(r.place) || !wanted(r.layer))
            continue;
        const double distance = distance_m(where_, r.place);
        if (distance <= metres && (typed.isEmpty() || typed.matches({r.name, r.code, r.initials})))
            rows.push_back({r.id, false, distance});
    }
    // Offices and departments have a seat, but no resource.
    if (layers_.isEmpty() || layers_.contains(QLatin1String("rescue_force"))) {
        for (const auto& u : store_.units()) {
            if (!u.resource.empty() || !u.place || !box.contains(*u.place))
                continue;
            const double distance = distance_m(where_, *u.place);
            if (distance <= metres && (typed.isEmpty() || typed.matches({u.name, u.initials})))
                rows.push_back({u.id, true, distance});
        }
    }
    std::ranges::sort(rows, [](const Row& a, const Row& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.id < b.id;
    });
    return rows;
}

void AroundModel::rebuild() {
    auto rows = compute();
    if (rows == rows_)
        return;
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    afterChange();
}

void AroundModel::refresh() {
    auto rows = compute();
    if (rows == rows_)
        return;
    patch(rows_, std::move(rows), [](const Row& row) { return std::string_view(row.id); });
    afterChange();
}

void AroundModel::afterChange() {
    erase_if(selected_, [this](const QString& id) { return !store_.unit(id.toStdString()); });
    Q_EMIT countChanged();
    Q_EMIT selectionChanged();
}

const Unit* AroundModel::unitOf(const Row& row) const {
    return row.office ? store_.unit(row.id) : store_.unitOf(row.id);
}

bool AroundModel::canBeSent(const Row& row) const {
    const auto* unit = unitOf(row);
    return unit && unit->state != Availability::unavailable;
}

void AroundModel::setSelected(int row, bool selected) {
    if (row < 0 || row >= count())
        return;
    const auto& item = rows_[static_cast<std::size_t>(row)];
    const auto* unit = unitOf(item);
    if (!unit)
        return;
    const auto id = qs(unit->id);
    if (selected == selected_.contains(id))
        return;
    if (selected)
        selected_.insert(id);
    else
        selected_.remove(id);
    Q_EMIT dataChanged(index(row), index(row), {SelectedRole});
    Q_EMIT selectionChanged();
}

void AroundModel::toggle(int row) {
    if (row >= 0 && row < count())
        setSelected(row, !data(index(row), SelectedRole).toBool());
}

void AroundModel::selectAll(bool selected) {
    if (!selected)
        selected_.clear();
    else
        for (const auto& row : rows_)
            if (canBeSent(row))
                selected_.insert(qs(unitOf(row)->id));
    refreshLoad();
    Q_EMIT selectionChanged();
}

bool AroundModel::allSelected() const {
    bool any = false;
    for (const auto& row : rows_) {
        if (!canBeSent(row))
            continue;
        if (!selected_.contains(qs(unitOf(row)->id)))
            return false;
        any = true;
    }
    return any;
}

QStringList AroundModel::selectedUnits() const {
    std::vector<std::pair<double, QString>> units;
    for (const auto& id : selected_) {
        const auto* unit = store_.unit(id.toStdString());
        if (!unit)
            continue;
        const auto* resource = store_.resource(unit->resource);
        const auto place = resource ? std::optional(resource->place) : unit->place;
        units.emplace_back(place ? distance_m(where_, *place) : largestKm * 1000, id);
    }
    std::ranges::sort(units);
    QStringList ids;
    for (const auto& [distance, id] : units)
        ids.append(id);
    return ids;
}

QVariantList AroundModel::totals() const {
    constexpr std::size_t layerCount =
        boost::mp11::mp_size<boost::describe::describe_enumerators<Layer>>::value;
    std::array<int, layerCount> counts{};
    std::array<std::int64_t, layerCount> capacities{};
    std::optional<std::string_view> supply; // the kind, while all supplies are of the same
    bool mixed = false;
    for (const auto& row : rows_) {
        const auto* r = row.office ? nullptr : store_.resource(row.id);
        if (!r)
            continue;
        const auto at = static_cast<std::size_t>(r->layer);
        ++counts[at];
        capacities[at] += r->capacity;
        if (r->layer == Layer::supply) {
            mixed = mixed || (supply && *supply != r->kind);
            supply = r->kind;
        }
    }
    QVariantList out;
    for (std::size_t at = 0; at < layerCount; ++at) {
        if (counts[at] == 0)
            continue;
        const auto layer = static_cast<Layer>(at);
        const auto text = layer == Layer::supply && mixed
                              ? QString()
                              : capacityText(layer, supply.value_or(""), capacities[at]);
        out.append(QVariantMap{{QStringLiteral("layer"), qs(json::name_of(layer))},
                               {QStringLiteral("layerName"), layerName(layer)},
                               {QStringLiteral("count"), counts[at]},
                               {QStringLiteral("capacity"), static_cast<qlonglong>(capacities[at])},
                               {QStringLiteral("capacityText"), text}});
    }
    return out;
}

QString AroundModel::copyText() const {
    return tabText(cells());
}

bool AroundModel::exportCsv(const QUrl& file) const {
    return writeCsv(file, cells());
}

QList<QStringList> AroundModel::cells() const {
    QList<QStringList> out{
        {tr("Name"), tr("Class"), tr("State"), tr("Distance"), tr("Capacity"), tr("Contact")}};
    for (int row = 0; row < count(); ++row) {
        const auto at = [&](int role) { return data(index(row), role).toString(); };
        out.append({at(NameRole), at(KindNameRole), at(StateNameRole), at(DistanceTextRole),
                    at(CapacityTextRole),
                    (at(ContactNameRole) + QLatin1Char(' ') + at(ContactPhoneRole)).trimmed()});
    }
    return out;
}

int AroundModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AroundModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto* unit = unitOf(row);
    switch (role) {
    case ItemIdRole:
        return qs(row.id);
    case DistanceRole:
        return row.distance;
    case DistanceTextRole:
        return distanceText(row.distance);
    case UnitRole:
        return unit ? qs(unit->id) : QString();
    case SelectedRole:
        return unit && selected_.contains(qs(unit->id));
    case OpenAssignmentsRole:
        return unit && load_ ? load_(unit->id) : 0;
    default:
        break;
    }
    if (row.office) {
        if (!unit)
            return {};
        switch (role) {
        case Qt::DisplayRole:
        case NameRole:
            return qs(unit->name);
        case LayerRole:
            return QString();
        case LayerNameRole:
        case KindNameRole:
            return unitKindName(unit->kind);
        case KindRole:
            return qs(json::name_of(unit->kind));
        case StateRole:
            return qs(json::name_of(unit->state));
        case StateNameRole:
            return availabilityName(unit->state);
        case CapacityRole:
            return qlonglong(0);
        case CapacityTextRole:
            return QString();
        case ContactNameRole:
            return qs(unit->contact.name);
        case ContactPhoneRole:
            return qs(unit->contact.phone);
        case LonRole:
            return unit->place ? unit->place->lon : 0.0;
        case LatRole:
            return unit->place ? unit->place->lat : 0.0;
        default:
            return {};
        }
    }
    const auto* r = store_.resource(row.id);
    if (!r)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return qs(r->name);
    case LayerRole:
        return qs(json::name_of(r->layer));
    case LayerNameRole:
        return layerName(r->layer);
    case KindRole:
        return qs(r->kind);
    case KindNameRole:
        return resourceKindName(r->layer, r->kind);
    case StateRole:
        return qs(json::name_of(r->state));
    case StateNameRole:
        return availabilityName(r->state, r->layer);
    case CapacityRole:
        return static_cast<qlonglong>(r->capacity);
    case CapacityTextRole:
        return capacityText(r->layer, r->kind, r->capacity);
    case ContactNameRole:
        return qs(r->contact.name);
    case ContactPhoneRole:
        return qs(r->contact.phone);
    case LonRole:
        return r->place.lon;
    case LatRole:
        return r->place.lat;
    default:
        return {};
    }
}

QHash<int, QByteArray> AroundModel::roleNames() const {
    return {{ItemIdRole, "itemId"},
            {NameRole, "name"},
            {LayerRole, "layer"},
            {LayerNameRole, "layerName"},
            {KindRole, "kind"},
            {KindNameRole, "kindName"},
            {StateRole, "state"},
            {StateNameRole, "stateName"},
            {DistanceRole, "distance"},
            {DistanceTextRole, "distanceText"},
            {CapacityRole, "capacity"},
            {CapacityTextRole, "capacityText"},
            {ContactNameRole, "contactName"},
            {ContactPhoneRole, "contactPhone"},
            {LonRole, "lon"},
            {LatRole, "lat"},
            {UnitRole, "unit"},
            {SelectedRole, "selected"},
            {OpenAssignmentsRole, "openAssignments"}};
}

} // namespace chengyun::console
