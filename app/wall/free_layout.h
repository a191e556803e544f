// A screen that somebody divides freely: rectangles on the grid of core/wall/layout.h, drawn, moved
// and sized before all of them are sent.
#pragma once

#include "app/wall/wall_store.h"

#include <QAbstractListModel>
#include <QPointF>
#include <QRectF>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace chengyun::console {

/// GUI thread. Made by QML. All places are columns and rows of the grid. No box lies over another
/// or outside of the grid: what would make one so changes nothing.
///
/// Roles: box (rect), content (of what stood there before, as in pane_content.h; empty: nothing).
class FreeLayout : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// The row that is chosen; −1: none.
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    /// How many columns and rows the grid has.
    Q_PROPERTY(int grid READ grid CONSTANT)

public:
    enum Role { BoxRole = Qt::UserRole + 1, ContentRole };
    Q_ENUM(Role)

    explicit FreeLayout(QObject* parent = nullptr);

    /// Takes a screen's cells as they are, or those across the wall ("*"). Nothing can be undone.
    Q_INVOKABLE void begin(const chengyun::console::WallStore* store, const QString& wall,
                           const QString& screen);

    /// The box that somebody means who draws or sizes: on the grid, its edges at others that are
    /// near. An empty rect where none fits. `row` is the box that is sized, or −1.
    Q_INVOKABLE [[nodiscard]] QRectF fitted(const QRectF& wanted, int row) const;
    /// The same for a box that is moved: it keeps its size.
    Q_INVOKABLE [[nodiscard]] QRectF movedTo(int row, const QPointF& corner) const;

    // Each is one step to undo. False: nothing has changed.
    Q_INVOKABLE bool add(const QRectF& box);
    /// The largest square that has room, as far up and to the left as possible.
    Q_INVOKABLE bool addSomewhere();
    Q_INVOKABLE bool place(int row, const QRectF& box);
    // The chosen one, by columns and rows.
    Q_INVOKABLE bool moveBy(int columns, int rows);
    Q_INVOKABLE bool sizeBy(int columns, int rows);
    Q_INVOKABLE bool removeCurrent();
    Q_INVOKABLE bool undo();
    Q_INVOKABLE bool redo();

    [[nodiscard]] std::vector<GridBox> boxes() const;
    /// As in SetLayout.
    [[nodiscard]] std::vector<std::int64_t> formers() const;

    [[nodiscard]] int count() const { return static_cast<int>(cells_.size()); }
    [[nodiscard]] int current() const { return current_; }
    void setCurrent(int row);
    [[nodiscard]] bool canUndo() const { return !done_.empty(); }
    [[nodiscard]] bool canRedo() const { return !undone_.empty(); }
    [[nodiscard]] static int grid() { return static_cast<int>(free_grid); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    struct Cell {
        GridBox box;
        std::int64_t former = -1;
    };
    using Cells = std::vector<Cell>;
    /// A box of whole columns and rows that may stand beside all cells but `row`.
    [[nodiscard]] std::optional<GridBox> boxOf(const QRectF& rect, int row) const;
    /// What edges are drawn to, beside the box of `row`.
    struct Marks {
        std::vector<double> across, down;
    };
    [[nodiscard]] Marks marksBeside(int row) const;
    [[nodiscard]] const Cell* chosen() const;
    void become(Cells cells, int current);
    bool step(Cells cells, int current);

    Cells cells_;
    std::vector<Cells> done_, undone_;  ///< the last is the next
    std::vector<QVariantMap> contents_; ///< by former cell
    int current_ = -1;
};

} // namespace chengyun::console
