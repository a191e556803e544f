#include "app/search/command_bar.h"

#include "app/guarded.h"
#include "app/link/language.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "app/resources/resource_store.h"
#include "app/resources/words.h"
#include "core/json/codec.h"
#include "core/order/rules.h"

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr std::size_t most = 50;
/// A rebuild costs some ten milliseconds of another core: not at each of a burst of entries.
constexpr int rebuildAfterMs = 300;

QString kindKey(FoundKind kind) {
    switch (kind) {
    case FoundKind::command:
        return QStringLiteral("command");
    case FoundKind::order:
        return QStringLiteral("order");
    case FoundKind::unit:
        return QStringLiteral("unit");
    case FoundKind::resource:
        return QStringLiteral("resource");
    case FoundKind::area:
        return QStringLiteral("area");
    }
    return {};
}

unsigned maskOf(const QStringList& kinds) {
    if (kinds.isEmpty())
        return ~0u;
    unsigned mask = 0;
    for (const auto kind : {FoundKind::command, FoundKind::order, FoundKind::unit,
                            FoundKind::resource, FoundKind::area})
        if (kinds.contains(kindKey(kind)))
            mask |= 1u << static_cast<unsigned>(kind);
    return mask;
}

QString joined(const QStringList& parts) {
    QStringList filled;
    for (const auto& part : parts)
        if (!part.isEmpty())
            filled.append(isolated(part));
    return filled.join(QStringLiteral(" · "));
}

} // namespace

CommandBar::CommandBar(ResourceStore& resources, OrderStore& orders, QObject* parent)
    : QAbstractListModel(parent), resources_(resources), orders_(orders),
      finder_(std::make_shared<const Finder>(std::vector<Findable>())) {
    builder_.setMaxThreadCount(1);
    rebuild_.setSingleShot(true);
    connect(&rebuild_, &QTimer::timeout, this, &CommandBar::buildIndex);
    connect(&resources_, &ResourceStore::reloaded, this, &CommandBar::scheduleIndex);
    connect(&resources_, &ResourceStore::changed, this, &CommandBar::scheduleIndex);
    connect(&orders_, &OrderStore::reloaded, this, &CommandBar::scheduleIndex);
    connect(&orders_, &OrderStore::changed, this, &CommandBar::scheduleIndex);
    onLanguageChange(this, [this] { look(); });
    scheduleIndex();
}

CommandBar::~CommandBar() {
    builder_.waitForDone();
}

void CommandBar::registerCommand(const QString& id, const QString& title, const QString& shortcut,
                                 const QString& words) {
    const auto found = std::ranges::find(commands_, id, &Registered::id);
    Registered command{id, title, shortcut, words};
    if (found == commands_.end())
        commands_.push_back(std::move(command));
    else
        *found = std::move(command);
    scheduleIndex();
}

void CommandBar::scheduleIndex() {
    if (!rebuild_.isActive())
        rebuild_.start(finder_->items().empty() ? 0 : rebuildAfterMs);
}

std::vector<Findable> CommandBar::collect() const {
    std::vector<Findable> items;
    items.reserve(commands_.size() + orders_.orders().size() + resources_.units().size() +
                  resources_.resources().size() + resources_.areas().size());
    // Commands first, then what is open: equal scores keep this order.
    for (const auto& command : commands_)
        items.push_back({FoundKind::command,
                         command.id.toStdString(),
                         command.title.toStdString(),
                         command.shortcut.toStdString(),
                         {},
                         command.words.toStdString(),
                         60});
    for (const auto& order : orders_.orders())
        items.push_back({FoundKind::order,
                         order.id,
                         order.address.empty() ? order.title : order.title + " " + order.address,
                         std::to_string(order.number),
                         {},
                         {},
                         is_open(order.state) ? 40 : -40});
    for (const auto& unit : resources_.units())
        if (unit.resource.empty()) // the team of a resource is found as that resource
            items.push_back(
                {FoundKind::unit, unit.id, unit.name, unit.contact.phone, unit.initials, {}, 10});
    for (const auto& resource : resources_.resources())
        items.push_back({FoundKind::resource,
                         resource.id,
                         resource.name,
                         resource.code,
                         resource.initials,
                         {},
                         0});
    for (const auto& area : resources_.areas())
        items.push_back({FoundKind::area, area.code, area.name, area.code, area.initials, {}, 5});
    return items;
}

void CommandBar::buildIndex() {
    if (building_) {
        rebuild_.start(rebuildAfterMs);
        return;
    }
    building_ = true;
    // The values are copied here, where they cannot change; the index is made elsewhere.
    builder_.start([this, items = collect()]() mutable {
        const auto finder = guarded(
            "search", [&] { return std::make_shared<const Finder>(std::move(items)); },
            std::shared_ptr<const Finder>());
        QMetaObject::invokeMethod(
            this,
            [this, finder] {
                building_ = false;
                if (!finder)
                    return; // the one before goes on
                finder_ = finder;
                Q_EMIT indexedChanged();
                look();
            },
            Qt::QueuedConnection);
    });
}

