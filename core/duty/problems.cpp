#include "core/duty/problems.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace chengyun {

namespace {

struct TimeSpan {
    Instant from, to;
    [[nodiscard]] bool empty() const { return to <= from; }
};

TimeSpan overlap(TimeSpan a, TimeSpan b) {
    return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

TimeSpan span_of(const Shift& shift) {
    return {shift.start, shift.end};
}

template <class T>
std::unordered_map<std::string_view, const T*> rota_by_id(std::span<const T> values) {
    std::unordered_map<std::string_view, const T*> map;
    map.reserve(values.size());
    for (const auto& value : values)
        map.emplace(value.id, &value);
    return map;
}

template <class T>
const T* find_in(const std::unordered_map<std::string_view, const T*>& map, std::string_view id) {
    const auto it = map.find(id);
    return it == map.end() ? nullptr : it->second;
}

class RotaSearch {
    using Kind = RotaProblemKind;

public:
    RotaSearch(const Rota& rota, const Calendar& calendar, Instant from, Instant to)
        : rota_(rota), calendar_(calendar), period_{from, to}, posts_(rota_by_id(rota.posts)),
          people_(rota_by_id(rota.people)) {
        for (const auto& shift : rota.shifts) {
            if (!counts(shift))
                continue;
            post_shifts_[shift.post].push_back(&shift);
            if (!shift.person.empty())
                person_shifts_[shift.person].push_back(&shift);
        }
        for (auto& [person, shifts] : person_shifts_)
            std::ranges::sort(shifts, {}, [](const Shift* s) { return std::tie(s->start, s->id); });
        for (const auto& leave : rota.leaves) {
            if (leave.state == RequestState::approved)
                leaves_[leave.person].push_back(&leave);
        }
    }

    std::vector<RotaProblem> run() {
        look_at_calendar();
        for (const auto& post : rota_.posts)
            look_at_post(post);
        for (const auto& [person, shifts] : person_shifts_)
            look_at_rest(person, shifts);
        for (const auto& shift : rota_.shifts) {
            if (counts(shift) && !overlap(span_of(shift), period_).empty())
                look_at_shift(shift);
        }
        std::ranges::sort(found_, {}, [](const RotaProblem& p) {
            return std::tie(p.from, p.kind, p.post, p.person, p.shifts);
        });
        return std::move(found_);
    }

private:
    void add(Kind kind, std::string_view post, std::string_view person,
             std::vector<std::string> shifts, TimeSpan span, std::int64_t missing = 0) {
        found_.push_back({kind, std::string(post), std::string(person), std::move(shifts),
                          span.from, span.to, missing});
    }

    /// The days of the period, as the calendar counts them.
    template <class Look>
    void for_each_day(int earlier, Look look) const {
        for (auto day = calendar_.day(period_.from) - std::chrono::days(earlier);
             calendar_.at(day, 0) < period_.to; day += std::chrono::days(1))
            look(day);
    }

    void look_at_calendar() {
        const bool matters = std::ranges::any_of(
            rota_.posts, [](const Post& p) { return !p.closed && p.days != Days::every; });
        if (!matters)
            return;
        std::optional<TimeSpan> unknown;
        for_each_day(0, [&](Day day) {
            if (calendar_.knows(day))
                return;
            const TimeSpan whole =
                overlap({calendar_.at(day, 0), calendar_.at(day, 1440)}, period_);
            if (!whole.empty())
                unknown = TimeSpan{unknown ? unknown->from : whole.from, whole.to};
        });
        if (unknown)
            add(Kind::unknown_calendar, {}, {}, {}, *unknown);
    }

    /// When the post is manned within the period; adjoining times are one.
    [[nodiscard]] std::vector<TimeSpan> needed(const Post& post) const {
        std::vector<TimeSpan> spans;
        // A post that is manned from the evening on reaches up to two days further.
        for_each_day(2, [&](Day day) {
            if (!among(post.days, calendar_.kind(day)))
                return;
            const auto span =
                overlap({calendar_.at(day, post.from_minute), calendar_.at(day, post.until_minute)},
                        period_);
            if (span.empty())
                return;
            if (!spans.empty() && span.from <= spans.back().to)
                spans.back().to = std::max(spans.back().to, span.to);
            else
                spans.push_back(span);
        });
        return spans;
    }

    void look_at_post(const Post& post) {
        if (post.closed)
            return;
        // The number of people changes at each of these moments.
        std::vector<std::pair<Instant, int>> steps;
        if (const auto mine = post_shifts_.find(post.id); mine != post_shifts_.end()) {
            for (const auto* shift : mine->second) {
                if (shift->person.empty())
                    continue;
                steps.emplace_back(shift->start, 1);
                steps.emplace_back(shift->end, -1);
            }
        }
        std::ranges::sort(steps);
        std::size_t next = 0;
        std::int64_t there = 0;
        for (const auto& span : needed(post)) {
            auto from = span.from;
            std::optional<RotaProblem> gap;
            while (from < span.to) {
                for (; next < steps.size() && steps[next].first <= from; ++next)
                    there += steps[next].second;
                const auto to =
                    next < steps.size() ? std::min(steps[next].first, span.to) : span.to;
                const auto missing = post.people - there;
                if (gap && gap->missing == missing) {
                    gap->to = to;
                } else {
                    if (gap)
                        found_.push_back(std::move(*gap));
                    gap.reset();
                    if (missing > 0)
                        gap = RotaProblem{Kind::gap, post.id, {}, {}, from, to, missing};
                }
                from = to;
            }
            if (gap)
                found_.push_back(std::move(*gap));
        }
    }

    [[nodiscard]] std::chrono::minutes rest_after(const Shift& shift) const {
        const auto* post = find_in(posts_, shift.post);
        return std::chrono::minutes(post ? post->rest_minutes : 0);
    }

    void look_at_rest(std::string_view person, const std::vector<const Shift*>& shifts) {
        const Shift* before = nullptr; // the one that ends last
        for (const auto* shift : shifts) {
            if (before && !overlap(span_of(*shift), period_).empty()) {
                const auto both = overlap(span_of(*before), span_of(*shift));
                const auto rest = std::max(rest_after(*before), rest_after(*shift));
                const std::vector ids = {before->id, shift->id};
                if (!both.empty())
                    add(Kind::double_booking, shift->post, person, ids, both);
                else if (shift->start - before->end < rest)
                    add(Kind::too_little_rest, shift->post, person, ids,
                        {before->end, shift->start});
            }
            if (!before || shift->end > before->end)
                before = shift;
        }
    }

    void look_at_shift(const Shift& shift) {
        const auto* post = find_in(posts_, shift.post);
        if (!post || post->closed)
            add(Kind::unknown_post, shift.post, {}, {shift.id}, span_of(shift));
        if (!shift.person.empty())
            look_at_person(shift, post, shift.person);
        if (shift.backup.empty())
            return;
        if (shift.backup == shift.person) {
            add(Kind::same_backup, shift.post, shift.person, {shift.id}, span_of(shift));
            return;
        }
        look_at_person(shift, post, shift.backup);
        if (const auto own = person_shifts_.find(shift.backup); own != person_shifts_.end()) {
            for (const auto* busy : own->second) {
                const auto both = overlap(span_of(*busy), span_of(shift));
                if (!both.empty())
                    add(Kind::busy_backup, shift.post, shift.backup, {busy->id, shift.id}, both);
            }
        }
    }

    void look_at_person(const Shift& shift, const Post* post, const std::string& id) {
        const auto* person = find_in(people_, id);
        if (!person) {
            add(Kind::unknown_person, shift.post, id, {shift.id}, span_of(shift));
            return;
        }
        if (!person->active)
            add(Kind::inactive_person, shift.post, id, {shift.id}, span_of(shift));
        if (post && !is_qualified(*person, *post))
            add(Kind::missing_qualification, shift.post, id, {shift.id}, span_of(shift));
        if (const auto own = leaves_.find(id); own != leaves_.end()) {
            for (const auto* leave : own->second) {
                const auto both = overlap({leave->start, leave->end}, span_of(shift));
                if (!both.empty())
                    add(Kind::on_leave, shift.post, id, {shift.id}, both);
            }
        }
    }

    const Rota& rota_;
    const Calendar& calendar_;
    TimeSpan period_;
    std::unordered_map<std::string_view, const Post*> posts_;
    std::unordered_map<std::string_view, const Person*> people_;
    std::unordered_map<std::string_view, std::vector<const Shift*>> post_shifts_, person_shifts_;
    std::unordered_map<std::string_view, std::vector<const Leave*>> leaves_;
    std::vector<RotaProblem> found_;
};

} // namespace

std::vector<RotaProblem> problems(const Rota& rota, const Calendar& calendar, Instant from,
                                  Instant to) {
    return RotaSearch(rota, calendar, from, to).run();
}

} // namespace chengyun
