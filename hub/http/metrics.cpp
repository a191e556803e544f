#include "hub/http/metrics.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {

void RouteFigures::count(int status, std::chrono::microseconds took) {
    const auto index = static_cast<std::size_t>(std::clamp(status, 0, 599));
    statuses_[index].fetch_add(1, std::memory_order_relaxed);
    const auto* bound = std::lower_bound(bounds_us.begin(), bounds_us.end(), took.count());
    buckets_[static_cast<std::size_t>(bound - bounds_us.begin())].fetch_add(
        1, std::memory_order_relaxed);
    sum_us_.fetch_add(took.count(), std::memory_order_relaxed);
}

void RouteFigures::write(std::string& out_requests, std::string& out_seconds) const {
    for (std::size_t status = 0; status < statuses_.size(); ++status)
        if (const auto n = statuses_[status].load(std::memory_order_relaxed))
            out_requests +=
                std::format("chengyun_requests_total{{{},status=\"{}\"}} {}\n", label_, status, n);
    std::int64_t total = 0;
    std::string lines;
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
        total += buckets_[i].load(std::memory_order_relaxed);
        const auto bound = i < bounds_us.size()
                               ? std::format("{:g}", static_cast<double>(bounds_us[i]) / 1e6)
                               : std::string("+Inf");
        lines += std::format("chengyun_request_seconds_bucket{{{},le=\"{}\"}} {}\n", label_, bound,
                             total);
    }
    if (total == 0)
        return;
    out_seconds += lines;
    out_seconds += std::format("chengyun_request_seconds_sum{{{}}} {:.6f}\n", label_,
                               static_cast<double>(sum_us_.load()) / 1e6);
    out_seconds += std::format("chengyun_request_seconds_count{{{}}} {}\n", label_, total);
}

RouteFigures& Metrics::route(std::string_view method, std::string_view pattern) {
    routes_.push_back(
        std::make_unique<RouteFigures>(std::format("method=\"{}\",route=\"{}\"", method, pattern)));
    return *routes_.back();
}

void Metrics::add(Gauge gauge) {
    gauges_.push_back(std::move(gauge));
}

std::string Metrics::text() const {
    std::string requests = "# HELP chengyun_requests_total Requests by route and status.\n"
                           "# TYPE chengyun_requests_total counter\n";
    std::string seconds = "# HELP chengyun_request_seconds Time from request to answer.\n"
                          "# TYPE chengyun_request_seconds histogram\n";
    for (const auto& route : routes_)
        route->write(requests, seconds);
    std::string out = requests + seconds;
    for (const auto& gauge : gauges_)
        out += std::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3:.17g}\n", gauge.name, gauge.help,
                           gauge.counter ? "counter" : "gauge", gauge.value());
    return out;
}

} // namespace chengyun::hub
