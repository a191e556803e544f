#include "hub/duty/rota_reads.h"

namespace chengyun::hub {

namespace {

/// Posts ask for at most seven days of rest.
constexpr std::chrono::days longest_rest{7};

} // namespace

Result<std::vector<Post>> all_posts(Database& db) {
    return duty_table<Post>().where(db, "1 ORDER BY id");
}

Result<std::vector<Person>> all_people(Database& db) {
    return duty_table<Person>().where(db, "1 ORDER BY id");
}

Result<std::vector<Pattern>> all_patterns(Database& db) {
    return duty_table<Pattern>().where(db, "1 ORDER BY id");
}

Result<std::vector<HolidayYear>> all_holiday_years(Database& db) {
    return duty_table<HolidayYear>().where(db, "1 ORDER BY id");
}

Result<std::vector<Person>> people_of_account(Database& db, std::string_view account) {
    // As the index says it.
    return duty_table<Person>().where(db, "account = ? AND account <> ''", account);
}

Result<std::vector<Shift>> shifts_between(Database& db, Instant from, Instant to) {
    return duty_table<Shift>().where(db, overlapping_shifts, ms_of(to), earliest_start(from),
                                     ms_of(from));
}

Result<std::vector<Shift>> shifts_on_duty(Database& db) {
    return duty_table<Shift>().where(db, "state = 1 ORDER BY starts, id");
}

Result<std::optional<Handover>> sheet_of(Database& db, std::string_view outgoing) {
    auto sheets = duty_table<Handover>().where(db, "outgoing = ?", outgoing);
    if (!sheets)
        return sheets.error();
    return sheets->empty() ? std::optional<Handover>() : std::optional(std::move(sheets->front()));
}

Result<std::vector<Handover>> open_sheets_of(Database& db, const Shift& shift) {
    // By the post and the time, which are columns: a post has few sheets within a shift's length.
    const auto earliest =
        shift.start - std::chrono::minutes(longest_shift_minutes) - std::chrono::days(7);
    auto sheets = sheets_since(db, shift.post, earliest);
    if (sheets)
        std::erase_if(*sheets, [&](const Handover& sheet) {
            return sheet.state == HandoverState::accepted ||
                   (sheet.outgoing != shift.id && sheet.incoming != shift.id);
        });
    return sheets;
}

Result<std::vector<Handover>> sheets_since(Database& db, std::string_view post, Instant drafted) {
    return duty_table<Handover>().where(db, "drafted > ? AND post = ?", ms_of(drafted), post);
}

Result<std::vector<LogEntry>> standing_log(Database& db, std::string_view post) {
    return duty_table<LogEntry>().where(
        db,
        "stands = 1 AND (? = '' OR shift IN (SELECT id FROM duty_shift WHERE post = ?)) "
        "ORDER BY time, id",
        post, post);
}

Result<std::vector<LogEntry>> log_of_shift(Database& db, std::string_view shift) {
    return duty_table<LogEntry>().where(db, "shift = ? AND stands = 0 ORDER BY time, id", shift);
}

Result<RotaAround> rota_around(Database& db, const Shift& shift) {
    auto posts = all_posts(db);
    if (!posts)
        return posts.error();
    auto people = all_people(db);
    if (!people)
        return people.error();
    auto shifts = shifts_between(db, shift.start - longest_rest, shift.end + longest_rest);
    if (!shifts)
        return shifts.error();
    auto leaves = duty_table<Leave>().where(db, "ends > ? AND starts < ?", ms_of(shift.start),
                                            ms_of(shift.end));
    if (!leaves)
        return leaves.error();
    return RotaAround{std::move(*posts), std::move(*people), std::move(*shifts),
                      std::move(*leaves)};
}

} // namespace chengyun::hub
