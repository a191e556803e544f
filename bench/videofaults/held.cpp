#include "bench/videofaults/held.h"

#include <QDir>
#include <QFile>

#include <algorithm>

#include <sys/syscall.h>
#include <unistd.h>

namespace chengyun::bench {

namespace {

using std::chrono::nanoseconds;

constexpr std::chrono::milliseconds apart{5};

QByteArray read_all(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How long this thread was ready and had no processor (proc(5), schedstat).
nanoseconds waited_for_processor() {
    static const auto path =
        QStringLiteral("/proc/self/task/%1/schedstat").arg(::syscall(SYS_gettid));
    return nanoseconds(read_all(path).split(' ').value(1).toLongLong());
}

} // namespace

int open_descriptors() {
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                                .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                                .size());
}

int rss_kb() {
    const auto status = read_all(QStringLiteral("/proc/self/status"));
    const auto at = status.indexOf("VmRSS:");
    return at < 0 ? 0 : status.mid(at + 6).simplified().split(' ').value(0).toInt();
}

double slope(const std::vector<std::pair<double, double>>& points) {
    double x = 0, y = 0, xx = 0, xy = 0;
    for (const auto& [minutes, kb] : points) {
        x += minutes;
        y += kb;
        xx += minutes * minutes;
        xy += minutes * kb;
    }
    const auto n = static_cast<double>(points.size());
    const double below = n * xx - x * x;
    return below > 0 ? (n * xy - x * y) / below : 0;
}

StallWatch::StallWatch() : last_(std::chrono::steady_clock::now()) {
    waited_ = waited_for_processor();
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(apart);
    connect(&timer_, &QTimer::timeout, this, &StallWatch::look);
    timer_.start();
}

void StallWatch::look() {
    const auto now = std::chrono::steady_clock::now();
    const auto waited = waited_for_processor();
    const auto gap = std::chrono::duration_cast<nanoseconds>(now - last_) - apart;
    longest_gap_ = std::max(longest_gap_, gap);
    longest_ = std::max(longest_, gap - (waited - waited_));
    last_ = now;
    waited_ = waited;
}

} // namespace chengyun::bench
