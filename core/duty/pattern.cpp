#include "core/duty/pattern.h"

#include "core/text/limits.h"

#include <algorithm>

namespace chengyun {

namespace {

constexpr std::int64_t most_days = 366;
constexpr std::size_t most_turns = 12;
constexpr std::size_t most_places = 100;

std::string item_path(const std::string& list, std::size_t index, const char* member = "") {
    return list + "[" + std::to_string(index) + "]" + member;
}

struct PlannedPlace {
    const CrewPlace* place;
    const Post* post;
};

/// The crews' places with their posts.
Result<std::vector<std::vector<PlannedPlace>>> places_of(const RotaPlan& plan,
                                                         std::span<const Post> posts) {
    std::vector<std::vector<PlannedPlace>> crews;
    for (std::size_t c = 0; c < plan.crews.size(); ++c) {
        const auto& crew = plan.crews[c];
        const auto field = item_path("crews", c);
        if (auto ok = check_text(crew.name, field + ".name", limits::name, false); !ok)
            return ok.error();
        if (crew.places.size() > most_places)
            return fail(FailureKind::invalid_field, field + ".places",
                        "at most " + std::to_string(most_places));
        auto& places = crews.emplace_back();
        for (std::size_t p = 0; p < crew.places.size(); ++p) {
            const auto& place = crew.places[p];
            const auto post = std::ranges::find(posts, place.post, &Post::id);
            if (post == posts.end())
                return fail(FailureKind::not_found, item_path(field + ".places", p, ".post"),
                            "no such post");
            places.push_back({&place, &*post});
        }
    }
    return crews;
}

Shift shift_of(const PlannedPlace& planned, const Turn& turn, Day day, const Calendar& calendar) {
    Shift shift;
    shift.post = planned.post->id;
    shift.person = planned.place->person;
    shift.backup = planned.place->backup;
    shift.start = calendar.at(day, turn.start_minute);
    shift.end = shift.start + std::chrono::minutes(turn.minutes);
    shift.grace_minutes = planned.post->grace_minutes;
    return shift;
}

} // namespace

Result<> check(const Pattern& pattern) {
    if (auto ok = first_failure(check_text(pattern.key, "key", limits::code, true),
                                check_text(pattern.name, "name", limits::name, true));
        !ok)
        return ok;
    if (pattern.turns.empty() || pattern.turns.size() > most_turns)
        return fail(FailureKind::invalid_field, "turns", "1 to " + std::to_string(most_turns));
    for (std::size_t i = 0; i < pattern.turns.size(); ++i) {
        const auto& turn = pattern.turns[i];
        if (auto ok = first_failure(
                check_text(turn.name, item_path("turns", i, ".name"), limits::name, true),
                check_range(turn.start_minute, item_path("turns", i, ".start_minute"), 0,
                            24 * 60 - 1),
                check_range(turn.minutes, item_path("turns", i, ".minutes"), shortest_shift_minutes,
                            longest_shift_minutes));
            !ok)
            return ok;
    }
    const auto length = static_cast<std::int64_t>(pattern.cycle.size());
    if (length < 1 || length > most_days)
        return fail(FailureKind::invalid_field, "cycle", "1 to " + std::to_string(most_days));
    for (std::size_t i = 0; i < pattern.cycle.size(); ++i) {
        if (auto ok = check_range(pattern.cycle[i], item_path("cycle", i), rest_day,
                                  static_cast<std::int64_t>(pattern.turns.size()) - 1);
            !ok)
            return ok;
    }
    for (std::size_t i = 0; i < pattern.turns.size(); ++i) {
        if (std::ranges::find(pattern.cycle, static_cast<std::int64_t>(i)) == pattern.cycle.end())
            return fail(FailureKind::invalid_field, "cycle",
                        "turn " + std::to_string(i) + " is never worked");
    }
    if (pattern.stagger < 1 || length % pattern.stagger != 0)
        return fail(FailureKind::invalid_field, "stagger", "it divides the cycle's length");
    return {};
}

std::size_t crews_of(const Pattern& pattern) {
    return pattern.cycle.size() / static_cast<std::size_t>(pattern.stagger);
}

Result<LaidOut> lay_out(const RotaPlan& plan, const Pattern& pattern, std::span<const Post> posts,
                        const Calendar& calendar, const std::function<std::string()>& next_id) {
    const auto first = day_of(plan.first), last = day_of(plan.last);
    if (!first)
        return fail(FailureKind::invalid_field, "first", "expected a day, \"2026-02-01\"");
    if (!last || *last < *first || *last - *first >= std::chrono::days(most_days))
        return fail(FailureKind::invalid_field, "last",
                    "expected a day from the first one on, within " + std::to_string(most_days) +
                        " days");
    const auto length = static_cast<std::int64_t>(pattern.cycle.size());
    if (auto ok = check_range(plan.position, "position", 0, length - 1); !ok)
        return ok.error();
    if (plan.crews.size() != crews_of(pattern))
        return fail(FailureKind::invalid_field, "crews",
                    "the pattern needs " + std::to_string(crews_of(pattern)));
    const auto crews = places_of(plan, posts);
    if (!crews)
        return crews.error();

    LaidOut out;
    out.next_position = plan.position;
    for (auto day = *first; day <= *last; day += std::chrono::days(1)) {
        if (!among(pattern.days, calendar.kind(day)))
            continue;
        for (std::size_t turn = 0; turn < pattern.turns.size(); ++turn) {
            for (std::size_t c = 0; c < crews->size(); ++c) {
                const auto behind = static_cast<std::int64_t>(c) * pattern.stagger;
                const auto position = (out.next_position + length - behind) % length;
                if (pattern.cycle[static_cast<std::size_t>(position)] !=
                    static_cast<std::int64_t>(turn))
                    continue;
                for (const auto& planned : (*crews)[c]) {
                    auto& shift = out.shifts.emplace_back(
                        shift_of(planned, pattern.turns[turn], day, calendar));
                    shift.id = next_id();
                }
            }
        }
        out.next_position = (out.next_position + 1) % length;
    }
    return out;
}

} // namespace chengyun
