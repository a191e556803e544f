// Qt's messages on standard error, written by a thread of their own: a terminal that is stopped, or
// a service that has stopped reading, must not stop the window.
#pragma once

#include "core/log/line_writer.h"

#include <QtLogging>

#include <unistd.h>

namespace chengyun::console {

/// Installs itself as the message handler while it lives. One at a time; messages may come from any
/// thread. What waits is also written when the program crashes.
class LogOutput {
public:
    explicit LogOutput(int file = STDERR_FILENO);
    ~LogOutput();
    LogOutput(const LogOutput&) = delete;
    LogOutput& operator=(const LogOutput&) = delete;

private:
    LineWriter writer_;
    QtMessageHandler before_;
};

} // namespace chengyun::console
