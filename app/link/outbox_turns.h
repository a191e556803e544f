// Whose turn it is to be sent: what could not go waits a little longer each time, and holds up only
// what goes the same way.
#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QString>

#include <optional>
#include <random>

namespace chengyun::console {

/// GUI thread. A lane is what has an order: the commands about one order, or one photo by itself.
class OutboxTurns {
public:
    OutboxTurns();

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
        int times = 0;
        QDeadlineTimer until{0};
    };
    void lengthen(Wait& wait);

    Wait all_;
    QHash<QString, Wait> lanes_;
    std::minstd_rand random_;
};

} // namespace chengyun::console
