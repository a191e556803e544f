#include "hub/deadlines/deadline_service.h"

#include "core/json/codec.h"
#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/deadlines/deadlines.h"
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

struct DeadlineService::Impl {
    Writer& writer;
    const Deadlines& deadlines;
    Clock clock;
    std::atomic<std::int64_t> aside{0};

    std::mutex mutex; ///< guards the four below
    std::condition_variable wake;
    bool stopping = false;
    bool look = false; ///< the clock may have moved
    /// The earliest time at which something may be due. It may be too early (the command that
    /// stored the deadline was rolled back), never too late.
    Instant next = Instant::min();
    std::thread thread; ///< last: it uses all of the above

    void loop();
    /// A deadline that fires at this time has been stored.
    void expect(Instant fire_at);
    /// Those set aside before this start, once more.
    Result<> try_again();
    Result<> fire();
    Result<> fire_together();
    Result<> fire_one_by_one();
    /// False when nothing is due.
    Result<bool> fire_one();
};

DeadlineService::DeadlineService(Writer& writer, const Deadlines& deadlines, Clock clock)
    : impl_(new Impl{
          writer, deadlines, std::move(clock), {}, {}, {}, false, false, Instant::min(), {}}) {
    deadlines.store().on_stored([impl = impl_.get()](Instant fire_at) { impl->expect(fire_at); });
    impl_->thread = std::thread([this] { impl_->loop(); });
}

DeadlineService::~DeadlineService() {
    stop();
    impl_->deadlines.store().on_stored({});
}

void DeadlineService::Impl::expect(Instant fire_at) {
    {
        const std::lock_guard lock(mutex);
        if (fire_at >= next)
            return;
        next = fire_at;
    }
    wake.notify_one();
}

void DeadlineService::wake() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->look = true;
    }
    impl_->wake.notify_one();
}

std::int64_t DeadlineService::set_aside() const {
    return impl_->aside.load(std::memory_order_relaxed);
}

void DeadlineService::stop() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->wake.notify_one();
    if (impl_->thread.joinable())
        impl_->thread.join();
}

void DeadlineService::Impl::loop() {
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
        const auto fired = guarded("deadlines", [&]() -> Result<> {
            if (!begun)
                if (auto again = try_again(); !again)
                    return again;
            begun = true;
            return fire();
        });
        // Once until it goes on: a disk that is full stays so for hours.
        if (!fired && !told)
            log(LogLevel::error, "deadlines", "not fired",
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

Result<> DeadlineService::Impl::try_again() {
    auto answer = writer.run([this](Transaction& tx) -> Result<Answer> {
        if (auto done = deadlines.store().try_again(tx.database()); !done)
            return done.error();
        return Answer{};
    });
    if (!answer)
        return answer.error();
    return {};
}

Result<> DeadlineService::Impl::fire() {
    auto fired = fire_together();
    if (fired || fired.error().kind == FailureKind::unavailable)
        return fired;
    return fire_one_by_one();
}

Result<> DeadlineService::Impl::fire_together() {
    auto answer = writer.run([this](Transaction& tx) -> Result<Answer> {
        {
            // From here on this thread, the writer's, sees every deadline that is stored: those of
            // earlier commands in the table, those of later ones through expect().
            const std::lock_guard lock(mutex);
            next = Instant::max();
        }
        auto fired = deadlines.fire_due(tx, firings_at_once);
        if (!fired)
            return fired.error();
        auto earliest = deadlines.store().earliest(tx.database());
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

Result<> DeadlineService::Impl::fire_one_by_one() {
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

Result<bool> DeadlineService::Impl::fire_one() {
    std::optional<Deadline> deadline;
    std::optional<Failure> why;
    const auto answer = writer.run([&](Transaction& tx) -> Result<Answer> {
        deadline.reset(); // it may run twice
        why.reset();
        auto due = deadlines.store().due(tx.database(), tx.now());
        if (!due)
            return due.error();
        deadline = *due;
        if (!deadline)
            return Answer{};
        auto done = guarded("deadlines", [&] { return deadlines.fire(tx, *deadline); });
        if (done)
            return Answer{};
        why = done.error();
        return *why;
    });
    if (answer)
        return deadline.has_value();
    if (!why || why->kind == FailureKind::unavailable)
        return answer.error();
    auto put =
        writer.run([&](Transaction& tx) { return deadlines.set_aside(tx, *deadline, *why); });
    if (!put)
        return put.error();
    log(LogLevel::error, "deadlines", "set aside",
        {{"owner", deadlines.owner_of(*deadline)},
         {"subject", std::string_view(deadline->subject)},
         {"number", deadline->kind},
         {"level", deadline->level},
         {"kind", json::name_of(why->kind)},
         {"field", std::string_view(why->field)},
         {"detail", std::string_view(why->detail)}});
    aside.fetch_add(1, std::memory_order_relaxed);
    return true;
}

} // namespace chengyun::hub
