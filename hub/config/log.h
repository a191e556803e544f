// The hub's log: one JSON object a line to stderr, for people and for whatever collects logs. What
// must never be in it (tokens, passwords, bodies) is kept out by those who call it; there is no
// function that logs a request whole.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace chengyun::hub {

enum class LogLevel { debug, info, warning, error };

using LogValue = std::variant<std::string_view, std::int64_t, double>;
using LogField = std::pair<std::string_view, LogValue>;

/// Below this nothing is written.
void set_log_level(LogLevel level);
[[nodiscard]] LogLevel log_level();

/// Any thread; waits for nobody. Where the reader of the log has stopped reading, lines are lost
/// and counted ("lines_lost"). Warnings and errors are written at once, the others within some 50
/// ms. `category` is the folder that says it ("http"), `event` a short stable word for searching.
void log(LogLevel level, std::string_view category, std::string_view event,
         std::initializer_list<LogField> fields = {});

/// Writes out what is still held back, as long as somebody reads it. Before the process ends.
void flush_log();
/// From now on also when a signal ends the process for a fault of its own.
void flush_log_at_crash();

} // namespace chengyun::hub
