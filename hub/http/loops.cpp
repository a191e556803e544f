#include "hub/http/loops.h"

#include "hub/config/guard.h"
#include "hub/store/database.h"

#include <trantor/net/EventLoop.h>

#include <algorithm>

namespace chengyun::hub {

namespace {
constexpr std::size_t most_waiting = 4096;
}

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

ReaderPool::ReaderPool(Readers& readers, std::size_t threads)
    : readers_(readers), workers_("http", threads, most_waiting) {}

bool ReaderPool::post(std::function<void(Result<Database*>)> job) {
    return workers_.post([this, job = std::move(job)] { job(readers_.get()); });
}

} // namespace chengyun::hub
