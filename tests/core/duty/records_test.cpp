// Posts, people and their rights, the log, the commands that write them, and their journal kinds.
#include "core/duty/roster_codec.h"
#include "core/journal/images.h"
#include "tests/core/duty/sample.h"

#include <QTest>

using namespace chengyun;
using sample::at;
using sample::id;

namespace {

const Instant now = at("2026-02-02 12:00");

/// A copy of `good` with the member at the top level replaced; JSON, so that one table can name
/// any member.
template <class T>
T with(const T& good, const QByteArray& member, const QByteArray& value) {
    auto object = json::encode(good).as_object();
    object[member.toStdString()] = boost::json::parse(value.toStdString());
    const auto read = json::read<T>(boost::json::serialize(object), json::Unknown::refuse);
    return read ? *read : T();
}

Account account(Role role, const char* area = "", const char* unit = "") {
    Account account;
    account.id = id("account");
    account.role = role;
    account.area = area;
    account.unit = *unit ? id(unit) : std::string();
    return account;
}

constexpr const char* district = "420105000000";
constexpr const char* street = "420105001000";

} // namespace

class DutyRecordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_chain() {
        QByteArrayList said;
        for (std::optional<PostKind> kind = PostKind::dispatcher; kind; kind = superior(*kind))
            said << name(*kind);
        QCOMPARE(said.join(" "), "dispatcher shift_leader commander leader");
        QVERIFY(superior(PostKind::liaison) == PostKind::shift_leader);
    }

    void posts_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* member, const char* value, const char* expected) {
            QTest::addRow("%s %s", member, value)
                << QByteArray(member) << QByteArray(value) << QByteArray(expected);
        };
        row("name", R"("值班长")", "ok");
        row("id", R"("desk")", "invalid_field id");
        row("name", R"("")", "missing_field name");
        row("unit", R"("police")", "invalid_field unit");
        row("qualification", R"("a\nb")", "unseen_character qualification");
        row("people", "0", "invalid_field people");
        row("people", "51", "invalid_field people");
        row("from_minute", "1440", "invalid_field from_minute");
        row("until_minute", "0", "invalid_field until_minute");
        row("until_minute", "2881", "invalid_field until_minute");
        row("rest_minutes", "-1", "invalid_field rest_minutes");
        row("grace_minutes", "1441", "invalid_field grace_minutes");
    }
    void posts() {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        QCOMPARE(outcome(check(with(sample::post("desk"), member, value))), expected);
    }

    void people_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* member, const char* value, const char* expected) {
            QTest::addRow("%s %s", member, value)
                << QByteArray(member) << QByteArray(value) << QByteArray(expected);
        };
        row("phones", R"(["027-12345678", "13800000000"])", "ok");
        row("id", R"("zhang")", "invalid_field id");
        row("name", R"(" ")", "missing_field name");
        row("unit", R"("x")", "invalid_field unit");
        row("account", R"("zhang")", "ok"); // a name, until the hub has found its id
        row("account", R"("x\n")", "unseen_character account");
        row("phones", R"(["1", " "])", "missing_field phones[1]");
        row("phones", R"(["1", "2", "1"])", "invalid_field phones[2]");
        row("phones", R"(["1","2","3","4","5","6","7","8","9","10","11"])", "invalid_field phones");
        row("qualifications", R"(["radio", "radio"])", "invalid_field qualifications[1]");
        row("rights", R"(["plan", "approve"])", "ok");
    }
    void people() {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        QCOMPARE(outcome(check(with(sample::person("zhang"), member, value))), expected);
    }

    void rights_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QByteArray>("unit"); ///< of the account, and of the person
        QTest::addColumn<bool>("plans");      ///< the person has the right to plan
        QTest::addColumn<QByteArray>("may");  ///< plan the posts of: centre, police, fire
        const auto row = [](const char* what, Role role, const char* area, const char* unit,
                            bool plans, const char* may) {
            QTest::newRow(what) << int(role) << QByteArray(area) << QByteArray(unit) << plans
                                << QByteArray(may);
        };
        row("commander", Role::commander, "", "", false, "centre police fire");
        row("commander of the district", Role::commander, district, "", false,
            "centre police fire");
        row("commander of a street", Role::commander, street, "", false, "");
        row("commander of a street with the right", Role::commander, street, "police", true,
            "police");
        row("operator", Role::operator_, "", "", false, "");
        row("operator with the right", Role::operator_, "", "", true, "centre police fire");
        row("operator of a unit with the right", Role::operator_, "", "fire", true, "fire");
        row("unit", Role::unit, "", "police", false, "police");
        row("unit of none", Role::unit, "", "", true, "");
        row("admin", Role::admin, "", "", true, "");
        row("auditor", Role::auditor, "", "", true, "");
    }
    void rights() {
        QFETCH(int, role);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, unit);
        QFETCH(bool, plans);
        QFETCH(QByteArray, may);
        auto who = account(static_cast<Role>(role), area.constData(), unit.constData());
        auto self = sample::person("zhang");
        self.account = who.id;
        self.unit = unit.isEmpty() ? std::string() : id(unit.constData());
        if (plans)
            self.rights = {DutyRight::plan};
        const auto said = [&](const Person* person, DutyRight right) {
            QByteArrayList units;
            for (const char* name : {"centre", "police", "fire"}) {
                const auto of = QByteArray(name) == "centre" ? std::string() : id(name);
                if (chengyun::may(who, person, right, of))
                    units << name;
            }
            return units.join(" ");
        };
        QCOMPARE(said(&self, DutyRight::plan), may);
        // The right to plan is not the right to approve.
        if (plans)
            QCOMPARE(said(&self, DutyRight::approve),
                     static_cast<Role>(role) == Role::unit ? may : QByteArray());
        else
            QCOMPARE(said(&self, DutyRight::approve), may);
        const auto without = said(nullptr, DutyRight::plan);
        QCOMPARE(without, plans && static_cast<Role>(role) != Role::unit ? QByteArray() : may);
        self.active = false;
        QCOMPARE(said(&self, DutyRight::plan), without);
        self.active = true;
        self.account = id("another");
        QCOMPARE(said(&self, DutyRight::plan), without);
        who.disabled = true;
        QCOMPARE(said(&self, DutyRight::plan), QByteArray());
    }

    void nobody_gives_himself_more() {
        const auto planner = account(Role::operator_);
        auto self = sample::person("zhang");
        self.account = planner.id;
        self.rights = {DutyRight::plan};
        auto other = sample::person("li");
        QCOMPARE(outcome(may_write(planner, &self, nullptr, other)), "ok");
        QCOMPARE(outcome(may_write(planner, &self, &self, self)), "ok");
        auto more = self;
        more.rights.push_back(DutyRight::approve);
        QCOMPARE(outcome(may_write(planner, &self, &self, more)), "forbidden rights");
        auto another = other;
        another.account = planner.id;
        QCOMPARE(outcome(may_write(planner, &self, &other, another)), "forbidden account");
        self.rights.push_back(DutyRight::approve);
        QCOMPARE(outcome(may_write(planner, &self, &other, another)), "ok");
        QCOMPARE(outcome(may_write(planner, nullptr, &other, other)), "forbidden unit");
        // A department neither takes another's people nor gives its own away.
        const auto police = account(Role::unit, "", "police");
        auto theirs = other;
        theirs.unit = id("police");
        QCOMPARE(outcome(may_write(police, nullptr, &theirs, theirs)), "ok");
        QCOMPARE(outcome(may_write(police, nullptr, &other, theirs)), "forbidden unit");
        QCOMPARE(outcome(may_write(police, nullptr, &theirs, other)), "forbidden unit");
    }

    void planning_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* change, const char* expected) {
            QTest::newRow(change) << QByteArray(change) << QByteArray(expected);
        };
        row("none", "ok");
        row("nothing", "missing_field shifts");
        row("end", "invalid_field shifts[1].end");
        row("person", "invalid_field shifts[0].person");
        row("twice", "invalid_field shifts[1].id");
        row("cancelled id", "invalid_field cancelled[0].id");
        row("cancelled and written", "invalid_field cancelled[0].id");
        row("many", "too_many shifts");
    }
    void planning() {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, expected);
        PlannedShift one{id("1"), id("desk"), id("zhang"), {}, now, now + std::chrono::hours(8), 0};
        auto two = one;
        two.id = id("2");
        PlanShifts plan{{one, two}, {}};
        if (change == "nothing")
            plan.shifts.clear();
        else if (change == "end")
            plan.shifts[1].end = now;
        else if (change == "person")
            plan.shifts[0].person = "zhang";
        else if (change == "twice")
            plan.shifts[1].id = one.id;
        else if (change == "cancelled id")
            plan.cancelled = {{"x", 1}};
        else if (change == "cancelled and written")
            plan.cancelled = {{one.id, 1}};
        else if (change == "many")
            plan.shifts.resize(5'001, one);
        QCOMPARE(outcome(check(plan)), expected);
    }

    void a_planned_shift_is_written() {
        auto post = sample::post("desk");
        post.grace_minutes = 20;
        PlannedShift planned{id("1"), id("desk"), id("zhang"), {}, now, now + std::chrono::hours(8),
                             0};
        const auto made = written(planned, nullptr, post);
        QCOMPARE(outcome(made), "ok");
        QCOMPARE(made->grace_minutes, 20);
        auto before = *made;
        before.version = 7;
        before.stands_in_for = id("li");
        QCOMPARE(outcome(written(planned, &before, post)), "conflict version");
        planned.version = 7;
        QCOMPARE(written(planned, &before, post)->stands_in_for, id("li"));
        planned.person = id("wang");
        QCOMPARE(written(planned, &before, post)->stands_in_for, "");
        before.state = ShiftState::on_duty;
        QCOMPARE(outcome(written(planned, &before, post)), "wrong_state state");
        QCOMPARE(outcome(written(planned, nullptr, post)), "conflict version");
    }

    void the_log_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* member, const QByteArray& value, const char* expected) {
            QTest::addRow("%s %s", member, value.constData())
                << QByteArray(member) << value << QByteArray(expected);
        };
        const auto time = [](std::chrono::minutes later) {
            return QByteArray::number(qint64(ms_of(now + later)));
        };
        row("text", R"("泵已修好\n")", "ok");
        row("id", R"("x")", "invalid_field id");
        row("text", R"("\n ")", "missing_field text");
        row("with", R"("a\tb")", "unseen_character with");
        row("phone", "\"" + QByteArray(51, '1') + "\"", "invalid_field phone");
        row("order", R"("7")", "invalid_field order");
        row("corrects", R"("7")", "invalid_field corrects");
        row("stands", "true", "invalid_field stands");
        row("time", time(std::chrono::minutes(5)), "ok");
        row("time", time(std::chrono::minutes(6)), "invalid_field time");
        row("time", time(-std::chrono::days(7)), "ok");
        row("time", time(-std::chrono::days(7) - std::chrono::minutes(1)), "invalid_field time");
    }
    void the_log() {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        WriteLog command;
        command.id = id("entry");
        command.text = "x";
        QCOMPARE(outcome(check(with(command, member, value), now)), expected);
    }

    void standing_entries() {
        WriteLog command;
        command.id = id("entry");
        command.text = "no pumps without the engineer";
        command.stands = true;
        for (const auto kind : sample::all<LogKind>()) {
            command.kind = kind;
            QCOMPARE(outcome(check(command, now)), may_stand(kind) ? "ok" : "invalid_field stands");
        }
        command.kind = LogKind::instruction;
        const auto entry = entry_of(command, "a1", "Zhang", id("1"), now);
        QVERIFY(entry.stands && entry.time == now && entry.recorded == now);
        QCOMPARE(entry.by_name, "Zhang");
        QCOMPARE(entry.shift, id("1"));
        const auto settled = settle(entry, "a2", now + std::chrono::hours(1));
        QCOMPARE(outcome(settled), "ok");
        QCOMPARE(settled->settled_by, "a2");
        QCOMPARE(outcome(settle(*settled, "a2", now)), "wrong_state stands");
        command.stands.reset();
        QCOMPARE(outcome(settle(entry_of(command, "a1", "", "", now), "a2", now)),
                 "wrong_state stands");
    }

    void changes_and_snapshots_have_them() {
        Images images;
        images.values<Post>() = {sample::post("desk")};
        images.values<Person>() = {sample::person("zhang")};
        Pattern pattern;
        pattern.key = "day";
        images.values<Pattern>() = {pattern};
        images.values<HolidayYear>() = {{"2026", "", {}, {}}};
        images.values<Shift>() = {
            sample::shift("1", "desk", "zhang", "2026-02-02 08:00", "2026-02-02 16:00")};
        ShiftExchange exchange;
        exchange.id = id("x");
        images.values<ShiftExchange>() = {exchange};
        images.values<Leave>() = {sample::leave("zhang", "2026-02-02 08:00", "2026-02-03 08:00")};
        Handover sheet;
        sheet.id = id("sheet");
        images.values<Handover>() = {sheet};
        LogEntry entry;
        entry.id = id("entry");
        images.values<LogEntry>() = {entry};
        QByteArrayList names;
        images.each([&](std::string_view name, ImageList& list) {
            names << QByteArray(name.data(), qsizetype(name.size()));
            // The newer value of the same key replaces the older one.
            const auto newer = list.clone();
            list.fold()->replace(*newer);
            QVERIFY(list.equals(*newer));
        });
        QCOMPARE(names.join(" "), "duty_log duty_patterns duty_people duty_posts handovers "
                                  "holiday_years leaves shift_exchanges shifts");
        boost::json::object object;
        images.encode_members(object);
        QCOMPARE(object.size(), 9u);
        Images read;
        for (const auto& [name, value] : object)
            QVERIFY(read.decode_member(name, value, {}, json::Unknown::refuse));
        QVERIFY(read == images);
    }

    void requests_are_made_from_commands() {
        const AskExchange ask{id("x"), id("1"), id("li"), id("2"), "a wedding"};
        const auto exchange = request_of(ask, id("zhang"), now);
        QCOMPARE(outcome(check(exchange)), "ok");
        QCOMPARE(exchange.person, id("zhang"));
        QCOMPARE(exchange.in_return, id("2"));
        QVERIFY(exchange.asked == now && exchange.state == RequestState::asked);
        const auto leave = request_of(AskLeave{id("y"), now, now + std::chrono::hours(1), "ill"},
                                      id("zhang"), now);
        QCOMPARE(outcome(check(leave)), "ok");
        QCOMPARE(outcome(check(StandIn{"x"})), "invalid_field person");
        QCOMPARE(outcome(check(StandIn{id("li")})), "ok");
    }
};

QTEST_APPLESS_MAIN(DutyRecordsTest)
#include "records_test.moc"
