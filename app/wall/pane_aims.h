// A pane that somebody names by words, found on the walls as they are now.
#pragma once

#include "app/wall/pane_words.h"
#include "app/wall/wall_model.h"

#include <QObject>
#include <QVariantMap>

namespace chengyun::console {

class WallStore;

/// GUI thread.
class PaneAims : public QObject {
    Q_OBJECT
public:
    /// The store must live as long.
    explicit PaneAims(WallStore& store, QObject* parent = nullptr);

    /// Which pane a text means (pane_words.h); empty when it means none. Else {rest: the text
    /// without these words, minutes, problem: why there is no such pane, in words, or empty} and,
    /// where there is one, {wall (id), wallName, screen, cell, content (as in pane_content.h, empty
    /// for an empty pane), across, locked, lockedBy}.
    Q_INVOKABLE [[nodiscard]] QVariantMap read(const QString& text) const;

private:
    /// The row of the board that is meant, or −1 with the reason in `problem`.
    int rowOf(const WallModel& board, const PaneWords& words, QString& problem) const;

    WallStore& store_;
};

} // namespace chengyun::console
