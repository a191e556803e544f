#include "hub/duty/duty_tables.h"

namespace chengyun::hub {

namespace {

template <class E>
std::int64_t number_of_state(E value) {
    return static_cast<std::int64_t>(value);
}

std::int64_t ms_or_zero(const std::optional<Instant>& instant) {
    return instant ? ms_of(*instant) : 0;
}

bool is_open_request(const DutyRequest& request) {
    return request.state == RequestState::asked || request.state == RequestState::agreed;
}

} // namespace

template <>
const DutyTable<Post>& duty_table() {
    static const DutyTable<Post> table{
        "duty_post", "post", {"id"}, [](const Post& post) -> std::vector<DutyCell> {
            return {post.id};
        }};
    return table;
}

template <>
const DutyTable<Person>& duty_table() {
    static const DutyTable<Person> table{
        "duty_person",
        "person",
        {"id", "account"},
        [](const Person& person) -> std::vector<DutyCell> { return {person.id, person.account}; }};
    return table;
}

template <>
const DutyTable<Pattern>& duty_table() {
    static const DutyTable<Pattern> table{
        "duty_pattern", "pattern", {"id"}, [](const Pattern& pattern) -> std::vector<DutyCell> {
            return {pattern.key};
        }};
    return table;
}

template <>
const DutyTable<HolidayYear>& duty_table() {
    static const DutyTable<HolidayYear> table{
        "duty_holidays", "year", {"id"}, [](const HolidayYear& year) -> std::vector<DutyCell> {
            return {year.year};
        }};
    return table;
}

template <>
const DutyTable<Shift>& duty_table() {
    static const DutyTable<Shift> table{"duty_shift",
                                        "shift",
                                        {"id", "starts", "ends", "state", "post"},
                                        [](const Shift& shift) -> std::vector<DutyCell> {
                                            return {shift.id, ms_of(shift.start), ms_of(shift.end),
                                                    number_of_state(shift.state), shift.post};
                                        }};
    return table;
}

template <>
const DutyTable<ShiftExchange>& duty_table() {
    static const DutyTable<ShiftExchange> table{
        "duty_exchange",
        "exchange",
        {"id", "open", "decided", "shift", "in_return"},
        [](const ShiftExchange& exchange) -> std::vector<DutyCell> {
            return {exchange.id, std::int64_t{is_open_request(exchange)},
                    ms_or_zero(exchange.decided), exchange.shift, exchange.in_return};
        }};
    return table;
}

template <>
const DutyTable<Leave>& duty_table() {
    static const DutyTable<Leave> table{"duty_leave",
                                        "leave",
                                        {"id", "open", "starts", "ends"},
                                        [](const Leave& leave) -> std::vector<DutyCell> {
                                            return {leave.id, std::int64_t{is_open_request(leave)},
                                                    ms_of(leave.start), ms_of(leave.end)};
                                        }};
    return table;
}

template <>
const DutyTable<Handover>& duty_table() {
    static const DutyTable<Handover> table{
        "duty_handover",
        "handover",
        {"id", "outgoing", "incoming", "post", "open", "drafted", "accepted"},
        [](const Handover& sheet) -> std::vector<DutyCell> {
            return {sheet.id,
                    sheet.outgoing,
                    sheet.incoming,
                    sheet.post,
                    std::int64_t{sheet.state != HandoverState::accepted},
                    ms_of(sheet.drafted),
                    ms_or_zero(sheet.accepted)};
        }};
    return table;
}

template <>
const DutyTable<LogEntry>& duty_table() {
    static const DutyTable<LogEntry> table{
        "duty_log",
        "log",
        {"id", "time", "kind", "about", "shift", "stands", "text"},
        [](const LogEntry& entry) -> std::vector<DutyCell> {
            return {entry.id,
                    ms_of(entry.time),
                    number_of_state(entry.kind),
                    entry.order,
                    entry.shift,
                    std::int64_t{entry.stands && !entry.settled},
                    entry.text + '\n' + entry.with + '\n' + entry.phone};
        }};
    return table;
}

} // namespace chengyun::hub
