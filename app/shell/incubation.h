// Makes what the window loads asynchronously, in slices.
#pragma once

#include <QObject>
#include <QQmlIncubator>

namespace chengyun::console {

/// GUI thread. Give it to the engine before anything is loaded. Between two slices the event loop
/// takes input and what the hub has answered. Qt's own controller would wait some milliseconds
/// after each slice, which is a third of the time that a start has.
class Incubation : public QObject, public QQmlIncubationController {
    Q_OBJECT
protected:
    void incubatingObjectCountChanged(int count) override;
    void timerEvent(QTimerEvent* event) override;

private:
    int timer_ = 0;
};

} // namespace chengyun::console
