// Fires deadlines: a thread that sleeps until the earliest one, also after a restart.
#pragma once

#include "core/time/instant.h"

#include <cstdint>
#include <memory>

namespace chengyun::hub {

class Deadlines;
class Writer;

/// Firing is a command like any other: the pending deadline is deleted, the journal told and the
/// next level stored in one transaction, so a deadline fires exactly once whatever dies in between.
/// What came due while the hub was down fires at start, in order.
class DeadlineService {
public:
    /// Starts the thread. All must outlive this; destroy it before the writer stops. Firings that
    /// the disk refuses are tried again after a second. A deadline that cannot be carried out for
    /// another reason (its order cannot be read) is set aside, so that the others fire, and tried
    /// again at the next start: the log, the journal and set_aside() say so.
    DeadlineService(Writer& writer, const Deadlines& deadlines, Clock clock = system_now);
    ~DeadlineService();

    /// Look at the clock again (it jumped, or a test moved it). Any thread.
    void wake();
    /// How many deadlines this service has set aside. Any thread; for /metrics.
    [[nodiscard]] std::int64_t set_aside() const;
    /// Ends the thread after the work it waits for. Idempotent.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
