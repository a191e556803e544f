#include "app/wall/free_layout.h"

#include "app/wall/pane_content.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace chengyun::console {

namespace {

/// An edge takes another one that is so near.
constexpr double pull = 1.0;

QRectF rectOf(const GridBox& box) {
    return {double(box.column), double(box.row), double(box.columns), double(box.rows)};
}

/// From a layout's grid to the free one: neighbours touch as they did.
GridBox onFreeGrid(const GridBox& box, const GridSize& grid) {
    const auto x = [&](std::int64_t at) {
        return std::int64_t(std::llround(double(at) * double(free_grid) / double(grid.columns)));
    };
    const auto y = [&](std::int64_t at) {
        return std::int64_t(std::llround(double(at) * double(free_grid) / double(grid.rows)));
    };
    return {x(box.column), y(box.row), x(box.column + box.columns) - x(box.column),
            y(box.row + box.rows) - y(box.row)};
}

/// Halves, thirds and the edges of the grid, where boxes are wanted most.
std::vector<double> marks() {
    const auto side = double(free_grid);
    return {0, side / 4, side / 3, side / 2, side * 2 / 3, side * 3 / 4, side};
}

/// How far the nearest mark is from `at`; nothing when none is near.
std::optional<double> wayToMark(double at, const std::vector<double>& all) {
    std::optional<double> best;
    for (const double mark : all)
        if (std::abs(mark - at) <= pull && (!best || std::abs(mark - at) < std::abs(*best)))
            best = mark - at;
    return best;
}

double pulled(double at, const std::vector<double>& all) {
    return std::clamp(std::round(at + wayToMark(at, all).value_or(0)), 0.0, double(free_grid));
}

} // namespace

FreeLayout::FreeLayout(QObject* parent) : QAbstractListModel(parent) {}

void FreeLayout::begin(const WallStore* store, const QString& wall, const QString& screen) {
    Cells cells;
    contents_.clear();
    const auto* known = store ? store->wall(wall.toStdString()) : nullptr;
    const auto board = known ? store->board(*known) : WallBoard();
    if (const auto* on = find_screen(board, screen.toStdString())) {
        const auto grid = grid_of(on->layout);
        for (const auto& box : boxes_of(*on)) {
            const auto former = std::int64_t(cells.size());
            cells.push_back({onFreeGrid(box, grid), former});
            const auto* pane = find_pane(*on, former);
            contents_.push_back(pane ? toMap(pane->content) : QVariantMap());
        }
    }
    done_.clear();
    undone_.clear();
    become(std::move(cells), -1);
}

std::optional<GridBox> FreeLayout::boxOf(const QRectF& rect, int row) const {
    const auto side = double(free_grid);
    const bool inside = rect.left() >= 0 && rect.top() >= 0 && rect.right() <= side &&
                        rect.bottom() <= side && rect.width() >= 1 && rect.height() >= 1;
    if (!inside) // nor is what is no number
        return std::nullopt;
    const GridBox box{std::llround(rect.x()), std::llround(rect.y()), std::llround(rect.width()),
                      std::llround(rect.height())};
    for (int other = 0; other < count(); ++other)
        if (other != row && rectOf(cells_[std::size_t(other)].box).intersects(rectOf(box)))
            return std::nullopt;
    return row < 0 && cells_.size() >= most_panes ? std::nullopt : std::optional(box);
}

FreeLayout::Marks FreeLayout::marksBeside(int row) const {
    Marks all{marks(), marks()};
    for (int other = 0; other < count(); ++other) {
        if (other == row)
            continue;
        const auto box = rectOf(cells_[std::size_t(other)].box);
        all.across.insert(all.across.end(), {box.left(), box.right()});
        all.down.insert(all.down.end(), {box.top(), box.bottom()});
    }
    return all;
}

QRectF FreeLayout::fitted(const QRectF& wanted, int row) const {
    const auto [across, down] = marksBeside(row);
    const auto rect = wanted.normalized();
    const QRectF on(QPointF(pulled(rect.left(), across), pulled(rect.top(), down)),
                    QPointF(pulled(rect.right(), across), pulled(rect.bottom(), down)));
    return boxOf(on, row) ? on : QRectF();
}

