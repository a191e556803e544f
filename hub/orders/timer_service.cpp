#include "hub/orders/timer_service.h"

#include "hub/orders/order_service.h"
#include "hub/orders/order_store.h"
#include "hub/store/writer.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace chengyun::hub {

namespace {

/// Firings in one command: bounds how long other commands wait behind a long downtime's backlog.
constexpr std::size_t firings_at_once = 100;
/// The wall clock can be set; so it is looked at again after this long in any case.
constexpr std::chrono::seconds longest_sleep{30};
constexpr std::chrono::seconds retry_after{1};

} // namespace

struct TimerService::Impl {
    Writer& writer;
    OrderService& orders;
    OrderStore& store;
    Clock clock;
    Failed failed;

    std::mutex mutex; ///< guards the four below
    std::condition_variable wake;
    bool stopping = false;
    bool look = false; ///< the clock may have moved
    /// The earliest time at which something may be due. It may be too early (the command that
    /// stored the timer was rolled back), never too late.
    Instant next = Instant::min();
    std::thread thread; ///< last: it uses all of the above

    void loop();
    Result<> fire();
};

TimerService::TimerService(Writer& writer, OrderService& orders, OrderStore& store, Clock clock,
                           Failed failed)
    : impl_(new Impl{writer,
                     orders,
                     store,
                     std::move(clock),
                     std::move(failed),
                     {},
                     {},
                     false,
                     false,
                     Instant::min(),
                     {}}) {
    orders.on_timer_stored([this](Instant fire_at) { expect(fire_at); });
    impl_->thread = std::thread([this] { impl_->loop(); });
}

TimerService::~TimerService() {
    stop();
    impl_->orders.on_timer_stored({});
}

void TimerService::expect(Instant fire_at) {
    {
        const std::lock_guard lock(impl_->mutex);
        if (fire_at >= impl_->next)
            return;
        impl_->next = fire_at;
    }
    impl_->wake.notify_one();
}

void TimerService::wake() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->look = true;
    }
    impl_->wake.notify_one();
}

void TimerService::stop() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->wake.notify_one();
    if (impl_->thread.joinable())
        impl_->thread.join();
}

void TimerService::Impl::loop() {
    std::unique_lock lock(mutex);
    while (!stopping) {
        const auto now = clock();
        look = false;
        if (next > now) {
            const auto sleep = std::min<std::chrono::milliseconds>(next - now, longest_sleep);
            const auto until = next;
            wake.wait_for(lock, sleep, [&] { return stopping || look || next < until; });
            continue;
        }
        lock.unlock();
        const auto fired = fire();
        if (!fired && failed)
            failed(fired.error());
        lock.lock();
        if (!fired) {
            // An answer that did not come is no proof that nothing was done; asking again is safe.
            wake.wait_for(lock, retry_after, [&] { return stopping; });
            next = Instant::min();
        }
    }
}

Result<> TimerService::Impl::fire() {
    auto answer = writer.run([this](Transaction& tx) -> Result<Answer> {
        {
            // From here on this thread, the writer's, sees every timer that is stored: those of
            // earlier commands in the table, those of later ones through expect().
            const std::lock_guard lock(mutex);
            next = Instant::max();
        }
        auto fired = orders.fire_due(tx, firings_at_once);
        if (!fired)
            return fired.error();
        auto earliest = store.earliest_timer(tx.database());
        if (!earliest)
            return earliest.error();
        const std::lock_guard lock(mutex);
        if (*earliest)
            next = std::min(next, **earliest);
        return Answer{};
    });
    if (!answer)
        return answer.error();
    return {};
}

} // namespace chengyun::hub
