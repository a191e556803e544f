// Fires the timers of assignments: a thread that sleeps until the earliest one, also after a
// restart.
#pragma once

#include "core/time/instant.h"

#include <cstdint>
#include <memory>

namespace chengyun::hub {

class OrderService;
class OrderStore;
class Writer;

/// Firing is a command like any other: the pending timer is deleted, the journal told and the next
/// level stored in one transaction, so a timer fires exactly once whatever dies in between. What
/// came due while the hub was down fires at start, in order.
class TimerService {
public:
    /// Starts the thread. All must outlive this; destroy it before the writer stops. Firings that
    /// the disk refuses are tried again after a second. A timer that cannot be carried out for
    /// another reason (its order cannot be read) is set aside, so that the others fire, and tried
    /// again at the next start: the log, the journal (timer.failed) and set_aside() say so.
    TimerService(Writer& writer, OrderService& orders, OrderStore& store, Clock clock = system_now);
    ~TimerService();

    /// A timer that fires at this time has been stored. Any thread. The constructor connects it to
    /// OrderService::on_timer_stored.
    void expect(Instant fire_at);
    /// Look at the clock again (it jumped, or a test moved it). Any thread.
    void wake();
    /// How many timers are set aside. Any thread; for /metrics.
    [[nodiscard]] std::int64_t set_aside() const;
    /// Ends the thread after the work it waits for. Idempotent.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
