// The steps of the walk: each screen, dialog and state with real content on it.
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QQuickWindow;

namespace chengyun::console {

class CutLine;
class Hall;

struct WalkStep {
    QString name;
    std::function<void()> enter;
    std::function<bool()> settled; ///< may be empty
    std::function<void()> leave;   ///< may be empty
    bool moving = false;           ///< never comes to rest (video)
};

/// What can be seen signed in. The callbacks reach into the window's objects by name.
[[nodiscard]] std::vector<WalkStep> walkSteps(QQuickWindow& window, Hall& hall, CutLine& line);

} // namespace chengyun::console
