#include "hub/config/log.h"

#include "core/json/codec.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace chengyun::hub {
namespace {

std::atomic<LogLevel> lowest{LogLevel::info};

/// Lines are collected and written together: a write a request would cost more than the request.
class Output {
public:
    Output() : thread_([this] { run(); }) {}
    ~Output() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }

    void add(std::string_view line, bool now) {
        {
            const std::lock_guard lock(mutex_);
            // A reader of the log that has stopped reading must not fill our memory.
            if (lines_.size() > max_held)
                return;
            const bool first = lines_.empty();
            lines_ += line;
            if (!now && !first)
                return;
        }
        if (now)
            flush();
        else
            wake_.notify_one();
    }

    void flush() {
        const std::lock_guard writing(writing_);
        std::string lines;
        {
            const std::lock_guard lock(mutex_);
            lines.swap(lines_);
        }
        std::string_view rest(lines);
        while (!rest.empty()) {
            const auto written = ::write(STDERR_FILENO, rest.data(), rest.size());
            if (written <= 0)
                return; // nobody to tell
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
    }

private:
    static constexpr std::size_t max_held = 16 << 20;

    void run() {
        for (;;) {
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [&] { return stopping_ || !lines_.empty(); });
                if (!stopping_)
                    wake_.wait_for(lock, std::chrono::milliseconds(50), [&] { return stopping_; });
            }
            flush();
            const std::lock_guard lock(mutex_);
            if (stopping_)
                return;
        }
    }

    std::mutex mutex_, writing_;
    std::condition_variable wake_;
    std::string lines_;
    bool stopping_ = false;
    std::thread thread_;
};

Output& output() {
    static Output out;
    return out;
}

std::string_view name_of(LogLevel level) {
    switch (level) {
    case LogLevel::debug:
        return "debug";
    case LogLevel::info:
        return "info";
    case LogLevel::warning:
        return "warning";
    case LogLevel::error:
        return "error";
    }
    return "error";
}

} // namespace

void set_log_level(LogLevel level) {
    lowest = level;
}
LogLevel log_level() {
    return lowest;
}

void log(LogLevel level, std::string_view category, std::string_view event,
         std::initializer_list<LogField> fields) {
    if (level < lowest.load(std::memory_order_relaxed))
        return;
    std::string line;
    line.reserve(200);
    line += "{\"time\":";
    line += std::to_string(ms_of(system_now()));
    line += ",\"level\":\"";
    line += name_of(level);
    line += "\",\"in\":";
    json::append_text(line, category);
    line += ",\"event\":";
    json::append_text(line, event);
    for (const auto& [key, value] : fields) {
        line += ',';
        json::append_text(line, key);
        line += ':';
        if (const auto* text = std::get_if<std::string_view>(&value))
            json::append_text(line, *text);
        else if (const auto* number = std::get_if<std::int64_t>(&value))
            line += std::to_string(*number);
        else
            line += boost::json::serialize(boost::json::value(std::get<double>(value)));
    }
    line += "}\n";
    output().add(line, level >= LogLevel::warning);
}

void flush_log() {
    output().flush();
}

} // namespace chengyun::hub
