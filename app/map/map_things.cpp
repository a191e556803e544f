#include "app/map/map_things.h"

#include "app/lists/table_text.h"
#include "app/text.h"
#include "core/json/codec.h"
#include "core/resource/kinds.h"

#include <QCollator>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace chengyun::console {
namespace {

constexpr auto resource_kind = "resource";

} // namespace

MapThings::MapThings(QObject* parent) : QAbstractListModel(parent) {}

void MapThings::setFeed(MapFeed* feed) {
    if (feed == feed_)
        return;
    if (feed_)
        disconnect(feed_, nullptr, this, nullptr);
    feed_ = feed;
    if (feed_) {
        connect(feed_, &MapFeed::pointsChanged, this, [this] { renew(false); });
        connect(feed_, &MapFeed::pinsChanged, this, [this] { renew(true); });
        connect(feed_, &MapFeed::lookChanged, this, &MapThings::look_changed);
    }
    Q_EMIT feedChanged();
    renew(false);
}

bool MapThings::read(Thing& thing) const {
    if (!feed_)
        return false;
    const std::string id = thing.id.toStdString();
    if (const auto at = feed_->points()->find(id)) {
        const PointLook look = feed_->looks()[*at];
        thing.kind = resource_kind;
        thing.layer = qs(json::name_of(Layer(look.layer)));
        thing.name = qs(feed_->points()->name(*at));
        thing.symbol_layer = look.layer;
        thing.resource_kind = qs(resource_kinds()[look.kind].key);
        thing.state = look.state;
        thing.level = look.level;
        thing.place = place_of(feed_->points()->world(*at));
    } else {
        const auto& pins = feed_->pins();
        const auto pin = std::ranges::find(pins, id, &MapPin::id);
        if (pin == pins.end())
            return false;
        thing.kind = pin->kind;
        thing.layer = qs(pin->kind);
        thing.name = qs(pin->title);
        thing.symbol_layer = -1;
        thing.state = int(pin->state());
        thing.level = int(pin->level);
        thing.place = pin->place;
    }
    thing.words = feed_->wordsOf(thing.kind, id);
    return true;
}

void MapThings::renew(bool pins_only) {
    QSet<QString> gone;
    for (Thing& thing : things_)
        if ((!pins_only || thing.symbol_layer < 0) && !read(thing))
            gone.insert(thing.id);
    if (!gone.isEmpty()) {
        reset([&] {
            std::erase_if(things_, [&](const Thing& thing) { return gone.contains(thing.id); });
        });
        Q_EMIT listed();
    } else if (count() > 0) {
        Q_EMIT dataChanged(index(0), index(count() - 1));
    }
}

void MapThings::look_changed(quint32 ordinal) {
    if (things_.empty())
        return;
    const auto found = position_.constFind(qs(feed_->points()->id(ordinal)));
    if (found == position_.cend())
        return;
    (void)read(things_[*found]); // it is there: its look has just changed
    const auto row = std::ranges::lower_bound(shown_, *found);
    if (row != shown_.end() && *row == *found) {
        const auto changed = index(int(row - shown_.begin()));
        Q_EMIT dataChanged(changed, changed);
    }
}

void MapThings::list(const QStringList& ids) {
    reset([this] {
        std::erase_if(things_,
                      [this](const Thing& thing) { return !thing.chosen || !in_layers(thing); });
        layers_.clear();
        text_.clear();
    });
    QStringList others;
    std::ranges::copy_if(ids, std::back_inserter(others),
                         [this](const QString& id) { return !position_.contains(id); });
    take(others, false);
    Q_EMIT layersChanged();
    Q_EMIT textChanged();
}

void MapThings::choose(const QStringList& ids) {
    take(ids, true);
}

void MapThings::toggle(const QStringList& ids) {
    take(ids, !areChosen(ids));
}

