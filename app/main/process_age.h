// How long this process has been there.
#pragma once

#include <QFile>

#include <ctime>
#include <unistd.h>

namespace chengyun::console {

/// Milliseconds since the kernel made this process, which includes loading its libraries; -1 when
/// the kernel does not say. Exact to its clock tick, which is 10 ms as a rule.
inline double processAgeMs() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    const auto text = stat.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double born = fields.value(19).toDouble() * 1000.0 / double(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6 - born;
}

} // namespace chengyun::console
