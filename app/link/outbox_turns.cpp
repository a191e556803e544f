#include "app/link/outbox_turns.h"

#include <algorithm>

namespace chengyun::console {

namespace {
constexpr int firstMs = 250, longestMs = 10000;
}

OutboxTurns::OutboxTurns() : random_(std::random_device{}()) {}

void OutboxTurns::lengthen(Wait& wait) {
    // Half to one and a half of the doubling time, so that 500 seats do not come back at once.
    const int base = std::min(longestMs, firstMs << std::min(wait.times, 6));
    ++wait.times;
    wait.until.setRemainingTime(base / 2 +
                                static_cast<int>(random_() % static_cast<unsigned>(base)));
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
            next = std::min(next.value_or(longestMs * 2), wait.until.remainingTime());
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
