// Getting back onto an IO loop: answers come from the writer, a password thread or a reader, but a
// request goes on where its connection lives.
#pragma once

#include "core/result.h"
#include "hub/config/workers.h"
#include "hub/store/writer.h"

#include <coroutine>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace trantor {
class EventLoop;
}

namespace chengyun::hub {

class Database;
class Readers;

/// Jobs for one loop. However many are posted between two turns of the loop, it is woken once: a
/// batch of forty answers costs one system call, not forty.
class Mailbox {
public:
    explicit Mailbox(trantor::EventLoop* loop) : loop_(loop) {}
    /// Any thread; in order. Dropped once closed.
    void post(std::function<void()> job);
    /// Before the loop ends: no job touches it from here on.
    void close();

private:
    void drain();

    trantor::EventLoop* loop_;
    std::mutex mutex_;
    std::vector<std::function<void()>> jobs_;
    bool closed_ = false;
};

/// All IO loops' mailboxes. Made once the loops exist; outlives whoever posts, also after close().
class Loops {
public:
    explicit Loops(const std::vector<trantor::EventLoop*>& loops);
    /// Of the calling thread's loop; the first one's when it has none.
    [[nodiscard]] std::size_t current() const;
    [[nodiscard]] Mailbox& at(std::size_t index) { return *boxes_[index]; }
    [[nodiscard]] std::size_t size() const { return boxes_.size(); }
    /// Closes every mailbox: answers that come after the loops have ended go nowhere.
    void close();

private:
    std::vector<std::unique_ptr<Mailbox>> boxes_;
    std::vector<trantor::EventLoop*> loops_;
};

/// Threads that query the store, each on its own connection.
class ReaderPool {
public:
    ReaderPool(Readers& readers, std::size_t threads);
    /// False when thousands already wait. `job` gets the connection, or why there is none.
    [[nodiscard]] bool post(std::function<void(Result<Database*>)> job);
    /// Answers what waits, then ends the threads.
    void stop() { workers_.finish(); }

private:
    Readers& readers_;
    Workers workers_;
};

/// `co_await Later<T>(loops, start)`: calls `start(done)`, and goes on, on the loop it was awaited
/// on, with what `done` was given on whatever thread.
template <class T>
class Later {
public:
    using Done = std::function<void(Result<T>)>;
    Later(Loops& loops, std::function<void(Done)> start)
        : loops_(loops), start_(std::move(start)) {}

    [[nodiscard]] bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting) {
        auto& box = loops_.at(loops_.current());
        start_([this, waiting, &box](Result<T> result) {
            result_.emplace(std::move(result));
            box.post([waiting] { waiting.resume(); });
        });
    }
    [[nodiscard]] Result<T> await_resume() { return std::move(*result_); }

private:
    Loops& loops_;
    std::function<void(Done)> start_;
    std::optional<Result<T>> result_;
};

} // namespace chengyun::hub
