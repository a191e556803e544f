// Threads for work that must not be done where it is asked for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace chengyun::hub {

/// Carries out jobs in the order they came. A job that throws fails alone: the exception is counted
/// and logged (guard.h), and the thread goes on with the next job. All methods from any thread but
/// a worker's.
class Workers {
public:
    static constexpr auto unlimited = std::numeric_limits<std::size_t>::max();

    /// `where` names the folder for the log ("http"). With more than `most_waiting` jobs post()
    /// refuses.
    explicit Workers(std::string_view where, std::size_t threads = 1,
                     std::size_t most_waiting = unlimited);
    /// finish()
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when too many jobs wait, or after finish() or drop(): the job will not run.
    [[nodiscard]] bool post(std::function<void()> job);
    /// Carries out what waits, then ends the threads. Idempotent.
    void finish();
    /// Ends the threads after the jobs they are at; what waits is never carried out. Idempotent.
    void drop();
    /// Jobs that wait or are being carried out.
    [[nodiscard]] std::size_t unfinished() const;

private:
    void run();
    void end(bool carry_out);

    std::string where_;
    std::size_t most_waiting_;
    mutable std::mutex mutex_; ///< guards the three below
    std::deque<std::function<void()>> jobs_;
    std::size_t busy_ = 0;
    bool ended_ = false;
    std::condition_variable wake_;
    std::vector<std::thread> threads_;
};

/// Does the same thing again and again: every so often, the first time after that long. Guarded as
/// Workers are.
class Rounds {
public:
    Rounds(std::string_view where, std::chrono::milliseconds every, std::function<void()> round);
    /// Ends the thread after the round it is at.
    ~Rounds();
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;

private:
    std::mutex mutex_; ///< guards the one below
    bool ended_ = false;
    std::condition_variable wake_;
    std::thread thread_;
};

} // namespace chengyun::hub
