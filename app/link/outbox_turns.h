// Whose turn it is to be sent: what could not go waits a little longer each time, and holds up only
// what goes the same way.
#pragma once

#include "app/back_off.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QString>

#include <optional>

namespace chengyun::console {

/// GUI thread. A lane is what has an order: the commands about one order, or one photo by itself.
class OutboxTurns {
public:
    /// This lane waits before it is tried again, longer with each time.
    void hold(const QString& lane);
    /// Nobody is heard: all wait.
    void holdAll();
    /// It went.
    void release(const QString& lane);
    /// Every lane may be tried at once.
    void clear();

    [[nodiscard]] bool allHeld() const { return !all_.until.hasExpired(); }
    [[nodiscard]] bool isHeld(const QString& lane) const;
    /// Milliseconds until the next one may be tried again; none when nothing is held.
    [[nodiscard]] std::optional<int> untilNext() const;

private:
    struct Wait {
        BackOff backOff{std::chrono::milliseconds(250), std::chrono::seconds(10)};
        QDeadlineTimer until{0};
    };
    static void lengthen(Wait& wait);

    Wait all_;
    QHash<QString, Wait> lanes_;
};

} // namespace chengyun::console
