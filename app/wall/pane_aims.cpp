#include "app/wall/pane_aims.h"

#include "app/link/language.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace chengyun::console {

namespace {

/// The point of `area` that lies on this side, just inside of its edge.
QPointF pointOf(const QRectF& area, QPoint side) {
    return {area.center().x() + side.x() * (area.width() / 2 - 1),
            area.center().y() + side.y() * (area.height() / 2 - 1)};
}

double distance(const QRectF& box, QPointF point) {
    const double x = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double y = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    return std::hypot(x, y);
}

} // namespace

PaneAims::PaneAims(WallStore& store, QObject* parent) : QObject(parent), store_(store) {}

int PaneAims::rowOf(const WallModel& board, const PaneWords& words, QString& problem) const {
    const auto screens = board.screens();
    QVariantMap screen;
    if (words.screen > 0) {
        // A screen's name counts before its place: screens are mostly named by numbers.
        const auto named = std::ranges::find_if(screens, [&](const QVariant& one) {
            return one.toMap().value(QStringLiteral("name")).toString() ==
                   QString::number(words.screen);
        });
        if (named != screens.end())
            screen = named->toMap();
        else if (words.screen <= screens.size())
            screen = screens[words.screen - 1].toMap();
        else {
            problem = tr("%1 has no screen %2.").arg(isolated(board.name())).arg(words.screen);
            return -1;
        }
    }
    const auto name = screen.value(QStringLiteral("name")).toString();
    std::vector<int> rows;
    for (int row = 0; row < board.count(); ++row)
        if (screen.isEmpty() ||
            board.data(board.index(row), WallModel::ScreenRole).toString() == name)
            rows.push_back(row);
    const auto boxOf = [&](int row) {
        return board.data(board.index(row), WallModel::BoxRole).toRectF();
    };
    const auto isAcross = [&](int row) {
        return board.data(board.index(row), WallModel::AcrossRole).toBool();
    };
    if (words.pane > 0) {
        if (std::size_t(words.pane) <= rows.size())
            return rows[std::size_t(words.pane) - 1];
        problem = tr("There is no pane %1 there.").arg(words.pane);
        return -1;
    }
    if (words.side) {
        const auto area = screen.isEmpty() ? QRectF(QPointF(), board.size())
                                           : screen.value(QStringLiteral("box")).toRectF();
        const auto point = pointOf(area, *words.side);
        // What lies across the wall lies over the others.
        const auto nearest = std::ranges::min_element(rows, {}, [&](int row) {
            return std::pair(distance(boxOf(row), point), !isAcross(row));
        });
        return nearest == rows.end() ? -1 : *nearest;
    }
    const auto empty = std::ranges::find_if(rows, [&](int row) {
        return board.data(board.index(row), WallModel::KindRole).toString().isEmpty();
    });
    return empty != rows.end() ? *empty : rows.empty() ? -1 : rows.front();
}

QVariantMap PaneAims::read(const QString& text) const {
    const auto walls = store_.walls();
    QStringList names;
    for (const auto& wall : walls)
        names.append(wall.toMap().value(QStringLiteral("name")).toString());
    const auto words = readPaneWords(text, names);
    if (!words)
        return {};
    QVariantMap aim{{QStringLiteral("rest"), words->rest},
                    {QStringLiteral("minutes"), words->minutes}};
    QString problem;
    if (std::max(words->wall, 1) > walls.size()) {
        problem = walls.isEmpty() ? tr("There is no wall yet.")
                                  : tr("There is no wall %1.").arg(words->wall);
    } else {
        WallModel board;
        board.setCells(true);
        board.setStore(&store_);
        board.setWall(
            walls[std::max(words->wall, 1) - 1].toMap().value(QStringLiteral("id")).toString());
        if (const int row = rowOf(board, *words, problem); row >= 0) {
            const auto pane = board.at(row);
            aim.insert(QStringLiteral("wall"), board.wall());
            aim.insert(QStringLiteral("wallName"), board.name());
            for (const auto& role : {QStringLiteral("screen"), QStringLiteral("cell"),
                                     QStringLiteral("content"), QStringLiteral("across")})
                aim.insert(role, pane.value(role));
            aim.insert(QStringLiteral("locked"), board.isLocked());
            aim.insert(QStringLiteral("lockedBy"), board.lockedBy());
        }
    }
    aim.insert(QStringLiteral("problem"), problem);
    return aim;
}

} // namespace chengyun::console
