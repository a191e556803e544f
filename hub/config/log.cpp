#include "hub/config/log.h"

#include "core/json/codec.h"
#include "core/log/line_writer.h"

#include <atomic>

#include <unistd.h>

namespace chengyun::hub {
namespace {

std::atomic<LogLevel> lowest{LogLevel::info};

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

std::string line_of(LogLevel level, std::string_view category, std::string_view event,
                    std::initializer_list<LogField> fields) {
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
    return line;
}

LineWriter& output() {
    static LineWriter out(STDERR_FILENO, [](std::int64_t lost) {
        return line_of(LogLevel::warning, "log", "lines_lost", {{"lines", lost}});
    });
    return out;
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
    output().add(line_of(level, category, event, fields), level >= LogLevel::warning);
}

void flush_log() {
    output().flush();
}

void flush_log_at_crash() {
    output().flush_at_crash();
}

} // namespace chengyun::hub
