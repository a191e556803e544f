// Which pane of which wall somebody means by words: "墙 1 左上", "wall 2 screen 1 pane 3".
#pragma once

#include <QPoint>
#include <QString>
#include <QStringList>

#include <optional>

namespace chengyun::console {

/// All numbers count from 1 and are 9,999 at most; 0: not said.
struct PaneWords {
    QString rest; ///< what was typed without these words, its blanks single
    int wall = 0; ///< the place in the list of walls
    int screen = 0;
    int pane = 0;
    /// −1, 0 or 1 each: to the left or right, up or down of where the pane is looked for.
    std::optional<QPoint> side;
    int minutes = 0; ///< for how long; 0: it stays
    bool operator==(const PaneWords&) const = default;
};

/// Nothing where no pane is meant. The words stand before or after the rest; they begin with a word
/// for a wall (墙, 大屏, wall, or one of `walls` by its whole name) or with a screen's number. A
/// bare number after a wall's word is the wall's, the next one the pane's; after a wall's name the
/// first is the pane's. Any text may come: it costs time by its length only.
[[nodiscard]] std::optional<PaneWords> readPaneWords(const QString& text, const QStringList& walls);

} // namespace chengyun::console
