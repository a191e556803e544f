#include "app/search/command_bar.h"

#include "app/capability/capability.h"
#include "app/guarded.h"
#include "app/link/language.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr std::size_t most = 50;
/// A rebuild costs some ten milliseconds of another core: not at each of a burst of entries.
constexpr int rebuildAfterMs = 300;

const std::string command = "command";

} // namespace

CommandBar::CommandBar(std::vector<Capability*> capabilities, QObject* parent)
    : QAbstractListModel(parent), capabilities_(std::move(capabilities)),
      finder_(std::make_shared<const Finder>(std::vector<Findable>())) {
    builder_.setMaxThreadCount(1);
    rebuild_.setSingleShot(true);
    connect(&rebuild_, &QTimer::timeout, this, &CommandBar::buildIndex);
    for (const auto* capability : capabilities_)
        connect(capability, &Capability::findablesChanged, this, &CommandBar::scheduleIndex);
    onLanguageChange(this, [this] { look(); });
    scheduleIndex();
}

CommandBar::~CommandBar() {
    builder_.waitForDone();
}

void CommandBar::setCommands(const QVariantList& commands) {
    std::vector<Registered> given;
    for (const auto& one : commands) {
        const auto map = one.toMap();
        const auto text = [&](QLatin1StringView name) { return map.value(name).toString(); };
        given.push_back({text(QLatin1StringView("id")), text(QLatin1StringView("title")),
                         text(QLatin1StringView("shortcut")), text(QLatin1StringView("words"))});
    }
    if (given == commands_)
        return;
    commands_ = std::move(given);
    scheduleIndex();
}

void CommandBar::scheduleIndex() {
    if (!rebuild_.isActive())
        rebuild_.start(finder_->items().empty() ? 0 : rebuildAfterMs);
}

std::vector<Findable> CommandBar::collect() {
    std::vector<Findable> items;
    items.reserve(finder_->items().size() + commands_.size());
    // Commands first: equal scores keep this order.
    for (const auto& one : commands_)
        items.push_back({command,
                         one.id.toStdString(),
                         one.title.toStdString(),
                         one.shortcut.toStdString(),
                         {},
                         one.words.toStdString(),
                         60});
    for (const auto* capability : capabilities_)
        for (auto& item : capability->findables()) {
            ownerOf_[item.kind] = capability;
            items.push_back(std::move(item));
        }
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
    std::vector<std::string> kinds;
    for (const auto& kind : kinds_)
        kinds.push_back(kind.toStdString());
    auto rows = finder_->find(text_.trimmed().toStdString(), most, kinds);
    if (text_.trimmed().isEmpty() &&
        (kinds.empty() || std::ranges::find(kinds, command) != kinds.end())) {
        // Nothing typed: what can be run.
        const auto& items = finder_->items();
        for (std::uint32_t i = 0; i < items.size() && items[i].kind == command; ++i)
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
    if (item.kind == command)
        Q_EMIT commandChosen(qs(item.id));
    else
        Q_EMIT targetChosen(qs(item.kind), qs(item.id));
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

FoundLook CommandBar::lookOf(const Findable& item) const {
    if (const auto owner = ownerOf_.find(item.kind); owner != ownerOf_.end())
        return owner->second->lookOf(item);
    FoundLook look;
    look.title = qs(item.name);
    look.kindName = tr("Command");
    look.icon = QStringLiteral("command");
    return look;
}

int CommandBar::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant CommandBar::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& item = finder_->items()[rows_[static_cast<std::size_t>(index.row())].item];
    switch (role) {
    case KindRole:
        return qs(item.kind);
    case KindNameRole:
        return lookOf(item).kindName;
    case TargetIdRole:
        return qs(item.id);
    case Qt::DisplayRole:
    case TitleRole:
        return lookOf(item).title;
    case SubtitleRole:
        return lookOf(item).subtitle;
    case ShortcutRole:
        return item.kind == command ? qs(item.code) : QString();
    case LevelRole:
        return qs(json::name_of(lookOf(item).level));
    case IconRole:
        return lookOf(item).icon;
    case LayerRole:
        return lookOf(item).layer;
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandBar::roleNames() const {
    return {{KindRole, "kind"},   {KindNameRole, "kindName"}, {TargetIdRole, "targetId"},
            {TitleRole, "title"}, {SubtitleRole, "subtitle"}, {ShortcutRole, "shortcut"},
            {LevelRole, "level"}, {IconRole, "icon"},         {LayerRole, "layer"}};
}

} // namespace chengyun::console
