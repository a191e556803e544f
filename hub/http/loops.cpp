#include "hub/http/loops.h"

#include "hub/config/guard.h"
#include "hub/store/database.h"

#include <trantor/net/EventLoop.h>

#include <algorithm>

namespace chengyun::hub {

void Mailbox::post(std::function<void()> job) {
    // The loop is woken under the lock: after close() it may be gone.
    const std::lock_guard lock(mutex_);
    if (closed_)
        return;
    const bool first = jobs_.empty();
    jobs_.push_back(std::move(job));
    if (first)
        loop_->queueInLoop([this] { drain(); });
}

void Mailbox::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
}

void Mailbox::drain() {
    std::vector<std::function<void()>> jobs;
    {
        const std::lock_guard lock(mutex_);
        jobs.swap(jobs_);
    }
    for (auto& job : jobs)
        guarded_job("http", job);
}

Loops::Loops(const std::vector<trantor::EventLoop*>& loops) : loops_(loops) {
    for (auto* loop : loops)
        boxes_.push_back(std::make_unique<Mailbox>(loop));
}

void Loops::close() {
    for (auto& box : boxes_)
        box->close();
}

std::size_t Loops::current() const {
    const auto* here = trantor::EventLoop::getEventLoopOfCurrentThread();
    const auto it = std::find(loops_.begin(), loops_.end(), here);
    return it == loops_.end() ? 0 : static_cast<std::size_t>(it - loops_.begin());
}

ReaderPool::ReaderPool(Readers& readers, std::size_t threads) : readers_(readers) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

ReaderPool::~ReaderPool() {
    stop();
}

bool ReaderPool::post(std::function<void(Result<Database*>)> job) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || jobs_.size() >= 4096)
            return false;
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void ReaderPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

void ReaderPool::run() {
    for (;;) {
        std::function<void(Result<Database*>)> job;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return stopping_ || !jobs_.empty(); });
            if (jobs_.empty())
                return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        guarded_job("http", [&] { job(readers_.get()); });
    }
}

} // namespace chengyun::hub
