// A district's roster for tests of the window: the chain of command, dispatchers and departments,
// with a month laid out around today.
#pragma once

#include "core/area/hall_policy.h"
#include "core/duty/pattern.h"
#include "core/duty/roster_codec.h"
#include "core/id/uuid.h"
#include "core/wire/answers.h"
#include "tests/support/wuhan.h"

#include <string>
#include <vector>

namespace chengyun::console {

struct RotaSample {
    std::vector<Post> posts;
    std::vector<Person> people;
    Pattern pattern;
    HolidayYear holidays;
    std::vector<Shift> shifts;
};

/// `account`: of the first shift leader, who may plan. The shifts of the month around `now`, with a
/// gap and a person who is late.
inline RotaSample rotaSample(const std::string& account, Instant now) {
    RotaSample sample;
    const auto post = [&](PostKind kind, const char* name, std::int64_t people = 1) {
        Post post;
        post.id = new_id();
        post.kind = kind;
        post.name = name;
        post.people = people;
        post.version = 1;
        post.hands_over = kind == PostKind::shift_leader;
        sample.posts.push_back(post);
    };
    post(PostKind::commander, "指挥长");
    post(PostKind::shift_leader, "值班长");
    post(PostKind::dispatcher, "指令调度员", 2);
    post(PostKind::dispatcher, "视频巡查员");
    const char* names[] = {"高国栋", "周敏", "张伟",   "李娜",   "王强", "陈静",   "刘洋",
                           "赵磊",   "黄丽", "吴军",   "徐慧",   "孙浩", "马超群", "朱琳",
                           "胡斌",   "郭倩", "欧阳明", "何晓东", "罗婷", "梁宇"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        Person person;
        person.id = new_id();
        person.name = names[i];
        person.phones = {"138" + std::to_string(27160000 + i * 137)};
        person.version = 1;
        sample.people.push_back(person);
    }
    sample.people[1].account = account;
    sample.people[1].rights = {DutyRight::plan, DutyRight::approve};
    sample.pattern = {"four_crews",
                      "四班三运转",
                      Days::every,
                      {{"夜班", 0, 480}, {"早班", 480, 480}, {"中班", 960, 480}},
                      {0, 0, 1, 1, 2, 2, -1, -1},
                      2};
    const Calendar calendar({}, sample::wuhan);
    const std::chrono::year_month_day today(calendar.day(now));
    const Day first(today.year() / today.month() / 1);
    const Day last(today.year() / today.month() / std::chrono::last);
    sample.holidays = {text_of(first).substr(0, 4),
                       "",
                       {{"节日",
                         text_of(first + std::chrono::days(9)),
                         text_of(first + std::chrono::days(11)),
                         {}}},
                       {}};
    RotaPlan plan{text_of(first), text_of(last), 0, {}};
    for (std::size_t crew = 0; crew < 4; ++crew) {
        Crew one{"第" + std::to_string(crew + 1) + "组", {}};
        std::size_t person = crew * 5;
        for (const auto& manned : sample.posts)
            for (std::int64_t i = 0; i < manned.people; ++i)
                one.places.push_back({manned.id, sample.people[person++].id, {}});
        plan.crews.push_back(one);
    }
    auto laid = lay_out(plan, sample.pattern, sample.posts, calendar, [] { return new_id(); });
    for (auto& shift : laid->shifts) {
        shift.version = 1;
        if (shift.end <= now) {
            shift.state = ShiftState::closed;
            shift.checked_in = shift.start;
            shift.ended = shift.end;
        } else if (shift.start <= now && shift.post != sample.posts[3].id) {
            shift.state = ShiftState::on_duty;
            shift.checked_in = shift.start;
        }
        // Nobody watches the cameras on a day of the next week, and two have too little rest.
        if (shift.post == sample.posts[3].id && shift.start > now + std::chrono::hours(60) &&
            shift.start < now + std::chrono::hours(76))
            continue;
        sample.shifts.push_back(shift);
    }
    return sample;
}

inline void put(const RotaSample& sample, Snapshot& snapshot) {
    snapshot.values<HallPolicy>() = {{.zone = "Asia/Shanghai"}};
    snapshot.values<Post>() = sample.posts;
    snapshot.values<Person>() = sample.people;
    snapshot.values<Pattern>() = {sample.pattern};
    snapshot.values<HolidayYear>() = {sample.holidays};
    snapshot.values<Shift>() = sample.shifts;
}

} // namespace chengyun::console