QRectF FreeLayout::movedTo(int row, const QPointF& corner) const {
    if (row < 0 || row >= count())
        return {};
    const auto [across, down] = marksBeside(row);
    const auto size = rectOf(cells_[std::size_t(row)].box).size();
    // The edge that has less of a way takes the box with it.
    const auto along = [](double at, double length, const std::vector<double>& all) {
        const auto first = wayToMark(at, all), last = wayToMark(at + length, all);
        const double way =
            first && (!last || std::abs(*first) <= std::abs(*last)) ? *first : last.value_or(0);
        return std::clamp(std::round(at + way), 0.0, double(free_grid) - length);
    };
    const QRectF on(
        QPointF(along(corner.x(), size.width(), across), along(corner.y(), size.height(), down)),
        size);
    return boxOf(on, row) ? on : QRectF();
}

void FreeLayout::become(Cells cells, int current) {
    if (cells.size() == cells_.size() && !cells.empty()) {
        cells_ = std::move(cells); // what somebody drags stays the same item
        Q_EMIT dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        cells_ = std::move(cells);
        endResetModel();
    }
    setCurrent(std::min(current, count() - 1));
    Q_EMIT changed();
}

bool FreeLayout::step(Cells cells, int current) {
    done_.push_back(cells_);
    undone_.clear();
    become(std::move(cells), current);
    return true;
}

bool FreeLayout::add(const QRectF& rect) {
    const auto box = boxOf(rect, -1);
    if (!box)
        return false;
    auto cells = cells_;
    cells.push_back({*box, -1});
    return step(std::move(cells), count());
}

bool FreeLayout::addSomewhere() {
    for (const int side : {24, 16, 12, 8, 6, 4, 2, 1})
        for (int y = 0; y + side <= grid(); ++y)
            for (int x = 0; x + side <= grid(); ++x)
                if (add(QRectF(x, y, side, side)))
                    return true;
    return false;
}

bool FreeLayout::place(int row, const QRectF& rect) {
    const auto box = row >= 0 && row < count() ? boxOf(rect, row) : std::nullopt;
    if (!box || *box == cells_[std::size_t(row)].box)
        return false;
    auto cells = cells_;
    cells[std::size_t(row)].box = *box;
    return step(std::move(cells), row);
}

const FreeLayout::Cell* FreeLayout::chosen() const {
    return current_ >= 0 && current_ < count() ? &cells_[std::size_t(current_)] : nullptr;
}

bool FreeLayout::moveBy(int columns, int rows) {
    const auto* cell = chosen();
    return cell && place(current_, rectOf(cell->box).translated(columns, rows));
}

bool FreeLayout::sizeBy(int columns, int rows) {
    const auto* cell = chosen();
    return cell && place(current_, rectOf(cell->box).adjusted(0, 0, columns, rows));
}

bool FreeLayout::removeCurrent() {
    if (!chosen())
        return false;
    auto cells = cells_;
    cells.erase(cells.begin() + current_);
    return step(std::move(cells), std::max(0, current_ - 1));
}

bool FreeLayout::undo() {
    if (done_.empty())
        return false;
    undone_.push_back(cells_);
    auto cells = std::move(done_.back());
    done_.pop_back();
    become(std::move(cells), current_);
    return true;
}

bool FreeLayout::redo() {
    if (undone_.empty())
        return false;
    done_.push_back(cells_);
    auto cells = std::move(undone_.back());
    undone_.pop_back();
    become(std::move(cells), current_);
    return true;
}

std::vector<GridBox> FreeLayout::boxes() const {
    std::vector<GridBox> all;
    for (const auto& cell : cells_)
        all.push_back(cell.box);
    return all;
}

std::vector<std::int64_t> FreeLayout::formers() const {
    std::vector<std::int64_t> all;
    for (const auto& cell : cells_)
        all.push_back(cell.former);
    return all;
}

void FreeLayout::setCurrent(int row) {
    const int now = row < 0 || row >= count() ? -1 : row;
    if (now == current_)
        return;
    current_ = now;
    Q_EMIT currentChanged();
}

int FreeLayout::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant FreeLayout::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& cell = cells_[std::size_t(index.row())];
    if (role == BoxRole)
        return rectOf(cell.box);
    if (role == ContentRole)
        return cell.former >= 0 ? contents_[std::size_t(cell.former)] : QVariantMap();
    return {};
}

QHash<int, QByteArray> FreeLayout::roleNames() const {
    return {{BoxRole, "box"}, {ContentRole, "content"}};
}

} // namespace chengyun::console
