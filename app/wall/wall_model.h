// One wall as it is looked at: where its panes are and what they show.
#pragma once

#include "app/wall/wall_hands.h"
#include "app/wall/wall_store.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QRectF>
#include <QSizeF>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace chengyun::console {

/// GUI thread. Made by QML. A row is a pane; all places are pixels of the wall, counted from the
/// upper left corner of the rectangle around its screens.
///
/// A row is the picture of one content, wherever that moves: a camera that gets another cell goes
/// on playing. With `cells` a row is one cell, empty or not, and stays where it is: that is what
/// somebody chooses from.
///
/// Roles: screen, cell, box (rect), kind (empty: an empty cell), content (as in pane_content.h),
/// byName, at (ms), until (ms, 0: it stays), across (it lies over the screens).
class WallModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(
        chengyun::console::WallStore* store READ store WRITE setStore NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QString wall READ wall WRITE setWall NOTIFY sourceChanged FINAL)
    /// Contents are as these hands show them; null: as they were put up.
    Q_PROPERTY(
        chengyun::console::WallHands* hands READ hands WRITE setHands NOTIFY sourceChanged FINAL)
    Q_PROPERTY(bool cells READ cells WRITE setCells NOTIFY sourceChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// The store knows this wall; all below is empty otherwise.
    Q_PROPERTY(bool known READ isKnown NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QSizeF size READ size NOTIFY changed FINAL)
    Q_PROPERTY(int scalePercent READ scalePercent NOTIFY changed FINAL)
    Q_PROPERTY(bool locked READ isLocked NOTIFY changed FINAL)
    Q_PROPERTY(QString lockedBy READ lockedBy NOTIFY changed FINAL)
    /// Id of the preset that stands here unchanged, or empty.
    Q_PROPERTY(QString preset READ preset NOTIFY changed FINAL)
    /// {name, box, layout}, in the wall's order.
    Q_PROPERTY(QVariantList screens READ screens NOTIFY changed FINAL)
    /// {id, name, key, mode ("peace", "emergency" or empty)}, by name.
    Q_PROPERTY(QVariantList presets READ presets NOTIFY changed FINAL)

public:
    enum Role {
        ScreenRole = Qt::UserRole + 1,
        CellRole,
        BoxRole,
        KindRole,
        ContentRole,
        ByNameRole,
        AtRole,
        UntilRole,
        AcrossRole
    };
    Q_ENUM(Role)

    explicit WallModel(QObject* parent = nullptr);

    [[nodiscard]] WallStore* store() const { return store_; }
    void setStore(WallStore* store);
    [[nodiscard]] WallHands* hands() const { return hands_; }
    void setHands(WallHands* hands);
    [[nodiscard]] QString wall() const { return wall_; }
    void setWall(const QString& wall);
    [[nodiscard]] bool cells() const { return cells_; }
    void setCells(bool cells);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] bool isKnown() const { return known_.has_value(); }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] int scalePercent() const;
    [[nodiscard]] bool isLocked() const { return board_.locked; }
    [[nodiscard]] QString lockedBy() const;
    [[nodiscard]] QString preset() const;
    [[nodiscard]] QVariantList screens() const;
    [[nodiscard]] QVariantList presets() const;

    /// The wall as WallCommands::writeWall takes it; without `across` and the like where its
    /// screens do not hang in rows and columns. Empty for no known wall.
    Q_INVOKABLE [[nodiscard]] QVariantMap form() const;
    /// −1 when there is none.
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& screen, int cell) const;
    /// The nearest row in this direction (−1, 0, 1 each); the same row where there is none.
    Q_INVOKABLE [[nodiscard]] int rowToward(int row, int dx, int dy) const;
    /// All roles of a row by their names; empty for a row that is not there.
    Q_INVOKABLE [[nodiscard]] QVariantMap at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sourceChanged();
    void changed();
    void countChanged();

private:
    struct Row {
        QString key; ///< of what the row stands for
        QString screen;
        int cell = 0;
        QRectF box;
        QVariantMap content;
        QString byName;
        qint64 at = 0, until = 0;
        bool across = false;
        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] QRectF around() const;
    [[nodiscard]] QRectF boxOf(const ScreenBoard& screen) const;
    [[nodiscard]] std::vector<Row> compute() const;
    void refresh();
    void patch(std::vector<Row> wanted);

    QPointer<WallStore> store_;
    QPointer<WallHands> hands_;
    QString wall_;
    bool cells_ = false;
    std::optional<Wall> known_;
    WallBoard board_;
    std::vector<Row> rows_;
};

} // namespace chengyun::console
