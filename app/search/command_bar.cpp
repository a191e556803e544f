#include "app/search/command_bar.h"

#include "app/capability/capability.h"
#include "app/link/language.h"
#include "core/json/codec.h"

#include <algorithm>
#include <functional>

namespace chengyun::console {
namespace {

constexpr std::size_t most = 50;

const std::string command = "command";

} // namespace

CommandBar::CommandBar(const SearchIndex& index, QObject* parent)
    : QAbstractListModel(parent), index_(index),
      commands_(std::make_shared<const Finder>(std::vector<Findable>())) {
    connect(&index_, &SearchIndex::changed, this, [this] {
        askAgain();
        Q_EMIT indexedChanged();
    });
    onLanguageChange(this, [this] { askAgain(); });
}

void CommandBar::setCommands(const QVariantList& commands) {
    std::vector<Registered> given;
    for (const auto& one : commands) {
        const auto map = one.toMap();
        const auto text = [&](QLatin1StringView name) { return map.value(name).toString(); };
        given.push_back({text(QLatin1StringView("id")), text(QLatin1StringView("title")),
                         text(QLatin1StringView("shortcut")), text(QLatin1StringView("words"))});
    }
    if (given == registered_)
        return;
    registered_ = std::move(given);
    std::vector<Findable> items;
    for (const auto& one : registered_)
        items.push_back({command,
                         one.id.toStdString(),
                         one.title.toStdString(),
                         one.shortcut.toStdString(),
                         {},
                         one.words.toStdString(),
                         60});
    commands_ = std::make_shared<const Finder>(std::move(items));
    askAgain();
    Q_EMIT indexedChanged();
}

std::vector<CommandBar::Row> CommandBar::find() const {
    std::vector<std::string> kinds;
    for (const auto& kind : kinds_)
        kinds.push_back(kind.toStdString());
    const auto text = text_.trimmed().toStdString();
    std::vector<Row> rows;
    const auto add = [&](const std::shared_ptr<const Finder>& finder, const Capability* owner) {
        for (const auto& found : finder->find(text, most, kinds))
            rows.push_back({finder, owner, found});
    };
    // Commands first: equal scores keep this order.
    add(commands_, nullptr);
    for (const auto& part : index_.parts())
        add(part.finder, part.owner);
    std::ranges::stable_sort(rows, std::greater(), [](const Row& row) { return row.found.score; });
    rows.resize(std::min(rows.size(), most));
    if (text.empty() && (kinds.empty() || std::ranges::find(kinds, command) != kinds.end())) {
        // Nothing typed: what can be run.
        for (std::uint32_t i = 0; i < commands_->items().size(); ++i)
            rows.push_back({commands_, nullptr, {i, 0}});
    }
    return rows;
}

void CommandBar::ask() {
    beginResetModel();
    rows_ = find();
    endResetModel();
    Q_EMIT countChanged();
}

void CommandBar::askAgain() {
    auto rows = find();
    const auto before = rows_.size();
    const auto at = [](const std::vector<Row>& in, std::size_t from, const Row& row) {
        const auto same = [&row](const Row& other) {
            return other.item().kind == row.item().kind && other.item().id == row.item().id;
        };
        return static_cast<std::size_t>(
            std::find_if(in.begin() + static_cast<std::ptrdiff_t>(from), in.end(), same) -
            in.begin());
    };
    const auto place = [](std::size_t row) { return static_cast<int>(row); };
    for (auto row = rows_.size(); row-- > 0;) {
        if (at(rows, 0, rows_[row]) < rows.size())
            continue;
        beginRemoveRows({}, place(row), place(row));
        rows_.erase(rows_.begin() + place(row));
        endRemoveRows();
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto old = at(rows_, row, rows[row]);
        if (old == rows_.size()) {
            beginInsertRows({}, place(row), place(row));
            rows_.insert(rows_.begin() + place(row), rows[row]);
            endInsertRows();
        } else if (old != row) {
            beginMoveRows({}, place(old), place(old), {}, place(row));
            std::rotate(rows_.begin() + place(row), rows_.begin() + place(old),
                        rows_.begin() + place(old) + 1);
            endMoveRows();
        }
    }
    rows_ = std::move(rows); // the same things, as they are now
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1));
    if (rows_.size() != before)
        Q_EMIT countChanged();
}

void CommandBar::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    ask();
    Q_EMIT textChanged();
}

void CommandBar::setKinds(const QStringList& kinds) {
    if (kinds == kinds_)
        return;
    kinds_ = kinds;
    ask();
    Q_EMIT kindsChanged();
}

int CommandBar::indexed() const {
    return index_.size() + static_cast<int>(commands_->items().size());
}

void CommandBar::choose(int row) {
    if (row < 0 || row >= count())
        return;
    const auto item = rows_[static_cast<std::size_t>(row)].item();
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

FoundLook CommandBar::lookOf(const Row& row) const {
    if (row.owner)
        return row.owner->lookOf(row.item());
    FoundLook look;
    look.title = qs(row.item().name);
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
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto& item = row.item();
    switch (role) {
    case KindRole:
        return qs(item.kind);
    case KindNameRole:
        return lookOf(row).kindName;
    case TargetIdRole:
        return qs(item.id);
    case Qt::DisplayRole:
    case TitleRole:
        return lookOf(row).title;
    case SubtitleRole:
        return lookOf(row).subtitle;
    case ShortcutRole:
        return item.kind == command ? qs(item.code) : QString();
    case LevelRole:
        return qs(json::name_of(lookOf(row).level));
    case IconRole:
        return lookOf(row).icon;
    case LayerRole:
        return lookOf(row).layer;
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
