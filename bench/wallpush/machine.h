// The machine behind a wall, as the hub sees it: a session and a stream, and the board that it
// would show.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace chengyun::bench {

class Machine {
public:
    /// `from` is a position of the journal (its number) that the machine has everything up to.
    Machine(int port, std::string wall, std::string token, std::int64_t from)
        : port_(port), wall_(std::move(wall)), token_(std::move(token)), head_(from) {}
    ~Machine() { cut(); }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    /// Opens the stream where it was cut, on a thread of its own; false when the hub refuses.
    bool connect();
    /// As a cable that is pulled: what is under way is lost.
    void cut();
    /// When the board of this version, or a later one, arrived, as now_ns(); 0 after ten seconds
    /// without it.
    [[nodiscard]] std::int64_t arrived(std::int64_t version);
    /// The board's JSON as it came last.
    [[nodiscard]] std::string board();
    [[nodiscard]] const std::string& wall() const { return wall_; }
    [[nodiscard]] const std::string& token() const { return token_; }

private:
    void read();
    void take(std::string_view frame, std::int64_t now);

    int port_;
    std::string wall_, token_;
    int fd_ = -1;
    std::thread thread_;
    std::string buffer_; ///< of the thread while it runs

    std::mutex mutex_;
    std::condition_variable changed_;
    std::int64_t head_;        ///< has everything up to here …
    std::string hash_;         ///< … which is this entry
    std::int64_t version_ = 0; ///< of the board
    std::int64_t at_ = 0;      ///< when it came
    std::string board_;
};

} // namespace chengyun::bench
