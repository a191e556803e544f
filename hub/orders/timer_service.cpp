#include "hub/orders/timer_service.h"

#include "core/json/codec.h"
#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/orders/order_service.h"
#include "hub/orders/order_store.h"
#include "hub/store/writer.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
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
    std::atomic<std::int64_t> aside{0};

    std::mutex mutex; ///< guards the four below
    std::condition_variable wake;
    bool stopping = false;
    bool look = false; ///< the clock may have moved
    /// The earliest time at which something may be due. It may be too early (the command that
    /// stored the timer was rolled back), never too late.
    Instant next = Instant::min();
    std::thread thread; ///< last: it uses all of the above

    void loop();
    /// Those set aside before this start, once more.
    Result<> try_again();
    Result<> fire();
    Result<> fire_together();
    Result<> fire_one_by_one();
    /// False when nothing is due.
    Result<bool> fire_one();
};

TimerService::TimerService(Writer& writer, OrderService& orders, OrderStore& store, Clock clock)
    : impl_(new Impl{
          writer, orders, store, std::move(clock), {}, {}, {}, false, false, Instant::min(), {}}) {
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

std::int64_t TimerService::set_aside() const {
    return impl_->aside.load(std::memory_order_relaxed);
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
    bool begun = false, told = false;
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
        const auto fired = guarded("orders", [&]() -> Result<> {
            if (!begun)
                if (auto again = try_again(); !again)
                    return again;
            begun = true;
            return fire();
        });
        // Once until it goes on: a disk that is full stays so for hours.
        if (!fired && !told)
            log(LogLevel::error, "orders", "timers not fired",
                {{"detail", std::string_view(fired.error().detail)}});
        told = !fired;
        lock.lock();
        if (!fired) {
            // An answer that did not come is no proof that nothing was done; asking again is safe.
            wake.wait_for(lock, retry_after, [&] { return stopping; });
            next = Instant::min();
        }
    }
}

Result<> TimerService::Impl::try_again() {
    auto answer = writer.run([this](Transaction& tx) -> Result<Answer> {
        if (auto done = store.try_aside_again(tx.database()); !done)
            return done.error();
        return Answer{};
    });
    if (!answer)
        return answer.error();
    return {};
}

Result<> TimerService::Impl::fire() {
    auto fired = fire_together();
    if (fired || fired.error().kind == FailureKind::unavailable)
        return fired;
    return fire_one_by_one();
}

Result<> TimerService::Impl::fire_together() {
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

Result<> TimerService::Impl::fire_one_by_one() {
    for (std::size_t i = 0; i < firings_at_once; ++i) {
        auto more = fire_one();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    // What is left, and what was stored meanwhile, is looked at in one go again.
    const std::lock_guard lock(mutex);
    next = Instant::min();
    return {};
}

Result<bool> TimerService::Impl::fire_one() {
    std::optional<Timer> timer;
    std::optional<Failure> why;
    const auto answer = writer.run([&](Transaction& tx) -> Result<Answer> {
        timer.reset(); // it may run twice
        why.reset();
        auto due = store.due_timer(tx.database(), tx.now());
        if (!due)
            return due.error();
        timer = *due;
        if (!timer)
            return Answer{};
        auto done = guarded("orders", [&] { return orders.fire(tx, *timer); });
        if (done)
            return Answer{};
        why = done.error();
        return *why;
    });
    if (answer)
        return timer.has_value();
    if (!why || why->kind == FailureKind::unavailable)
        return answer.error();
    auto put = writer.run([&](Transaction& tx) { return orders.set_aside(tx, *timer, *why); });
    if (!put)
        return put.error();
    log(LogLevel::error, "orders", "timer set aside",
        {{"assignment", std::string_view(timer->assignment)},
         {"timer", json::name_of(timer->kind)},
         {"level", json::name_of(timer->level)},
         {"kind", json::name_of(why->kind)},
         {"field", std::string_view(why->field)},
         {"detail", std::string_view(why->detail)}});
    aside.fetch_add(1, std::memory_order_relaxed);
    return true;
}

} // namespace chengyun::hub
