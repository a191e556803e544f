// How long a start takes, from the process's birth to a map one can use.
#pragma once

#include <QObject>

class QQuickWindow;

namespace chengyun::console {

/// GUI thread. Ready is the first frame on screen that shows the map's points, which are there when
/// there are resources, with the event loop free to take input. Prints {"ready_ms":…,
/// "resources":…} and quits.
class StartWatch : public QObject {
    Q_OBJECT
public:
    explicit StartWatch(QQuickWindow& window, QObject* parent = nullptr);

private:
    void lookAtPoints();
    void shown(int points);

    QQuickWindow& window_;
    int drawn_ = 0; ///< points in the frame that is being made; of the thread that makes it
    bool ready_ = false;
};

} // namespace chengyun::console
