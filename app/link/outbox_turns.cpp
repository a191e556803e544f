#include "app/link/outbox_turns.h"

#include <algorithm>
#include <limits>

namespace chengyun::console {

void OutboxTurns::lengthen(Wait& wait) {
    wait.until.setRemainingTime(wait.backOff.next());
}

void OutboxTurns::hold(const QString& lane) {
    lengthen(lanes_[lane]);
}

void OutboxTurns::holdAll() {
    lengthen(all_);
}

void OutboxTurns::release(const QString& lane) {
    lanes_.remove(lane);
    all_ = {};
}

void OutboxTurns::clear() {
    lanes_.clear();
    all_ = {};
}

bool OutboxTurns::isHeld(const QString& lane) const {
    const auto found = lanes_.constFind(lane);
    return found != lanes_.cend() && !found->until.hasExpired();
}

std::optional<int> OutboxTurns::untilNext() const {
    std::optional<qint64> next;
    const auto look = [&](const Wait& wait) {
        if (!wait.until.hasExpired())
            next = std::min(next.value_or(std::numeric_limits<qint64>::max()),
                            wait.until.remainingTime());
    };
    if (allHeld()) {
        look(all_);
    } else {
        for (const auto& wait : lanes_)
            look(wait);
    }
    return next ? std::optional<int>(static_cast<int>(*next)) : std::nullopt;
}

} // namespace chengyun::console