void MapThings::take(const QStringList& ids, bool chosen) {
    std::vector<Thing> added;
    QSet<QString> fresh;
    left_out_ = 0;
    bool hidden = false; // by the layers that the list is narrowed to
    for (const QString& id : ids) {
        const auto found = position_.constFind(id);
        if (found != position_.cend()) {
            things_[*found].chosen = chosen;
            hidden = hidden || !in_layers(things_[*found]);
            continue;
        }
        Thing thing;
        thing.id = id;
        thing.chosen = chosen;
        if (fresh.contains(id) || !read(thing))
            continue;
        if (qsizetype(things_.size() + added.size()) >= most) {
            ++left_out_;
            continue;
        }
        fresh.insert(id);
        hidden = hidden || !in_layers(thing);
        added.push_back(std::move(thing));
    }
    // What is chosen is to be seen.
    if (chosen && hidden) {
        layers_.clear();
        Q_EMIT layersChanged();
    }
    if (added.empty() && !(chosen && hidden)) {
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1), {ChosenRole});
        renew_chosen();
    } else {
        reset([&] {
            std::ranges::move(added, std::back_inserter(things_));
            sort();
        });
    }
    Q_EMIT listed();
}

void MapThings::sort() {
    QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    struct Row {
        QCollatorSortKey name;
        Thing thing;
    };
    std::vector<Row> rows;
    rows.reserve(things_.size());
    for (Thing& thing : things_)
        rows.push_back({collator.sortKey(thing.name), std::move(thing)});
    std::ranges::sort(rows, [](const Row& a, const Row& b) {
        if (a.thing.symbol_layer != b.thing.symbol_layer)
            return a.thing.symbol_layer < b.thing.symbol_layer;
        if (a.thing.layer != b.thing.layer)
            return a.thing.layer < b.thing.layer;
        if (a.thing.words.kind != b.thing.words.kind)
            return a.thing.words.kind < b.thing.words.kind;
        const int names = a.name.compare(b.name);
        return names != 0 ? names < 0 : a.thing.id < b.thing.id;
    });
    things_.clear();
    for (Row& row : rows)
        things_.push_back(std::move(row.thing));
}

bool MapThings::in_layers(const Thing& thing) const {
    return layers_.isEmpty() || layers_.contains(thing.layer);
}

void MapThings::reset(const std::function<void()>& change) {
    beginResetModel();
    change();
    const QStringList parts = text_.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto passes = [&](const Thing& thing) {
        const std::initializer_list<QString> fields{thing.name, thing.words.kind, thing.words.where,
                                                    thing.words.code, thing.words.initials};
        return in_layers(thing) && std::ranges::all_of(parts, [&](const QString& part) {
                   return std::ranges::any_of(fields, [&](const QString& field) {
                       return field.contains(part, Qt::CaseInsensitive);
                   });
               });
    };
    position_.clear();
    shown_.clear();
    for (std::size_t i = 0; i < things_.size(); ++i) {
        position_.insert(things_[i].id, i);
        if (passes(things_[i]))
            shown_.push_back(i);
    }
    endResetModel();
    Q_EMIT shownChanged();
    renew_chosen();
}

void MapThings::renew_chosen() {
    QStringList chosen;
    for (const Thing& thing : things_)
        if (thing.chosen && in_layers(thing))
            chosen.append(thing.id);
    chosen_ = std::move(chosen);
    Q_EMIT chosenChanged();
}

void MapThings::setText(const QString& text) {
    if (text == text_)
        return;
    reset([&] { text_ = text; });
    Q_EMIT textChanged();
}

void MapThings::setLayers(const QStringList& layers) {
    if (layers == layers_)
        return;
    reset([&] { layers_ = layers; });
    Q_EMIT layersChanged();
}

QVariantList MapThings::counts() const {
    QVariantList counts;
    QString layer;
    int count = 0;
    const auto close = [&] {
        if (count > 0)
            counts.append(
                QVariantMap{{QStringLiteral("layer"), layer}, {QStringLiteral("count"), count}});
        count = 0;
    };
    for (const Thing& thing : things_) { // those of a layer stand together
        if (thing.layer != layer)
            close();
        layer = thing.layer;
        ++count;
    }
    close();
    return counts;
}

