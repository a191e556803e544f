#include "core/duty/on_duty.h"

#include "core/duty/alarms.h"

#include <algorithm>
#include <tuple>

namespace chengyun {

namespace {

bool is_now(const Shift& shift, Instant now) {
    return shift.state == ShiftState::on_duty ||
           (shift.state == ShiftState::planned && shift.start <= now && now < shift.end);
}

bool is_above(PostKind post, PostKind kind) {
    for (auto above = superior(kind); above; above = superior(*above)) {
        if (*above == post)
            return true;
    }
    return false;
}

bool is_on_leave(const Rota& rota, std::string_view person, const Shift& shift) {
    return std::ranges::any_of(rota.leaves, [&](const Leave& leave) {
        return leave.person == person && leave.state == RequestState::approved &&
               leave.start < shift.end && shift.start < leave.end;
    });
}

/// How long the person will have rested when the shift begins; nothing when he has another shift
/// within `rest` of it.
std::optional<std::chrono::milliseconds> rested(const Rota& rota, std::string_view person,
                                                const Shift& shift, std::chrono::minutes rest) {
    auto longest = std::chrono::milliseconds::max();
    for (const auto& own : rota.shifts) {
        if (own.person != person || !counts(own) || own.id == shift.id)
            continue;
        if (own.start < shift.end + rest && shift.start < own.end + rest)
            return std::nullopt;
        if (own.end <= shift.start)
            longest = std::min(longest, shift.start - own.end);
    }
    return longest;
}

} // namespace

std::vector<OnDuty> on_duty(std::span<const Post> posts, std::span<const Shift> shifts,
                            Instant now) {
    std::vector<const Shift*> sorted;
    for (const auto& shift : shifts) {
        if (is_now(shift, now) || (shift.state == ShiftState::planned && shift.start > now))
            sorted.push_back(&shift);
    }
    std::ranges::sort(sorted, {},
                      [](const Shift* s) { return std::tie(s->post, s->start, s->id); });
    std::vector<OnDuty> all;
    for (const auto& post : posts) {
        if (post.closed)
            continue;
        auto& on = all.emplace_back();
        on.post = post.id;
        const auto mine =
            std::ranges::equal_range(sorted, std::string_view(post.id), {},
                                     [](const Shift* s) { return std::string_view(s->post); });
        std::optional<Instant> begins;
        for (const auto* shift : mine) {
            if (is_now(*shift, now)) {
                on.now.push_back(shift->id);
            } else if (!begins || *begins == shift->start) {
                begins = shift->start;
                on.next.push_back(shift->id);
            }
        }
    }
    return all;
}

bool leads(std::string_view person, PostKind kind, std::span<const Post> posts,
           std::span<const Shift> shifts, Instant now) {
    return !person.empty() && std::ranges::any_of(shifts, [&](const Shift& shift) {
        if (shift.person != person || shift.state != ShiftState::on_duty || shift.start > now)
            return false;
        const auto post = std::ranges::find(posts, shift.post, &Post::id);
        return post != posts.end() && is_above(post->kind, kind);
    });
}

std::vector<LateShift> late_shifts(const Rota& rota, Instant now) {
    std::vector<LateShift> late;
    for (const auto& shift : rota.shifts) {
        if (!is_missing(shift, now))
            continue;
        const auto proposed = stand_ins(rota, shift);
        late.push_back({shift.id, shift.person, late_at(shift),
                        proposed.empty() ? std::string() : proposed.front()});
    }
    std::ranges::sort(late, {}, [](const LateShift& l) { return std::tie(l.since, l.shift); });
    return late;
}

std::vector<std::string> stand_ins(const Rota& rota, const Shift& shift) {
    const auto post = std::ranges::find(rota.posts, shift.post, &Post::id);
    if (post == rota.posts.end())
        return {};
    const std::chrono::minutes rest(post->rest_minutes);
    struct Candidate {
        bool is_backup;
        std::chrono::milliseconds rested;
        const Person* person;
    };
    std::vector<Candidate> found;
    for (const auto& person : rota.people) {
        const bool is_backup = person.id == shift.backup;
        if (person.id == shift.person || !person.active || !is_qualified(person, *post) ||
            (!is_backup && person.unit != post->unit) || is_on_leave(rota, person.id, shift))
            continue;
        // A backup is ready for just this: rest is asked only of the others.
        const auto free =
            rested(rota, person.id, shift, is_backup ? std::chrono::minutes(0) : rest);
        if (free)
            found.push_back({is_backup, *free, &person});
    }
    std::ranges::sort(found, [](const Candidate& a, const Candidate& b) {
        return std::tie(b.is_backup, b.rested, a.person->id) <
               std::tie(a.is_backup, a.rested, b.person->id);
    });
    std::vector<std::string> ids;
    for (const auto& candidate : found)
        ids.push_back(candidate.person->id);
    return ids;
}

DutyRing first_ring(DutyRingKind ring, const std::string& subject, PostKind kind, Instant due) {
    return {ring, subject, superior(kind).value_or(kind), due, due};
}

std::optional<DutyRing> next_ring(const DutyRing& fired, const DutyPolicy& policy) {
    const auto above = superior(fired.at);
    if (!above)
        return std::nullopt;
    DutyRing next = fired;
    next.at = *above;
    next.fire_at = fired.fire_at + std::chrono::minutes(policy.climb_minutes);
    return next;
}

} // namespace chengyun
