#include "hub/store/log_sync.h"

#include "hub/config/guard.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace chengyun::hub {

Result<LogSync::Force> LogSync::forcing(const std::filesystem::path& file) {
    const std::shared_ptr<const int> descriptor(new int(::open(file.c_str(), O_RDONLY | O_CLOEXEC)),
                                                [](const int* open) {
                                                    ::close(*open);
                                                    delete open;
                                                });
    if (*descriptor < 0)
        return fail(FailureKind::unavailable, {},
                    file.string() + ": " + std::generic_category().message(errno));
    return Force([descriptor]() -> std::error_code {
        if (::fdatasync(*descriptor) != 0)
            return {errno, std::generic_category()};
        return {};
    });
}

LogSync::LogSync(Force force) : force_(std::move(force)), thread_([this] { loop(); }) {}

LogSync::~LogSync() {
    stop();
}

void LogSync::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable())
        thread_.join();
}

void LogSync::hand_over(bool wrote, Then then) {
    {
        const std::lock_guard lock(mutex_);
        batches_.push_back({wrote, std::move(then)});
    }
    wake_.notify_one();
}

void LogSync::when_on_disk(Then then) {
    {
        const std::lock_guard lock(mutex_);
        const auto ticket = announced_.load();
        if (settled_ < ticket) {
            waiters_.push_back({ticket, std::move(then)});
            return;
        }
    }
    then(!broken());
}

void LogSync::loop() {
    std::vector<Batch> batches;
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [&] { return stopping_ || !batches_.empty(); });
        if (batches_.empty())
            return;
        batches.swap(batches_);
        lock.unlock();
        ask(batches);
        lock.lock();
        settled_ += batches.size();
        std::vector<Waiter> ready;
        const auto waiting = std::stable_partition(
            waiters_.begin(), waiters_.end(), [&](const Waiter& w) { return w.ticket > settled_; });
        std::move(waiting, waiters_.end(), std::back_inserter(ready));
        waiters_.erase(waiting, waiters_.end());
        lock.unlock();
        for (auto& batch : batches)
            guarded_job("store", [&] { batch.then(!broken()); });
        for (auto& waiter : ready)
            guarded_job("store", [&] { waiter.then(!broken()); });
        batches.clear();
        lock.lock();
    }
}

void LogSync::ask(const std::vector<Batch>& batches) {
    const bool wrote =
        std::any_of(batches.begin(), batches.end(), [](const Batch& batch) { return batch.wrote; });
    if (!wrote || broken())
        return;
    if (force_())
        broken_ = true;
}

} // namespace chengyun::hub