void CommandBar::look() {
    auto rows = finder_->find(text_.trimmed().toStdString(), most, maskOf(kinds_));
    if (text_.trimmed().isEmpty() &&
        (kinds_.isEmpty() || kinds_.contains(QLatin1String("command")))) {
        // Nothing typed: what can be run.
        const auto& items = finder_->items();
        for (std::uint32_t i = 0; i < items.size() && items[i].kind == FoundKind::command; ++i)
            rows.push_back({i, 0});
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

void CommandBar::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    look();
    Q_EMIT textChanged();
}

void CommandBar::setKinds(const QStringList& kinds) {
    if (kinds == kinds_)
        return;
    kinds_ = kinds;
    look();
    Q_EMIT kindsChanged();
}

int CommandBar::indexed() const {
    return static_cast<int>(finder_->items().size());
}

void CommandBar::choose(int row) {
    if (row < 0 || row >= count())
        return;
    const auto item = finder_->items()[rows_[static_cast<std::size_t>(row)].item];
    if (item.kind == FoundKind::command)
        Q_EMIT commandChosen(qs(item.id));
    else
        Q_EMIT targetChosen(kindKey(item.kind), qs(item.id));
}

QVariantMap CommandBar::get(int row) const {
    QVariantMap out;
    if (row < 0 || row >= count())
        return out;
    const auto names = roleNames();
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        out.insert(QString::fromLatin1(it.value()), data(index(row), it.key()));
    return out;
}

QString CommandBar::subtitleOf(const Findable& item) const {
    switch (item.kind) {
    case FoundKind::command:
        return {};
    case FoundKind::order:
        if (const auto* order = orders_.order(item.id))
            return joined({tr("No. %1").arg(order->number), eventKindName(order->kind),
                           orderStateName(order->state)});
        return {};
    case FoundKind::unit:
        if (const auto* unit = resources_.unit(item.id))
            return joined({unitKindName(unit->kind), resources_.areaName(unit->area),
                           qs(unit->contact.name)});
        return {};
    case FoundKind::resource:
        if (const auto* resource = resources_.resource(item.id))
            return joined({resourceKindName(resource->layer, resource->kind),
                           resources_.areaName(resource->area), qs(resource->address)});
        return {};
    case FoundKind::area:
        if (const auto* area = resources_.area(item.id)) {
            const auto* above = resources_.area(area->parent);
            return joined({above ? qs(above->name) : QString(), qs(area->code)});
        }
        return {};
    }
    return {};
}

int CommandBar::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant CommandBar::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& item = finder_->items()[rows_[static_cast<std::size_t>(index.row())].item];
    const auto* resource =
        item.kind == FoundKind::resource ? resources_.resource(item.id) : nullptr;
    switch (role) {
    case KindRole:
        return kindKey(item.kind);
    case KindNameRole:
        switch (item.kind) {
        case FoundKind::command:
            return tr("Command");
        case FoundKind::order:
            return tr("Order");
        case FoundKind::unit:
            return tr("Unit");
        case FoundKind::resource:
            return resource ? layerName(resource->layer) : tr("Resource");
        case FoundKind::area:
            return tr("Area");
        }
        return {};
    case TargetIdRole:
        return qs(item.id);
    case Qt::DisplayRole:
    case TitleRole:
        if (item.kind == FoundKind::order)
            if (const auto* order = orders_.order(item.id))
                return qs(order->title);
        return qs(item.name);
    case SubtitleRole:
        return subtitleOf(item);
    case ShortcutRole:
        return item.kind == FoundKind::command ? qs(item.code) : QString();
    case LevelRole: {
        const auto* order = item.kind == FoundKind::order ? orders_.order(item.id) : nullptr;
        return qs(json::name_of(order ? order->level : resource ? resource->level : Level::none));
    }
    case LayerRole:
        return resource ? qs(json::name_of(resource->layer)) : QString();
    case ResourceKindRole:
        return resource ? qs(resource->kind) : QString();
    case SymbolRole:
        return resource ? qs(json::name_of(resource->layer)) + QLatin1Char('/') + qs(resource->kind)
                        : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandBar::roleNames() const {
    return {{KindRole, "kind"},    {KindNameRole, "kindName"}, {TargetIdRole, "targetId"},
            {TitleRole, "title"},  {SubtitleRole, "subtitle"}, {ShortcutRole, "shortcut"},
            {LevelRole, "level"},  {LayerRole, "layer"},       {ResourceKindRole, "resourceKind"},
            {SymbolRole, "symbol"}};
}

} // namespace chengyun::console
