// The log of a shift (值班日志): what happened and was said, who wrote it and when. An entry is
// never changed; a correction is an entry of its own.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace chengyun {

enum class LogKind { call_in, call_out, event, instruction, visit, equipment, announcement, note };
BOOST_DESCRIBE_ENUM(LogKind, call_in, call_out, event, instruction, visit, equipment, announcement,
                    note)

/// POST /api/v1/duty/log
struct WriteLog {
    std::string id; ///< UUIDv7
    LogKind kind = LogKind::note;
    std::string text;
    std::optional<Instant> time;     ///< when it happened, if not just now
    std::optional<std::string> with; ///< calls and visits: the other's name
    std::optional<std::string> phone;
    std::optional<std::string> order;    ///< id
    std::optional<std::string> corrects; ///< id of the entry that this one corrects
    /// Instructions, faults of equipment and announcements: they stand on every handover sheet
    /// until they are settled.
    std::optional<bool> stands;
    bool operator==(const WriteLog&) const = default;
};
BOOST_DESCRIBE_STRUCT(WriteLog, (), (id, kind, text, time, with, phone, order, corrects, stands))

struct LogEntry {
    std::string id;
    LogKind kind = LogKind::note;
    std::string text;
    Instant time{};     ///< when it happened
    Instant recorded{}; ///< when it was written, by the hub's clock
    std::string by;     ///< account
    std::string by_name;
    std::string shift; ///< in which it was written, or empty
    std::string with;
    std::string phone;
    std::string order;
    std::string corrects;
    bool stands = false;
    std::optional<Instant> settled; ///< no longer on handover sheets
    std::string settled_by;
    std::int64_t version = 0;
    bool operator==(const LogEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(LogEntry, (),
                      (id, kind, text, time, recorded, by, by_name, shift, with, phone, order,
                       corrects, stands, settled, settled_by, version))

/// May an entry of this kind stand until it is settled?
[[nodiscard]] bool may_stand(LogKind kind);

/// Ids, lengths; not in the future nor more than a week back; `stands` only where it may.
[[nodiscard]] Result<> check(const WriteLog& command, Instant now);

/// The entry that a checked command makes.
[[nodiscard]] LogEntry entry_of(const WriteLog& command, const std::string& account,
                                const std::string& name, const std::string& shift, Instant now);
/// Takes a standing entry off the sheets; wrong_state when it does not stand or is settled.
[[nodiscard]] Result<LogEntry> settle(const LogEntry& before, const std::string& account,
                                      Instant now);

} // namespace chengyun
