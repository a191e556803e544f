#include "app/resources/resource_list_model.h"

#include "app/link/language.h"
#include "app/lists/table_text.h"
#include "app/local/local.h"
#include "app/resources/words.h"
#include "core/json/codec.h"

#include <QUrl>

#include <algorithm>
#include <compare>

namespace chengyun::console {

ResourceListModel::ResourceListModel(ResourceStore& store, QObject* parent)
    : QAbstractTableModel(parent), store_(store) {
    connect(&store_, &ResourceStore::reloaded, this, &ResourceListModel::rebuild);
    connect(&store_, &ResourceStore::changed, this, &ResourceListModel::patch);
    onLanguageChange(this, [this] {
        if (!shown_.empty())
            Q_EMIT dataChanged(index(0, 0), index(count() - 1, ColumnCount - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    });
    rebuild();
}

void ResourceListModel::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    typed_ = TypedText(text);
    rebuild();
    Q_EMIT filterChanged();
}

void ResourceListModel::setLayers(const QStringList& layers) {
    if (layers == layers_)
        return;
    layers_ = layers;
    layerMask_ = layers.isEmpty() ? ~0u : 0u;
    for (const auto& name : layers)
        if (const auto layer = json::enum_of<Layer>(name.toStdString()))
            layerMask_ |= 1u << static_cast<unsigned>(*layer);
    rebuild();
    Q_EMIT filterChanged();
}

void ResourceListModel::setArea(const QString& area) {
    if (area == area_)
        return;
    area_ = area;
    areaCode_ = area.toStdString();
    rebuild();
    Q_EMIT filterChanged();
}

void ResourceListModel::setState(const QString& state) {
    if (state == state_)
        return;
    state_ = state;
    rebuild();
    Q_EMIT filterChanged();
}

int ResourceListModel::total() const {
    return store_.count();
}

bool ResourceListModel::passes(const Resource& r) const {
    if (!(layerMask_ & (1u << static_cast<unsigned>(r.layer))))
        return false;
    if (!areaCode_.empty() && !area_contains(areaCode_, r.area))
        return false;
    if (!state_.isEmpty() && qs(json::name_of(r.state)) != state_)
        return false;
    return typed_.isEmpty() || typed_.matches({r.name, r.code, r.address, r.initials});
}

bool ResourceListModel::less(std::size_t left, std::size_t right) const {
    const auto& a = store_.resources()[left];
    const auto& b = store_.resources()[right];
    std::strong_ordering order = std::strong_ordering::equal;
    switch (sortColumn_) {
    case NameColumn:
        break;
    case KindColumn:
        order = a.layer <=> b.layer;
        if (order == 0)
            order = a.kind <=> b.kind;
        break;
    case StateColumn:
        order = a.state <=> b.state;
        break;
    case LevelColumn:
        order = a.level <=> b.level;
        break;
    case CapacityColumn:
        order = a.capacity <=> b.capacity;
        break;
    case AreaColumn:
        order = a.area <=> b.area;
        break;
    case ContactColumn:
        order = a.contact.name <=> b.contact.name;
        break;
    case UpdatedColumn:
        order = ms_of(a.updated) <=> ms_of(b.updated);
        break;
    default:
        break;
    }
    // By initials Chinese names come in the order of their sound.
    if (order == 0 && (sortColumn_ == NameColumn || !descending_))
        order = a.initials <=> b.initials;
    if (order == 0)
        order = a.name <=> b.name;
    if (order != 0)
        return descending_ ? order > 0 : order < 0;
    return a.id < b.id;
}

void ResourceListModel::rebuild() {
    beginResetModel();
    shown_.clear();
    const auto& all = store_.resources();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (passes(all[i]))
            shown_.push_back(i);
    std::ranges::sort(shown_, [this](auto a, auto b) { return less(a, b); });
    endResetModel();
    Q_EMIT countChanged();
}

void ResourceListModel::patch(const ResourceChange& change) {
    // A removal moves another value into the hole, and many changes at once are cheaper as a whole.
    constexpr std::size_t fewEnough = 64;
    if (!change.removed.empty() || change.areas ||
        change.added.size() + change.updated.size() > fewEnough)
        return rebuild();
    const auto place = [this](std::size_t position) {
        const auto byOrder = [this](auto a, auto b) { return less(a, b); };
        const auto at = std::ranges::lower_bound(shown_, position, byOrder);
        const auto row = static_cast<int>(at - shown_.begin());
        beginInsertRows({}, row, row);
        shown_.insert(at, position);
        endInsertRows();
    };
    const auto inOrder = [this](auto found) {
        return (found == shown_.begin() || !less(*found, *(found - 1))) &&
               (found + 1 == shown_.end() || !less(*(found + 1), *found));
    };
    // Everything out of place leaves first, again until nothing is: only then is the rest sorted,
    // and what left can be put back by halving.
    for (bool again = true; again;) {
        again = false;
        for (const auto position : change.updated) {
            const auto found = std::ranges::find(shown_, position);
            if (found == shown_.end() || (passes(store_.resources()[position]) && inOrder(found)))
                continue;
            const auto row = static_cast<int>(found - shown_.begin());
            beginRemoveRows({}, row, row);
            shown_.erase(found);
            endRemoveRows();
            again = true;
        }
    }
    for (const auto position : change.updated) {
        const auto found = std::ranges::find(shown_, position);
        if (found != shown_.end()) {
            const auto row = static_cast<int>(found - shown_.begin());
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        } else if (passes(store_.resources()[position])) {
            place(position);
        }
    }
    for (const auto position : change.added)
        if (passes(store_.resources()[position]))
            place(position);
    Q_EMIT countChanged();
}

void ResourceListModel::sortBy(int column, bool descending) {
    if (column == sortColumn_ && descending == descending_)
        return;
    sortColumn_ = column;
    descending_ = descending;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    std::vector<std::size_t> kept;
    for (const auto& old : before)
        kept.push_back(shown_[static_cast<std::size_t>(old.row())]);
    std::ranges::sort(shown_, [this](auto a, auto b) { return less(a, b); });
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto at = std::ranges::find(shown_, kept[static_cast<std::size_t>(i)]);
        after.append(index(static_cast<int>(at - shown_.begin()), before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT sortChanged();
}

void ResourceListModel::sort(int column, Qt::SortOrder order) {
    sortBy(column, order == Qt::DescendingOrder);
}

QString ResourceListModel::idAt(int row) const {
    return row < 0 || row >= count()
               ? QString()
               : qs(store_.resources()[shown_[static_cast<std::size_t>(row)]].id);
}

int ResourceListModel::rowOf(const QString& id) const {
    const auto* wanted = store_.resource(id.toStdString());
    if (!wanted)
        return -1;
    const auto position = static_cast<std::size_t>(wanted - store_.resources().data());
    const auto found = std::ranges::find(shown_, position);
    return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

QString ResourceListModel::cell(const Resource& r, int column) const {
    switch (column) {
    case NameColumn:
        return qs(r.name);
    case KindColumn:
        return resourceKindName(r.layer, r.kind);
    case StateColumn:
        return availabilityName(r.state, r.layer);
    case LevelColumn:
        return levelName(r.level);
    case CapacityColumn:
        return capacityText(r.layer, r.kind, r.capacity);
    case AreaColumn:
        return store_.areaName(r.area);
    case ContactColumn:
        return (qs(r.contact.name) + QLatin1Char(' ') + qs(r.contact.phone)).trimmed();
    case UpdatedColumn:
        return Local::text(Local::instance().zone(), ms_of(r.updated),
                           QStringLiteral("yyyy-MM-dd HH:mm"));
    default:
        return {};
    }
}

QString ResourceListModel::copyText(const QList<int>& rows) const {
    QList<QStringList> out(1);
    for (int column = 0; column < ColumnCount; ++column)
        out[0].append(headerData(column, Qt::Horizontal).toString());
    const auto add = [&](int row) {
        if (row < 0 || row >= count())
            return;
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(cell(store_.resources()[shown_[static_cast<std::size_t>(row)]], column));
        out.append(cells);
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

bool ResourceListModel::exportCsv(const QUrl& file, const QList<int>& rows) const {
    QList<QStringList> out{
        {tr("Code"), tr("Layer"), tr("Longitude"), tr("Latitude"), tr("Address")}};
    for (int column = 0; column < ColumnCount; ++column)
        out[0].append(headerData(column, Qt::Horizontal).toString());
    out[0].append({tr("Main stream"), tr("Sub stream")});
    const auto wanted = rows.isEmpty() ? QSet<int>() : QSet<int>(rows.begin(), rows.end());
    for (int row = 0; row < count(); ++row) {
        if (!wanted.isEmpty() && !wanted.contains(row))
            continue;
        const auto& r = store_.resources()[shown_[static_cast<std::size_t>(row)]];
        QStringList cells{qs(r.code), layerName(r.layer), QString::number(r.place.lon, 'f', 6),
                          QString::number(r.place.lat, 'f', 6), qs(r.address)};
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(cell(r, column));
        // As everybody sees them: without user and password.
        cells.append({qs(r.stream), qs(r.stream_sub.value_or(std::string()))});
        out.append(cells);
    }
    return writeCsv(file, out);
}

int ResourceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}
int ResourceListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ResourceListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& r = store_.resources()[shown_[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return cell(r, index.column());
    case IdRole:
        return qs(r.id);
    case NameRole:
        return qs(r.name);
    case CodeRole:
        return qs(r.code);
    case LayerRole:
        return qs(json::name_of(r.layer));
    case LayerNameRole:
        return layerName(r.layer);
    case KindRole:
        return qs(r.kind);
    case KindNameRole:
        return resourceKindName(r.layer, r.kind);
    case LevelRole:
        return qs(json::name_of(r.level));
    case LevelNameRole:
        return levelName(r.level);
    case StateRole:
        return qs(json::name_of(r.state));
    case StateNameRole:
        return availabilityName(r.state, r.layer);
    case CapacityRole:
        return static_cast<qlonglong>(r.capacity);
    case CapacityTextRole:
        return capacityText(r.layer, r.kind, r.capacity);
    case AreaRole:
        return qs(r.area);
    case AreaNameRole:
        return store_.areaName(r.area);
    case AddressRole:
        return qs(r.address);
    case LonRole:
        return r.place.lon;
    case LatRole:
        return r.place.lat;
    case ContactNameRole:
        return qs(r.contact.name);
    case ContactPhoneRole:
        return qs(r.contact.phone);
    case HasStreamRole:
        return !r.stream.empty();
    case UnitRole: {
        const auto* team = store_.unitOf(r.id);
        return team ? qs(team->id) : QString();
    }
    case FlaggedRole:
        return !r.flags.empty();
    case UpdatedRole:
        return qint64(ms_of(r.updated));
    default:
        return {};
    }
}

QVariant ResourceListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Class");
    case StateColumn:
        return tr("State");
    case LevelColumn:
        return tr("Level");
    case CapacityColumn:
        return tr("Capacity");
    case AreaColumn:
        return tr("Area");
    case ContactColumn:
        return tr("Contact");
    case UpdatedColumn:
        return tr("Updated");
    default:
        return {};
    }
}

QHash<int, QByteArray> ResourceListModel::roleNames() const {
    return {{Qt::DisplayRole, "display"},
            {IdRole, "resourceId"},
            {NameRole, "name"},
            {CodeRole, "code"},
            {LayerRole, "layer"},
            {LayerNameRole, "layerName"},
            {KindRole, "kind"},
            {KindNameRole, "kindName"},
            {LevelRole, "level"},
            {LevelNameRole, "levelName"},
            {StateRole, "state"},
            {StateNameRole, "stateName"},
            {CapacityRole, "capacity"},
            {CapacityTextRole, "capacityText"},
            {AreaRole, "area"},
            {AreaNameRole, "areaName"},
            {AddressRole, "address"},
            {LonRole, "lon"},
            {LatRole, "lat"},
            {ContactNameRole, "contactName"},
            {ContactPhoneRole, "contactPhone"},
            {HasStreamRole, "hasStream"},
            {UnitRole, "unit"},
            {FlaggedRole, "flagged"},
            {UpdatedRole, "updated"}};
}

} // namespace chengyun::console
