// How long to wait before the next attempt: doubling with jitter, so that 500 seats or sixty
// cameras that lost their way together do not all knock at the same moment when it is there again.
#pragma once

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace chengyun::console {

class BackOff {
public:
    static constexpr std::chrono::milliseconds shortest{500};
    static constexpr std::chrono::milliseconds longest{15000};

    explicit BackOff(std::chrono::milliseconds from = shortest,
                     std::chrono::milliseconds to = longest)
        : from_(from), to_(to) {}

    /// `random` is uniform in [0, 1). The answer lies in [base/2, base], base doubling each time.
    [[nodiscard]] std::chrono::milliseconds next(double random) {
        const auto base = std::min(to_, from_ * (1 << std::min(attempt_, 10)));
        ++attempt_;
        return base / 2 + std::chrono::milliseconds(static_cast<std::int64_t>(
                              random * static_cast<double>(base.count()) / 2));
    }
    [[nodiscard]] std::chrono::milliseconds next() {
        return next(QRandomGenerator::global()->generateDouble());
    }
    void reset() { attempt_ = 0; }
    [[nodiscard]] int attempt() const { return attempt_; }

private:
    std::chrono::milliseconds from_;
    std::chrono::milliseconds to_;
    int attempt_ = 0;
};

} // namespace chengyun::console
