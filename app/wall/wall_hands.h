// Hands at walls: where others point now and which panes they move, and what one's own hand does.
#pragma once

#include "app/link/live_feed.h"
#include "app/lists/patched_list_model.h"
#include "core/wall/hand.h"

#include <QPointF>
#include <QStringList>
#include <QTimer>
#include <QVariantMap>

#include <vector>

namespace chengyun::console {

class HubLink;

/// GUI thread. What is said here is on the other screens a twentieth of a second later, and nowhere
/// after it has ended; a hand that is lost lets go after three seconds by itself.
///
/// Each row is a hand of somebody else that points at one of `walls`, by its key. Roles: key, wall,
/// name, atX, atY (pixels, as WallModel has them).
class WallHands : public PatchedListModel {
    Q_OBJECT
    /// Ids of the walls that are looked at here. Of others nothing is known.
    Q_PROPERTY(QStringList walls READ walls WRITE setWalls NOTIFY wallsChanged)

public:
    enum Role { KeyRole = Qt::UserRole + 1, WallRole, NameRole, XRole, YRole };
    Q_ENUM(Role)

    WallHands(LiveFeed& live, HubLink& link, QObject* parent = nullptr);

    [[nodiscard]] QStringList walls() const { return walls_; }
    void setWalls(const QStringList& walls);

    /// What stands in the pane, as the hand shows it that was moved there last.
    [[nodiscard]] PaneContent shown(const std::string& wall, const std::string& screen,
                                    std::int64_t cell, PaneContent content) const;

    /// One's own hand points there, pixels of the wall; outside it: it points nowhere.
    Q_INVOKABLE void point(const QString& wall, QPointF at);
    /// It moves this pane: texts of options that stand over those of its content.
    Q_INVOKABLE void move(const QString& wall, const QString& screen, int cell,
                          const QVariantMap& options);
    /// It is nowhere any more.
    Q_INVOKABLE void letGo();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void wallsChanged();
    /// Other hands do something else.
    void changed();
    /// The hub does not let one's own hand do this; it has been let go. In words.
    void refused(const QString& why);

private:
    struct Row {
        std::string key;
        std::string wall;
        Instant at{};
        ShownHand hand;
    };
    void take();
    void forget();
    void reachFor(const QString& wall);
    void say();
    void sayThis();

    HubLink& link_;
    LiveWatch watch_;
    QStringList walls_;
    std::vector<Row> rows_;  ///< those that point, by key
    std::vector<Row> moves_; ///< those that move a pane, by key

    QString wall_; ///< where one's own hand is; empty: nowhere
    WallHand hand_;
    int word_ = 0;        ///< number of what was said last
    bool saying_ = false; ///< and not answered
    bool more_ = false;   ///< since then the hand has moved
    QTimer soon_, repeat_;
};

} // namespace chengyun::console
