// What this process holds, and how long its GUI thread was busy.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <utility>
#include <vector>

namespace chengyun::bench {

[[nodiscard]] int open_descriptors();
[[nodiscard]] int rss_kb();

/// The slope of a straight line through (minutes, kB): kB a minute.
[[nodiscard]] double slope(const std::vector<std::pair<double, double>>& points);

/// Looks every few milliseconds whether the thread's event loop goes round.
class StallWatch : public QObject {
    Q_OBJECT
public:
    StallWatch();
    /// The longest time that the thread was busy or held up, without what it waited for a
    /// processor that another program had.
    [[nodiscard]] std::chrono::nanoseconds longest() const { return longest_; }
    /// The same with that.
    [[nodiscard]] std::chrono::nanoseconds longest_gap() const { return longest_gap_; }

private:
    void look();
    QTimer timer_;
    std::chrono::steady_clock::time_point last_;
    std::chrono::nanoseconds waited_{}, longest_{}, longest_gap_{};
};

} // namespace chengyun::bench
