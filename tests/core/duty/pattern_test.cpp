#include "core/duty/pattern.h"
#include "core/id/uuid.h"
#include "tests/core/duty/sample.h"

#include <QFile>
#include <QTest>

#include <map>
#include <set>

using namespace chengyun;
using sample::at;
using sample::id;

namespace {

std::vector<Pattern> known() {
    QFile file(QStringLiteral(CHENGYUN_SOURCE_DIR "/resources/duty/patterns.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto patterns =
        json::read<std::vector<Pattern>>(file.readAll().toStdString(), json::Unknown::refuse);
    return patterns ? *patterns : std::vector<Pattern>();
}

Pattern pattern_of(const char* key) {
    for (const auto& pattern : known())
        if (pattern.key == key)
            return pattern;
    return {};
}

std::function<std::string()> counter() {
    return [n = 0]() mutable { return id(QByteArray::number(n++).constData()); };
}

/// One person a crew, A, B, C …, all at one post.
RotaPlan plan_of(const Pattern& pattern, const char* first, const char* last) {
    RotaPlan plan{first, last, 0, {}};
    for (std::size_t c = 0; c < crews_of(pattern); ++c) {
        const char name[] = {static_cast<char>('A' + c), 0};
        plan.crews.push_back({name, {{id("desk"), id(name), {}}}});
    }
    return plan;
}

/// Who works on each day, in the order of the turns: "CBA".
std::map<QByteArray, QByteArray> by_day(const std::vector<Shift>& shifts) {
    std::map<QByteArray, QByteArray> days;
    for (const auto& shift : shifts)
        days[sample::said(shift.start).left(5)] += sample::name_of(shift.person);
    return days;
}

const std::vector<Post> desk{sample::post("desk")};

} // namespace

class PatternTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void known_patterns_are_good() {
        const auto patterns = known();
        QVERIFY(patterns.size() >= 6);
        std::set<std::string> keys;
        for (const auto& pattern : patterns) {
            QCOMPARE(outcome(check(pattern)), "ok");
            QVERIFY(keys.insert(pattern.key).second);
        }
    }

    /// Every day each turn is worked by one crew, each crew in its turn, and everybody rests for
    /// 12 hours at least.
    void known_patterns_leave_no_gap_and_enough_rest() {
        for (const auto& pattern : known()) {
            auto post = desk.front();
            post.days = pattern.days;
            post.from_minute = pattern.turns.front().start_minute;
            post.until_minute = pattern.turns.back().start_minute + pattern.turns.back().minutes;
            post.rest_minutes = 12 * 60;
            const std::vector posts{post};
            std::vector<Person> people;
            const auto plan = plan_of(pattern, "2026-03-01", "2026-04-30");
            for (const auto& crew : plan.crews)
                people.push_back(sample::person(crew.name.c_str()));
            const auto out = lay_out(plan, pattern, posts, Calendar({}, sample::wuhan), counter());
            QCOMPARE(outcome(out), "ok");
            auto found = problems({posts, people, out->shifts, {}}, Calendar({}, sample::wuhan),
                                  at("2026-03-02 12:00"), at("2026-04-30 00:00"));
            std::erase_if(found, [](const RotaProblem& p) {
                return p.kind == RotaProblemKind::unknown_calendar;
            });
            QVERIFY2(found.empty(), pattern.key.c_str());
        }
    }

    void four_crews_follow_one_another() {
        const auto pattern = pattern_of("four_crews");
        const auto out = lay_out(plan_of(pattern, "2026-02-01", "2026-02-09"), pattern, desk,
                                 Calendar({}, sample::wuhan), counter());
        QCOMPARE(outcome(out), "ok");
        QCOMPARE(out->shifts.size(), 27u);
        const auto days = by_day(out->shifts);
        // Night, early, late. A is on nights first, B is two days behind, and so on.
        QCOMPARE(days.at("02-01"), "ADC");
        QCOMPARE(days.at("02-02"), "ADC");
        QCOMPARE(days.at("02-03"), "BAD");
        QCOMPARE(days.at("02-05"), "CBA");
        QCOMPARE(days.at("02-07"), "DCB");
        QCOMPARE(days.at("02-09"), "ADC");
        QCOMPARE(out->next_position, 1);
        QCOMPARE(sample::said(out->shifts.front().start), "02-01 00:00");
        QCOMPARE(sample::said(out->shifts.front().end), "02-01 08:00");
        QCOMPARE(out->shifts.front().grace_minutes, desk.front().grace_minutes);
    }

    /// Two months laid out one after the other are the same as both at once.
    void a_rota_goes_on() {
        for (const auto& pattern : known()) {
            auto plan = plan_of(pattern, "2026-02-01", "2026-03-31");
            const auto both = lay_out(plan, pattern, desk, Calendar({}, sample::wuhan), counter());
            const auto next = counter();
            plan.last = "2026-02-28";
            auto first = lay_out(plan, pattern, desk, Calendar({}, sample::wuhan), next);
            QVERIFY(both && first);
            plan.first = "2026-03-01";
            plan.last = "2026-03-31";
            plan.position = first->next_position;
            const auto second = lay_out(plan, pattern, desk, Calendar({}, sample::wuhan), next);
            QVERIFY(second);
            first->shifts.insert(first->shifts.end(), second->shifts.begin(), second->shifts.end());
            QVERIFY2(first->shifts == both->shifts, pattern.key.c_str());
            QCOMPARE(second->next_position, both->next_position);
        }
    }

    void other_days_are_skipped_and_the_cycle_waits() {
        HolidayYear year{"2026", "", {{"x", "2026-03-03", "2026-03-03", {}}}, {"2026-03-07"}};
        const std::vector years{year};
        const Calendar calendar(years, sample::wuhan);
        auto pattern = pattern_of("office_hours");
        pattern.cycle = {0, rest_day};
        const auto out = lay_out(plan_of(pattern, "2026-03-02", "2026-03-09"), pattern, desk,
                                 calendar, counter());
        QCOMPARE(outcome(out), "ok");
        // Tuesday is a holiday, Saturday the 7th is made up, Sunday is off.
        const std::map<QByteArray, QByteArray> expected{{"03-02", "A"}, {"03-04", "B"},
                                                        {"03-05", "A"}, {"03-06", "B"},
                                                        {"03-07", "A"}, {"03-09", "B"}};
        QVERIFY(by_day(out->shifts) == expected);
    }

    void places_of_a_crew_work_together() {
        const auto pattern = pattern_of("office_hours");
        RotaPlan plan{"2026-03-02", "2026-03-02", 0, {}};
        plan.crews.push_back(
            {"crew", {{id("desk"), id("zhang"), id("li")}, {id("chief"), {}, {}}}});
        const std::vector posts{sample::post("desk"),
                                sample::post("chief", PostKind::shift_leader)};
        const auto out = lay_out(plan, pattern, posts, Calendar({}, sample::wuhan), counter());
        QCOMPARE(outcome(out), "ok");
        QCOMPARE(out->shifts.size(), 2u);
        QCOMPARE(out->shifts[0].backup, id("li"));
        QCOMPARE(out->shifts[1].post, id("chief"));
        QVERIFY(out->shifts[1].person.empty());
        QVERIFY(out->shifts[0].id != out->shifts[1].id);
    }

    void wrong_plans_name_the_field_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* change, const char* expected) {
            QTest::newRow(change) << QByteArray(change) << QByteArray(expected);
        };
        row("none", "ok");
        row("first", "invalid_field first");
        row("last before first", "invalid_field last");
        row("two years", "invalid_field last");
        row("position", "invalid_field position");
        row("negative position", "invalid_field position");
        row("crew less", "invalid_field crews");
        row("unknown post", "not_found crews[1].places[0].post");
        row("crew of thousands", "invalid_field crews[2].places");
        row("name", "unseen_character crews[0].name");
    }
    void wrong_plans_name_the_field() {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, expected);
        const auto pattern = pattern_of("four_crews");
        auto plan = plan_of(pattern, "2026-02-01", "2026-02-28");
        if (change == "first")
            plan.first = "2026-02-30";
        else if (change == "last before first")
            plan.last = "2026-01-31";
        else if (change == "two years")
            plan.last = "2028-02-01";
        else if (change == "position")
            plan.position = 8;
        else if (change == "negative position")
            plan.position = -1;
        else if (change == "crew less")
            plan.crews.pop_back();
        else if (change == "unknown post")
            plan.crews[1].places[0].post = id("other");
        else if (change == "crew of thousands")
            plan.crews[2].places.resize(101, plan.crews[2].places[0]);
        else if (change == "name")
            plan.crews[0].name = "a\nb";
        QCOMPARE(outcome(lay_out(plan, pattern, desk, Calendar({}, sample::wuhan), counter())),
                 expected);
    }

    void wrong_patterns_name_the_field_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* change, const char* expected) {
            QTest::newRow(change) << QByteArray(change) << QByteArray(expected);
        };
        row("key", "missing_field key");
        row("no turns", "invalid_field turns");
        row("many turns", "invalid_field turns");
        row("start", "invalid_field turns[1].start_minute");
        row("length", "invalid_field turns[2].minutes");
        row("no cycle", "invalid_field cycle");
        row("long cycle", "invalid_field cycle");
        row("no such turn", "invalid_field cycle[3]");
        row("below rest", "invalid_field cycle[3]");
        row("turn never worked", "invalid_field cycle");
        row("stagger", "invalid_field stagger");
        row("no stagger", "invalid_field stagger");
    }
    void wrong_patterns_name_the_field() {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, expected);
        auto pattern = pattern_of("four_crews");
        if (change == "key")
            pattern.key.clear();
        else if (change == "no turns")
            pattern.turns.clear();
        else if (change == "many turns")
            pattern.turns.resize(13, pattern.turns.front());
        else if (change == "start")
            pattern.turns[1].start_minute = 1440;
        else if (change == "length")
            pattern.turns[2].minutes = 14;
        else if (change == "no cycle")
            pattern.cycle.clear();
        else if (change == "long cycle")
            pattern.cycle.resize(367, 0);
        else if (change == "no such turn")
            pattern.cycle[3] = 3;
        else if (change == "below rest")
            pattern.cycle[3] = -2;
        else if (change == "turn never worked")
            pattern.cycle = {0, 0, 1, 1, -1, -1, -1, -1};
        else if (change == "stagger")
            pattern.stagger = 3;
        else if (change == "no stagger")
            pattern.stagger = 0;
        QCOMPARE(outcome(check(pattern)), expected);
    }
};

QTEST_APPLESS_MAIN(PatternTest)
#include "pattern_test.moc"
