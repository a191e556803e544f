// Alarms as the hall shares them: what an alarm is called, and who has taken it or put it off. What
// rings follows from the facts that every seat has; nobody stores it. Stored is only what people
// did about it.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// Which alarm it is. Each part holds letters, digits and "_.:-" only, so that the parts can be
/// told apart in the id.
struct AlarmName {
    std::string subject_kind; ///< "order"
    std::string subject;      ///< its id
    std::string kind;         ///< "overdue"
    /// What raised it, of this kind and about this subject: the assignment and the deadline that it
    /// missed. The next deadline that it misses is another alarm.
    std::string occurrence;
    bool operator==(const AlarmName&) const = default;
};

/// "order/SUBJECT/overdue/OCCURRENCE".
[[nodiscard]] std::string id_of(const AlarmName& name);
/// Nothing where the text is no such id.
[[nodiscard]] std::optional<AlarmName> alarm_name(std::string_view id);

enum class AlarmState { taken, snoozed };
BOOST_DESCRIBE_ENUM(AlarmState, taken, snoozed)

/// What somebody did about an alarm. An alarm without a mark is open.
struct AlarmMark {
    std::string id; ///< of the alarm (id_of)
    AlarmState state = AlarmState::taken;
    Instant raised{}; ///< when it rang, as the seat says that took it
    std::string by;   ///< account
    std::string by_name;
    Instant at{};
    std::optional<Instant> until; ///< snoozed: it is open again from then on
    std::string reason;           ///< why it was snoozed
    std::int64_t version = 0;     ///< journal number of its last change
    bool operator==(const AlarmMark&) const = default;
};
BOOST_DESCRIBE_STRUCT(AlarmMark, (), (id, state, raised, by, by_name, at, until, reason, version))

/// Why a mark went, where the entry's note says it: the alarm does not stand any more.
inline constexpr std::string_view alarm_settled = "settled";

/// Whether the mark keeps the alarm from being open at `now`.
[[nodiscard]] bool holds(const AlarmMark& mark, Instant now);

/// An alarm in a command: what its sender saw of it.
struct AlarmItem {
    std::string id;
    Instant raised{};
    /// Of the mark that the sender saw, 0 for none. Where another one is there by now somebody was
    /// first, and the command leaves that alarm as it is. Where it has gone by now the alarm is
    /// open, as if the sender had seen none.
    std::int64_t version = 0;
    bool operator==(const AlarmItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(AlarmItem, (), (id, raised, version))

inline constexpr std::size_t most_alarms_at_once = 200;
inline constexpr std::chrono::hours longest_snooze{24};

/// POST /api/v1/alarms/take
struct TakeAlarms {
    std::vector<AlarmItem> alarms; ///< 1 … most_alarms_at_once, none twice
    bool operator==(const TakeAlarms&) const = default;
};
BOOST_DESCRIBE_STRUCT(TakeAlarms, (), (alarms))

/// POST /api/v1/alarms/snooze
struct SnoozeAlarms {
    std::vector<AlarmItem> alarms;
    Instant until{}; ///< after now, by longest_snooze at most
    std::string reason;
    bool operator==(const SnoozeAlarms&) const = default;
};
BOOST_DESCRIBE_STRUCT(SnoozeAlarms, (), (alarms, until, reason))

/// POST /api/v1/alarms/give_back: they are open again.
struct GiveBackAlarms {
    std::vector<AlarmItem> alarms;
    bool operator==(const GiveBackAlarms&) const = default;
};
BOOST_DESCRIBE_STRUCT(GiveBackAlarms, (), (alarms))

/// Ids, times and how many; `expired` ("until") for a snooze that would be over already.
[[nodiscard]] Result<> check(const TakeAlarms& command);
[[nodiscard]] Result<> check(const SnoozeAlarms& command, Instant now);
[[nodiscard]] Result<> check(const GiveBackAlarms& command);

} // namespace chengyun
