// Forces the write-ahead log to disk beside the writer: while the disk works for one batch, the
// writer carries out the next. Only LogSync tells others of a commit, and only after it is on disk.
#pragma once

#include "core/result.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace chengyun::hub {

/// Made by the writer. A batch is first announced, then committed, then handed over. A reader that
/// may have seen the batch waits with when_on_disk().
class LogSync {
public:
    /// Forces everything that was written so far; on the sync thread.
    using Force = std::function<std::error_code()>;
    /// False: the disk failed, and what was committed since may be lost. From then on everything
    /// gets false: a file whose writing failed once can no longer be trusted to hold what it shows.
    using Then = std::function<void(bool on_disk)>;

    /// fdatasync of the write-ahead log at `file`, which is there as long as a connection is open.
    /// SQLite takes no locks on this file, so that opening it once more disturbs none.
    [[nodiscard]] static Result<Force> forcing(const std::filesystem::path& file);

    explicit LogSync(Force force);
    ~LogSync();
    /// Finishes what was handed over, then ends the thread.
    void stop();

    /// The writer only, before each commit: others may see the batch from then on.
    void announce() { announced_.fetch_add(1); }
    /// The writer only, once for each announcement, in order. `then` runs on the sync thread.
    /// `wrote`: the disk must be asked.
    void hand_over(bool wrote, Then then);
    /// Any thread: runs `then`, here or on the sync thread, once all that could be read before the
    /// call is on disk.
    void when_on_disk(Then then);

    /// Any thread.
    [[nodiscard]] bool broken() const { return broken_.load(); }

private:
    struct Batch {
        bool wrote;
        Then then;
    };
    struct Waiter {
        std::uint64_t ticket;
        Then then;
    };
    void loop();
    void ask(const std::vector<Batch>& batches);

    const Force force_;
    std::atomic<std::uint64_t> announced_{0};
    std::atomic<bool> broken_{false};

    std::mutex mutex_; ///< guards what follows
    std::condition_variable wake_;
    std::vector<Batch> batches_;
    std::vector<Waiter> waiters_;
    std::uint64_t settled_ = 0;
    bool stopping_ = false;
    std::thread thread_; ///< last: it uses all of the above
};

} // namespace chengyun::hub
