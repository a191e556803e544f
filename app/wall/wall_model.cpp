#include "app/wall/wall_model.h"

#include "app/link/language.h"
#include "app/wall/pane_content.h"
#include "core/wall/arrangement.h"

#include <algorithm>
#include <cmath>

namespace chengyun::console {

namespace {

QRectF rectOf(const WallScreen& screen) {
    return {double(screen.x), double(screen.y), double(screen.width), double(screen.height)};
}

/// A box of a grid that lies over `area`, on whole pixels: neighbours touch.
QRectF placed(const GridBox& box, const GridSize& grid, const QRectF& area) {
    const auto x = [&](std::int64_t column) {
        return std::round(area.x() + area.width() * double(column) / double(grid.columns));
    };
    const auto y = [&](std::int64_t row) {
        return std::round(area.y() + area.height() * double(row) / double(grid.rows));
    };
    return {QPointF(x(box.column), y(box.row)),
            QPointF(x(box.column + box.columns), y(box.row + box.rows))};
}

} // namespace

WallModel::WallModel(QObject* parent) : QAbstractListModel(parent) {}

void WallModel::setStore(WallStore* store) {
    if (store == store_)
        return;
    if (store_)
        store_->disconnect(this);
    store_ = store;
    if (store_) {
        connect(store_, &WallStore::reloaded, this, &WallModel::refresh);
        connect(store_, &WallStore::changed, this, [this](const QString& wall) {
            if (wall == wall_)
                refresh();
        });
    }
    Q_EMIT sourceChanged();
    refresh();
}

void WallModel::setWall(const QString& wall) {
    if (wall == wall_)
        return;
    wall_ = wall;
    Q_EMIT sourceChanged();
    refresh();
}

void WallModel::setCells(bool cells) {
    if (cells == cells_)
        return;
    cells_ = cells;
    Q_EMIT sourceChanged();
    refresh();
}

void WallModel::setHands(WallHands* hands) {
    if (hands == hands_)
        return;
    if (hands_)
        disconnect(hands_, nullptr, this, nullptr);
    hands_ = hands;
    if (hands_)
        connect(hands_, &WallHands::changed, this, &WallModel::refresh);
    Q_EMIT sourceChanged();
    refresh();
}

QRectF WallModel::around() const {
    QRectF all;
    if (known_)
        for (const auto& screen : known_->screens)
            all |= rectOf(screen);
    return all;
}

QRectF WallModel::boxOf(const ScreenBoard& screen) const {
    const auto all = around();
    const auto* found = known_ ? find_screen(*known_, screen.screen) : nullptr;
    return (found ? rectOf(*found) : all).translated(-all.topLeft());
}

std::vector<WallModel::Row> WallModel::compute() const {
    std::vector<Row> rows;
    QHash<QString, int> seen;
    for (const auto& screen : board_.screens) {
        const auto boxes = boxes_of(screen);
        const auto grid = grid_of(screen.layout);
        const auto area = boxOf(screen);
        for (std::size_t cell = 0; cell < boxes.size(); ++cell) {
            const auto* pane = find_pane(screen, std::int64_t(cell));
            if (!pane && !cells_)
                continue;
            Row row;
            row.screen = qs(screen.screen);
            row.cell = int(cell);
            row.box = placed(boxes[cell], grid, area);
            row.across = screen.screen == whole_wall;
            if (pane) {
                row.content = toMap(
                    hands_ ? hands_->shown(board_.wall, screen.screen, pane->cell, pane->content)
                           : pane->content);
                row.byName = qs(pane->by_name);
                row.at = ms_of(pane->at);
                row.until = pane->until ? ms_of(*pane->until) : 0;
            }
            if (cells_) {
                row.key = row.screen + u'\n' + QString::number(cell);
            } else {
                row.key = qs(pane->content.kind) + u'\n' + qs(pane->content.subject);
                row.key += u'\n' + QString::number(seen[row.key]++);
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void WallModel::refresh() {
    const auto* wall = store_ ? store_->wall(wall_.toStdString()) : nullptr;
    known_ = wall ? std::optional(*wall) : std::nullopt;
    board_ = wall ? store_->board(*wall) : WallBoard();
    const auto before = count();
    patch(compute());
    if (count() != before)
        Q_EMIT countChanged();
    Q_EMIT changed();
}

/// Rows go and come by their keys; those that stay are changed in their places.
void WallModel::patch(std::vector<Row> wanted) {
    for (int at = count() - 1; at >= 0; --at) {
        if (std::ranges::find(wanted, rows_[std::size_t(at)].key, &Row::key) != wanted.end())
            continue;
        beginRemoveRows({}, at, at);
        rows_.erase(rows_.begin() + at);
        endRemoveRows();
    }
    for (auto& row : wanted) {
        const auto found = std::ranges::find(rows_, row.key, &Row::key);
        if (found == rows_.end()) {
            beginInsertRows({}, count(), count());
            rows_.push_back(std::move(row));
            endInsertRows();
            continue;
        }
        if (*found == row)
            continue;
        QList<int> roles{ScreenRole, CellRole, BoxRole, ByNameRole, AtRole, UntilRole, AcrossRole};
        // A picture begins anew for another content only.
        if (found->content != row.content)
            roles += {KindRole, ContentRole};
        *found = std::move(row);
        const auto where = index(int(found - rows_.begin()));
        Q_EMIT dataChanged(where, where, roles);
    }
}

QString WallModel::name() const {
    return known_ ? qs(known_->name) : QString();
}
QSizeF WallModel::size() const {
    return around().size();
}
int WallModel::scalePercent() const {
    return known_ ? int(known_->scale_percent) : 200;
}
QString WallModel::lockedBy() const {
    return qs(board_.locked_by_name);
}
QString WallModel::preset() const {
    return qs(board_.preset);
}

QVariantList WallModel::screens() const {
    QVariantList list;
    for (const auto& screen : board_.screens)
        if (screen.screen != whole_wall)
            list.append(QVariantMap{{QStringLiteral("name"), qs(screen.screen)},
                                    {QStringLiteral("box"), boxOf(screen)},
                                    {QStringLiteral("layout"), qs(screen.layout)}});
    return list;
}

QVariantList WallModel::presets() const {
    QVariantList list;
    if (store_)
        for (const auto* preset : store_->presetsOf(wall_.toStdString()))
            list.append(QVariantMap{{QStringLiteral("id"), qs(preset->id)},
                                    {QStringLiteral("name"), qs(preset->name)},
                                    {QStringLiteral("key"), qs(preset->key)},
                                    {QStringLiteral("mode"), qs(preset->mode)}});
    return list;
}

QVariantMap WallModel::form() const {
    if (!known_)
        return {};
    QVariantMap form{{QStringLiteral("name"), qs(known_->name)},
                     {QStringLiteral("area"), qs(known_->area)},
                     {QStringLiteral("scale"), qlonglong(known_->scale_percent)},
                     {QStringLiteral("version"), qlonglong(known_->version)}};
    if (const auto hung = arrangement_of(known_->screens)) {
        form.insert(QStringLiteral("across"), qlonglong(hung->across));
        form.insert(QStringLiteral("down"), qlonglong(hung->down));
        form.insert(QStringLiteral("width"), qlonglong(hung->width));
        form.insert(QStringLiteral("height"), qlonglong(hung->height));
        form.insert(QStringLiteral("gap"), qlonglong(hung->gap));
    }
    return form;
}

int WallModel::rowOf(const QString& screen, int cell) const {
    const auto found = std::ranges::find_if(
        rows_, [&](const Row& row) { return row.screen == screen && row.cell == cell; });
    return found == rows_.end() ? -1 : int(found - rows_.begin());
}

int WallModel::rowToward(int row, int dx, int dy) const {
    if (row < 0 || row >= count())
        return count() > 0 ? 0 : -1;
    const auto from = rows_[std::size_t(row)].box.center();
    int best = row;
    double least = 0;
    for (int at = 0; at < count(); ++at) {
        const auto way = rows_[std::size_t(at)].box.center() - from;
        const double ahead = way.x() * dx + way.y() * dy;
        const double aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
        if (at == row || ahead <= 0)
            continue;
        // What lies beside the way counts more than what lies farther on.
        const double cost = ahead + 2 * aside;
        if (best == row || cost < least) {
            best = at;
            least = cost;
        }
    }
    return best;
}

QVariantMap WallModel::at(int row) const {
    QVariantMap all;
    if (row < 0 || row >= count())
        return all;
    const auto names = roleNames();
    for (auto role = names.begin(); role != names.end(); ++role)
        all.insert(QString::fromLatin1(role.value()), data(index(row), role.key()));
    return all;
}

int WallModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant WallModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const auto& row = rows_[std::size_t(index.row())];
    switch (role) {
    case ScreenRole:
        return row.screen;
    case CellRole:
        return row.cell;
    case BoxRole:
        return row.box;
    case KindRole:
        return row.content.value(QStringLiteral("kind")).toString();
    case ContentRole:
        return row.content;
    case ByNameRole:
        return row.byName;
    case AtRole:
        return row.at;
    case UntilRole:
        return row.until;
    case AcrossRole:
        return row.across;
    default:
        return {};
    }
}

QHash<int, QByteArray> WallModel::roleNames() const {
    return {{ScreenRole, "screen"}, {CellRole, "cell"},       {BoxRole, "box"},
            {KindRole, "kind"},     {ContentRole, "content"}, {ByNameRole, "byName"},
            {AtRole, "at"},         {UntilRole, "until"},     {AcrossRole, "across"}};
}

} // namespace chengyun::console
