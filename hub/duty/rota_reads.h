// What is asked of the roster, as values: all SQL of it that a command needs. Any thread with its
// own connection.
#pragma once

#include "core/duty/on_duty.h"
#include "hub/duty/duty_tables.h"

#include <optional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

[[nodiscard]] Result<std::vector<Post>> all_posts(Database& db);
[[nodiscard]] Result<std::vector<Person>> all_people(Database& db);
[[nodiscard]] Result<std::vector<Pattern>> all_patterns(Database& db);
[[nodiscard]] Result<std::vector<HolidayYear>> all_holiday_years(Database& db);
/// Of an account's id, which is not empty.
[[nodiscard]] Result<std::vector<Person>> people_of_account(Database& db, std::string_view account);
/// Those that overlap [from, to), by their start.
[[nodiscard]] Result<std::vector<Shift>> shifts_between(Database& db, Instant from, Instant to);
/// Those in which somebody is on duty, by their start.
[[nodiscard]] Result<std::vector<Shift>> shifts_on_duty(Database& db);
/// The sheet on which the shift hands over.
[[nodiscard]] Result<std::optional<Handover>> sheet_of(Database& db, std::string_view outgoing);

/// Those that are not accepted, on which the shift hands over or takes over.
[[nodiscard]] Result<std::vector<Handover>> open_sheets_of(Database& db, const Shift& shift);
/// Sheets of a post that were drafted after that.
[[nodiscard]] Result<std::vector<Handover>> sheets_since(Database& db, std::string_view post,
                                                         Instant drafted);
/// What stands in the log of all posts, or of one, by the time when it happened.
[[nodiscard]] Result<std::vector<LogEntry>> standing_log(Database& db, std::string_view post = {});
/// The other entries that were written in a shift.
[[nodiscard]] Result<std::vector<LogEntry>> log_of_shift(Database& db, std::string_view shift);

/// Posts, people, shifts and leave around one shift: as far as the longest rest reaches.
struct RotaAround {
    std::vector<Post> posts;
    std::vector<Person> people;
    std::vector<Shift> shifts;
    std::vector<Leave> leaves;
    [[nodiscard]] Rota rota() const { return {posts, people, shifts, leaves}; }
};
[[nodiscard]] Result<RotaAround> rota_around(Database& db, const Shift& shift);

/// The condition of DutyTable<Shift> for the shifts that overlap a period; it takes `to`, `from`
/// less the longest shift, and `from`, all in ms.
inline constexpr std::string_view overlapping_shifts =
    "starts < ? AND starts > ? AND ends > ? ORDER BY starts, id";
[[nodiscard]] inline std::int64_t earliest_start(Instant from) {
    return ms_of(from - std::chrono::minutes(longest_shift_minutes) - std::chrono::milliseconds(1));
}

} // namespace chengyun::hub
