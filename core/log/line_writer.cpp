#include "core/log/line_writer.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>

#include <poll.h>
#include <unistd.h>

namespace chengyun {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds together{50};
/// How long the thread waits for a reader before it looks whether it is to end.
constexpr milliseconds turn{100};

LineWriter* dying = nullptr;

/// Whether a write of PIPE_BUF bytes does not have to wait; so that is what is written at a time.
bool takes_more(int file, milliseconds patience) {
    pollfd ready{file, POLLOUT, 0};
    int found = -1;
    do
        found = ::poll(&ready, 1, static_cast<int>(patience.count()));
    while (found < 0 && errno == EINTR);
    return found > 0;
}

/// How many bytes were written; 0: there is nobody to tell any more.
std::size_t write_some(int file, std::string_view text) {
    ssize_t written = -1;
    do
        written = ::write(file, text.data(), std::min<std::size_t>(text.size(), PIPE_BUF));
    while (written < 0 && errno == EINTR);
    return written > 0 ? static_cast<std::size_t>(written) : 0;
}

} // namespace

LineWriter::LineWriter(int file, LostLine lost_line, std::size_t most_held)
    : file_(file), lost_line_(std::move(lost_line)), most_held_(most_held),
      thread_([this] { run(); }) {}

LineWriter::~LineWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
    flush();
    if (dying == this)
        dying = nullptr;
}

void LineWriter::add(std::string_view line, bool urgent) {
    {
        const std::lock_guard lock(mutex_);
        const bool first = lines_.empty() && lost_ == 0;
        if (lost_ > 0 || lines_.size() + line.size() > most_held_) {
            ++lost_; // until some have been taken: the count stands in their place
            urgent = false;
        } else {
            lines_ += line;
        }
        if (!urgent && !first)
            return;
    }
    if (urgent)
        // Who writes already takes this one along.
        if (const std::unique_lock writing(writing_, std::try_to_lock); writing)
            write_out(milliseconds(0));
    wake_.notify_one();
}

void LineWriter::flush(milliseconds patience) {
    const std::lock_guard writing(writing_);
    write_out(patience);
}

/// Whether everything is written. `writing_` is held.
bool LineWriter::write_out(milliseconds patience) {
    for (;;) {
        if (written_ == batch_.size()) {
            batch_.clear();
            written_ = 0;
            std::int64_t lost = 0;
            {
                const std::lock_guard lock(mutex_);
                batch_.swap(lines_);
                std::swap(lost, lost_);
            }
            if (lost > 0)
                batch_ += lost_line_(lost);
            if (batch_.empty())
                return true;
        }
        if (!takes_more(file_, patience))
            return false;
        const auto some = write_some(file_, std::string_view(batch_).substr(written_));
        written_ = some > 0 ? written_ + some : batch_.size();
    }
}

bool LineWriter::wait_for_lines(bool all_written) {
    std::unique_lock lock(mutex_);
    if (all_written) {
        wake_.wait(lock, [this] { return stopping_ || !lines_.empty() || lost_ > 0; });
        wake_.wait_for(lock, together, [this] { return stopping_; });
    }
    return !stopping_;
}

void LineWriter::run() {
    bool all_written = true;
    while (wait_for_lines(all_written)) {
        const std::lock_guard writing(writing_);
        all_written = write_out(turn);
    }
}

/// Takes no memory and waits for nothing: another thread may have died with a lock.
void LineWriter::write_dying() noexcept {
    const std::unique_lock writing(writing_, std::try_to_lock);
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (!writing || !lock)
        return;
    for (auto rest : {std::string_view(batch_).substr(written_), std::string_view(lines_)})
        while (!rest.empty() && takes_more(file_, milliseconds(0))) {
            const auto some = write_some(file_, rest);
            if (some == 0)
                return;
            rest.remove_prefix(some);
        }
}

void LineWriter::flush_at_crash() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    dying = this;
    struct sigaction action{};
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    action.sa_handler = [](int signal) {
        if (dying)
            dying->write_dying();
        ::raise(signal); // as it would have ended without this
    };
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
        ::sigaction(signal, &action, nullptr);
#endif
}

} // namespace chengyun
