// Counters for /metrics, in the Prometheus text format.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Requests of one route. Any thread.
class RouteFigures {
public:
    explicit RouteFigures(std::string label) : label_(std::move(label)) {}
    void count(int status, std::chrono::microseconds took);
    void write(std::string& out_requests, std::string& out_seconds) const;

private:
    static constexpr std::array<std::int64_t, 10> bounds_us{500,   1000,  2500,   5000,   10000,
                                                            25000, 50000, 100000, 500000, 2500000};
    std::string label_; ///< method="POST",route="/api/v1/orders"
    std::array<std::atomic<std::int64_t>, 600> statuses_{};
    std::array<std::atomic<std::int64_t>, bounds_us.size() + 1> buckets_{};
    std::atomic<std::int64_t> sum_us_{0};
};

/// A value asked for when /metrics is.
struct Gauge {
    std::string name;
    std::string help;
    bool counter = false; ///< only ever grows
    std::function<double()> value;
};

class Metrics {
public:
    /// Before the hub serves. Lives as long as this.
    RouteFigures& route(std::string_view method, std::string_view pattern);
    void add(Gauge gauge);
    /// Any thread.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::unique_ptr<RouteFigures>> routes_;
    std::vector<Gauge> gauges_;
};

} // namespace chengyun::hub
