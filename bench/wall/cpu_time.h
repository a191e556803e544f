// Processor time of this process.
#pragma once

#include <sys/resource.h>

namespace chengyun::bench {

/// Seconds of all threads since the start, in the program and in the kernel for it.
inline double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// So long everything runs before it is measured.
constexpr int settle_s = 5;
/// Longer nobody waits for the first pictures of all cameras.
constexpr int patience_s = 60;

} // namespace chengyun::bench