bool MapThings::allChosen() const {
    return !shown_.empty() &&
           std::ranges::all_of(shown_, [this](std::size_t i) { return things_[i].chosen; });
}

void MapThings::setChosen(int row, bool chosen) {
    if (row < 0 || row >= count() || at(row).chosen == chosen)
        return;
    things_[shown_[std::size_t(row)]].chosen = chosen;
    Q_EMIT dataChanged(index(row), index(row), {ChosenRole});
    renew_chosen();
}

void MapThings::chooseAll(bool chosen) {
    if (shown_.empty())
        return;
    for (const auto i : shown_)
        things_[i].chosen = chosen;
    Q_EMIT dataChanged(index(0), index(count() - 1), {ChosenRole});
    renew_chosen();
}

void MapThings::clear() {
    for (Thing& thing : things_)
        thing.chosen = false;
    list({});
}

QString MapThings::idAt(int row) const {
    return row < 0 || row >= count() ? QString() : at(row).id;
}

QString MapThings::kindAt(int row) const {
    return row < 0 || row >= count() ? QString() : qs(at(row).kind);
}

bool MapThings::isChosen(int row) const {
    return row >= 0 && row < count() && at(row).chosen;
}

bool MapThings::areChosen(const QStringList& ids) const {
    return std::ranges::all_of(ids, [this](const QString& id) {
        const auto found = position_.constFind(id);
        return found != position_.cend() && things_[*found].chosen && in_layers(things_[*found]);
    });
}

QList<QStringList> MapThings::cells() const {
    QList<QStringList> rows{
        {tr("Name"), tr("Class"), tr("Code"), tr("Address"), tr("Longitude"), tr("Latitude")}};
    const auto add = [&](const Thing& thing) {
        rows.append({thing.name, thing.words.kind, thing.words.code, thing.words.where,
                     QString::number(thing.place.lon, 'f', 6),
                     QString::number(thing.place.lat, 'f', 6)});
    };
    if (chosen_.isEmpty())
        for (const auto i : shown_)
            add(things_[i]);
    for (const QString& id : chosen_)
        add(things_[position_.value(id)]);
    return rows;
}

QString MapThings::copyText() const {
    return tabText(cells());
}

bool MapThings::exportCsv(const QUrl& file) const {
    return writeCsv(file, cells());
}

int MapThings::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant MapThings::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Thing& thing = at(index.row());
    switch (role) {
    case IdRole:
        return thing.id;
    case KindRole:
        return qs(thing.kind);
    case LayerRole:
        return thing.layer;
    case Qt::DisplayRole:
    case NameRole:
        return thing.name;
    case KindNameRole:
        return thing.words.kind;
    case WhereRole:
        return thing.words.where;
    case CodeRole:
        return thing.words.code;
    case SymbolLayerRole:
        return thing.symbol_layer;
    case ResourceKindRole:
        return thing.resource_kind;
    case SymbolStateRole:
        return thing.state;
    case LevelRole:
        return thing.level;
    case ChosenRole:
        return thing.chosen;
    case LonRole:
        return thing.place.lon;
    case LatRole:
        return thing.place.lat;
    default:
        return {};
    }
}

QHash<int, QByteArray> MapThings::roleNames() const {
    return {{IdRole, "thingId"},
            {KindRole, "thingKind"},
            {LayerRole, "layer"},
            {NameRole, "name"},
            {KindNameRole, "kindName"},
            {WhereRole, "where"},
            {CodeRole, "code"},
            {SymbolLayerRole, "symbolLayer"},
            {ResourceKindRole, "resourceKind"},
            {SymbolStateRole, "symbolState"},
            {LevelRole, "level"},
            {ChosenRole, "chosen"},
            {LonRole, "lon"},
            {LatRole, "lat"}};
}

} // namespace chengyun::console
