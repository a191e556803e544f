#include "hub/config/workers.h"

#include "hub/config/guard.h"

#include <utility>

namespace chengyun::hub {

Workers::Workers(std::string_view where, std::size_t threads, std::size_t most_waiting)
    : where_(where), most_waiting_(most_waiting) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
    finish();
}

bool Workers::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (ended_ || jobs_.size() >= most_waiting_)
            return false;
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void Workers::finish() {
    end(true);
}

void Workers::drop() {
    end(false);
}

void Workers::end(bool carry_out) {
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        if (!carry_out)
            dropped.swap(jobs_);
    }
    wake_.notify_all();
    dropped.clear(); // without the lock: what jobs hold may ask for it when it goes
    for (auto& thread : threads_)
        if (thread.joinable())
            thread.join();
}

std::size_t Workers::unfinished() const {
    const std::lock_guard lock(mutex_);
    return jobs_.size() + busy_;
}

void Workers::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [&] { return ended_ || !jobs_.empty(); });
        if (jobs_.empty())
            return;
        auto job = std::move(jobs_.front());
        jobs_.pop_front();
        ++busy_;
        lock.unlock();
        guarded_job(where_, job);
        job = nullptr; // what it holds may ask for the lock when it goes
        lock.lock();
        --busy_;
    }
}

Rounds::Rounds(std::string_view where, std::chrono::milliseconds every,
               std::function<void()> round) {
    thread_ = std::thread([this, where = std::string(where), every, round = std::move(round)] {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, every, [this] { return ended_; })) {
            lock.unlock();
            guarded_job(where, round);
            lock.lock();
        }
    });
}

Rounds::~Rounds() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

} // namespace chengyun::hub
