// Lines of a log on their way out: a thread of their own writes them, so that nobody who logs waits
// for a reader that has stopped reading.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace chengyun {

/// Any thread. Lines come out whole, in the order in which they were added.
class LineWriter {
public:
    /// The line, with its end, that stands where so many were lost.
    using LostLine = std::function<std::string(std::int64_t)>;

    /// `file` is a descriptor that stays open as long as this lives. At most `most_held` bytes
    /// wait; lines beyond are lost and counted.
    LineWriter(int file, LostLine lost_line, std::size_t most_held = std::size_t{4} << 20);
    /// As flush().
    ~LineWriter();
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    /// `line` has its end. Lines are written together within some 50 ms. An urgent one is written
    /// at once, with what waits before it, as far as that goes without waiting: a crash right
    /// behind it must not swallow it.
    void add(std::string_view line, bool urgent);
    /// Until everything is written, or the reader has taken nothing for `patience`.
    void flush(std::chrono::milliseconds patience = std::chrono::seconds(2));
    /// From now on what waits is written, as far as that goes without waiting, when a signal ends
    /// the process for a fault of its own. One writer of a process. Nothing under a sanitizer,
    /// which takes those signals itself.
    void flush_at_crash();

private:
    bool write_out(std::chrono::milliseconds patience);
    void write_dying() noexcept;
    bool wait_for_lines(bool all_written);
    void run();

    const int file_;
    const LostLine lost_line_;
    const std::size_t most_held_;
    std::mutex mutex_; ///< guards what stands up to `writing_`
    std::condition_variable wake_;
    std::string lines_;
    std::int64_t lost_ = 0; ///< after the last of `lines_`
    bool stopping_ = false;
    std::mutex writing_; ///< held by who writes; guards `batch_` and `written_`. Before `mutex_`
    std::string batch_;
    std::size_t written_ = 0; ///< so many bytes of `batch_`
    std::thread thread_;      ///< last: it uses all of the above
};

} // namespace chengyun
