// One desk for the hall: who has taken which alarm, what is put off, and what comes back.
#include "core/alarms/alarms_codec.h"
#include "core/order/alarms.h"
#include "core/order/order_codec.h"
#include "hub/alarms/alarms_capability.h"
#include "hub/journal/journal.h"
#include "hub/journal/journal_kinds.h"
#include "hub/ops/verify.h"
#include "tests/hub/ops/data_folder.h"

#include <QTest>

#include <algorithm>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::says;

namespace {

struct AlarmHall : Hall {
    AlarmService& alarms = capabilities.get<AlarmsCapability>().service();
    Account li = commander; ///< a colleague of the commander's

    AlarmHall() {
        li.id = "00000000-0000-4000-8000-0000000000aa";
        li.name = li.display_name = "li";
    }
    /// An order of the eastern street's area, or of another, to it; its alarm that the signature is
    /// missing.
    AlarmItem late(const std::string& area = east) { return all_late(1, area).front(); }
    /// The same of so many orders.
    std::vector<AlarmItem> all_late(std::size_t count, const std::string& area = east) {
        std::vector<Assignment> assignments;
        while (assignments.size() < count) {
            auto order = command({east_unit});
            order.area = area;
            assignments.push_back(
                must(issue(commander, order)).change.values<Assignment>().front());
        }
        later(11);
        fire();
        std::vector<AlarmItem> items;
        for (const auto& one : assignments)
            items.push_back(missed(one));
        return items;
    }
    [[nodiscard]] AlarmItem missed(const Assignment& assignment) const {
        return item(assignment.order, std::string(order_alarm::overdue),
                    assignment.id + ".acknowledge." +
                        std::to_string(ms_of(assignment.acknowledge_due)));
    }
    [[nodiscard]] AlarmItem item(const std::string& order, const std::string& kind,
                                 const std::string& occurrence) const {
        return {id_of({"order", order, kind, occurrence}), clock(), 0};
    }
    void fire() {
        for (std::size_t fired = 1; fired > 0;)
            must(writer->run([&](Transaction& tx) -> Result<Answer> {
                fired = must(deadlines.fire_due(tx, 1000));
                return Answer{};
            }));
    }
    Result<Done> take(const Account& by, const std::vector<AlarmItem>& items) {
        return run([&](Transaction& tx) { return alarms.take(tx, by, {items}); });
    }
    Result<Done> snooze(const Account& by, const std::vector<AlarmItem>& items, int minutes) {
        const auto until = clock() + std::chrono::minutes(minutes);
        return run(
            [&](Transaction& tx) { return alarms.snooze(tx, by, {items, until, "on the phone"}); });
    }
    Result<Done> give_back(const Account& by, const std::vector<AlarmItem>& items) {
        return run([&](Transaction& tx) { return alarms.give_back(tx, by, {items}); });
    }
    [[nodiscard]] std::vector<AlarmMark> seen_by(const Account& account) {
        return must(json::read<Snapshot>(must(snapshots.make(*reader, account, clock()))))
            .values<AlarmMark>();
    }
    /// "alarm.taken" …, with who did it and why.
    [[nodiscard]] QStringList told() {
        QStringList out;
        for (const auto& stored : must(read_journal(*reader, writer->kinds(), 0, 1'000'000))) {
            const auto entry = must(json::read<Entry>(stored->json));
            if (!entry.kind.starts_with("alarm."))
                continue;
            const auto why = entry.body.note.find("why");
            out << QString::fromStdString(
                entry.kind + ' ' + entry.actor_name +
                (why == entry.body.note.end() ? std::string() : ' ' + why->second));
        }
        return out;
    }
};

AlarmItem after(AlarmItem item, const Done& done) {
    for (const auto& mark : done.change.values<AlarmMark>())
        if (mark.id == item.id)
            item.version = mark.version;
    return item;
}

} // namespace

class AlarmsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<AlarmHall> hall_;

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<AlarmHall>();
        hall_->add_areas();
    }

    void who_took_it_is_told_to_all() {
        const auto item = hall_->late();
        QVERIFY(hall_->seen_by(hall_->li).empty());
        const auto done = must(hall_->take(hall_->commander, {item}));
        QCOMPARE(int(done.change.values<AlarmMark>().size()), 1);
        const auto marks = hall_->seen_by(hall_->li);
        QCOMPARE(int(marks.size()), 1);
        const auto& mark = marks.front();
        QVERIFY(mark == done.change.values<AlarmMark>().front());
        QCOMPARE(mark.id, item.id);
        QVERIFY(mark.state == AlarmState::taken);
        QCOMPARE(mark.by, hall_->commander.id);
        QVERIFY(mark.at == hall_->clock());
        QVERIFY(mark.raised == item.raised);
        QCOMPARE(mark.version, done.seq);
        QCOMPARE(hall_->told(), QStringList{QStringLiteral("alarm.taken commander")});
        // It stands in the order's own timeline.
        const auto timeline = must(hall_->orders.timeline(*hall_->reader, hall_->writer->kinds(),
                                                          hall_->li, alarm_name(item.id)->subject));
        QVERIFY(timeline.find("alarm.taken") != std::string::npos);
    }

    void the_first_wins_and_the_second_is_told_who_has_it() {
        const auto item = hall_->late();
        const auto first = must(hall_->take(hall_->commander, {item}));
        hall_->later(1);
        const auto second = must(hall_->take(hall_->li, {item}));
        QVERIFY(second.change.values<AlarmMark>() == first.change.values<AlarmMark>());
        QCOMPARE(second.seq, first.seq); // nothing was journalled
        // What the second had in mind is as little undone by a snooze or by giving it back.
        QVERIFY(must(hall_->snooze(hall_->li, {item}, 15)).change == second.change);
        QVERIFY(must(hall_->give_back(hall_->li, {item})).change == second.change);
        QCOMPARE(int(hall_->told().size()), 1);
    }

    void of_several_those_that_are_free_are_taken() {
        const auto one = hall_->late(), two = hall_->late();
        must(hall_->take(hall_->commander, {one}));
        const auto done = must(hall_->take(hall_->li, {one, two}));
        const auto& marks = done.change.values<AlarmMark>();
        QCOMPARE(int(marks.size()), 2);
        QCOMPARE(marks[0].by, hall_->commander.id);
        QCOMPARE(marks[1].by, hall_->li.id);
    }

    void given_back_it_is_open_again() {
        const auto item = hall_->late();
        const auto taken = must(hall_->take(hall_->commander, {item}));
        must(hall_->give_back(hall_->li, {after(item, taken)}));
        QVERIFY(hall_->seen_by(hall_->commander).empty());
        must(hall_->give_back(hall_->li, {item})); // it is open: nothing to do
        must(hall_->take(hall_->li, {item}));
        QCOMPARE(hall_->told(), (QStringList{QStringLiteral("alarm.taken commander"),
                                             QStringLiteral("alarm.released li given_back"),
                                             QStringLiteral("alarm.taken li")}));
    }

    /// A command about a mark that is over when it comes: nobody was first.
    void what_has_come_back_is_open_to_all_data() {
        QTest::addColumn<QByteArray>("gone");
        QTest::addColumn<bool>("seen"); // by the sender, before it went
        for (const auto* gone : {"its time is over", "and the hub is late", "given back"})
            for (const bool seen : {true, false})
                QTest::addRow("%s, %s", gone, seen ? "seen" : "unseen") << QByteArray(gone) << seen;
    }
    void what_has_come_back_is_open_to_all() {
        QFETCH(QByteArray, gone);
        QFETCH(bool, seen);
        const auto item = hall_->late();
        const auto sent = [&] {
            const auto done = must(hall_->snooze(hall_->commander, {item}, 15));
            const auto left = after(item, done);
            if (gone == "given back")
                must(hall_->give_back(hall_->commander, {left}));
            else
                hall_->later(15);
            if (gone == "its time is over")
                hall_->fire();
            return seen ? left : item;
        };
        const auto state = [&] { return hall_->seen_by(hall_->commander).front().state; };
        must(hall_->take(hall_->li, {sent()}));
        QCOMPARE(int(hall_->seen_by(hall_->commander).size()), 1);
        QCOMPARE(hall_->seen_by(hall_->commander).front().by, hall_->li.id);
        QVERIFY(state() == AlarmState::taken);
        const auto taken = hall_->seen_by(hall_->li).front();
        auto mine = item;
        mine.version = taken.version;
        must(hall_->give_back(hall_->li, {mine}));
        must(hall_->snooze(hall_->li, {sent()}, 15));
        QCOMPARE(hall_->seen_by(hall_->commander).front().by, hall_->li.id);
        QVERIFY(state() == AlarmState::snoozed);
    }

    /// Each entry has its own note of the same keys; the answer is one.
    void several_are_given_back_at_once() {
        const auto items = hall_->all_late(3);
        const auto done = must(hall_->take(hall_->commander, items));
        std::vector<AlarmItem> taken;
        for (const auto& item : items)
            taken.push_back(after(item, done));
        must(hall_->give_back(hall_->commander, taken));
        QVERIFY(hall_->seen_by(hall_->commander).empty());
    }

    /// Nothing is to be done about an alarm that is open already, whatever its sender saw.
    void what_is_open_is_not_given_back_twice() {
        const auto item = hall_->late();
        const auto seen = after(item, must(hall_->take(hall_->commander, {item})));
        must(hall_->give_back(hall_->commander, {seen}));
        const auto told = hall_->told();
        const auto again = must(hall_->give_back(hall_->li, {seen}));
        QVERIFY(again.change.values<AlarmMark>().empty());
        QCOMPARE(hall_->told(), told);
    }

    void one_who_goes_home_is_relieved() {
        const auto item = hall_->late();
        const auto taken = must(hall_->take(hall_->commander, {item}));
        must(hall_->take(hall_->li, {after(item, taken)}));
        QCOMPARE(hall_->seen_by(hall_->li).front().by, hall_->li.id);
    }

    /// By itself, also when the hub was down at that time.
    void a_snooze_comes_back_data() {
        QTest::addColumn<bool>("restart");
        QTest::newRow("the hub runs") << false;
        QTest::newRow("the hub was down") << true;
    }
    void a_snooze_comes_back() {
        QFETCH(bool, restart);
        const auto item = hall_->late();
        const auto done = must(hall_->snooze(hall_->commander, {item}, 15));
        const auto& mark = done.change.values<AlarmMark>().front();
        QVERIFY(mark.state == AlarmState::snoozed);
        QCOMPARE(mark.reason, std::string("on the phone"));
        QVERIFY(mark.until == hall_->clock() + std::chrono::minutes(15));
        hall_->later(14);
        hall_->fire();
        QCOMPARE(int(hall_->seen_by(hall_->li).size()), 1);
        if (restart)
            hall_->close();
        hall_->later(1);
        if (restart)
            hall_->open();
        hall_->fire();
        QVERIFY(hall_->seen_by(hall_->li).empty());
        QCOMPARE(hall_->told(), (QStringList{QStringLiteral("alarm.snoozed commander"),
                                             QStringLiteral("alarm.released timer time")}));
        hall_->fire(); // once
        QCOMPARE(int(hall_->told().size()), 2);
    }

    /// Snoozed again, or taken before it is over: the first time means nothing any more.
    void only_the_last_time_counts() {
        const auto item = hall_->late();
        const auto first = must(hall_->snooze(hall_->commander, {item}, 15));
        const auto second = must(hall_->snooze(hall_->commander, {after(item, first)}, 60));
        hall_->later(20);
        hall_->fire();
        QCOMPARE(int(hall_->seen_by(hall_->li).size()), 1);
        must(hall_->take(hall_->li, {after(item, second)}));
        hall_->later(60);
        hall_->fire();
        QVERIFY(hall_->seen_by(hall_->li).front().state == AlarmState::taken);
    }

    void a_mark_stays_a_day_and_as_long_as_its_alarm_stands() {
        const auto standing = hall_->late(), over = hall_->late();
        must(hall_->take(hall_->commander, {standing, over}));
        hall_->later(10);
        const auto order = alarm_name(over.id)->subject;
        const auto assignment = std::string(named_in(alarm_name(over.id)->occurrence));
        must(hall_->act(hall_->east_phone, assignment, Act::acknowledge)); // over.id settles itself
        hall_->later(23 * 60);
        hall_->fire();
        QCOMPARE(int(hall_->seen_by(hall_->li).size()), 2);
        for (int day = 0; day < 3; ++day) {
            hall_->later(24 * 60);
            hall_->fire();
            const auto marks = hall_->seen_by(hall_->li);
            QCOMPARE(int(marks.size()), 1);
            QCOMPARE(marks.front().id, standing.id);
        }
        QVERIFY(hall_->told().contains(QStringLiteral("alarm.released timer settled")));
    }

    void who_may_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("area"); // of the order; it is addressed to the eastern street
        QTest::addColumn<QByteArray>("refused");
        const QByteArray east(Hall::east), west(Hall::west), district("420114000000");
        QTest::newRow("the centre") << QByteArray("commander") << east << QByteArray();
        // It is in charge of an order of its own area, as the centre is.
        QTest::newRow("the street") << QByteArray("east") << east << QByteArray();
        QTest::newRow("the street, of an order of the district")
            << QByteArray("east") << district << QByteArray("forbidden");
        QTest::newRow("the street, of another's order")
            << QByteArray("east") << west << QByteArray("forbidden");
        QTest::newRow("another street, of its own order that is sent elsewhere")
            << QByteArray("west") << west << QByteArray();
        QTest::newRow("another street") << QByteArray("west") << east << QByteArray("not_found");
        QTest::newRow("a phone") << QByteArray("phone") << east << QByteArray("forbidden");
        QTest::newRow("an auditor") << QByteArray("auditor") << east << QByteArray("forbidden");
    }
    void who_may() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, refused);
        const auto item = hall_->late(area.toStdString());
        const auto& account = who == "commander" ? hall_->commander
                              : who == "east"    ? hall_->east_operator
                              : who == "west"    ? hall_->west_operator
                              : who == "phone"   ? hall_->east_phone
                                                 : hall_->auditor;
        const auto outcome = [](const Result<Done>& done) {
            return done ? QByteArray()
                        : QByteArray::fromStdString(std::string(json::name_of(done.error().kind)));
        };
        QCOMPARE(outcome(hall_->snooze(account, {item}, 15)), refused);
        QCOMPARE(hall_->seen_by(hall_->li).empty(), !refused.isEmpty());
        if (refused.isEmpty())
            return;
        const auto taken = after(item, must(hall_->take(hall_->commander, {item})));
        QCOMPARE(outcome(hall_->give_back(account, {taken})), refused);
        // Who sees the order sees who has its alarm, but for phones.
        QCOMPARE(hall_->seen_by(account).empty(), refused == "not_found" || who == "phone");
    }

    /// What one has issued one commands, wherever it is.
    void the_issuer_may() {
        auto order = hall_->command({hall_->east_unit});
        order.area = "420114000000";
        const auto district = Hall::account(chengyun::Role::operator_, "420114000000");
        const auto done = must(hall_->issue(district, order));
        auto moved = district; // its scope is the street's by now
        moved.area = Hall::east;
        must(hall_->take(moved, {hall_->item(order.id, "new_order", order.id)}));
    }

    /// Of a group that names one thing that is not seen nothing is taken.
    void all_or_nothing() {
        auto item = hall_->late();
        auto strange = hall_->item("0190a000-0000-7000-8000-000000000999", "overdue", "x");
        const auto refused = hall_->take(hall_->commander, {item, strange});
        QVERIFY(refused.has_error());
        QCOMPARE(refused.error().field, std::string("alarms[1].id"));
        strange.id = id_of({"spaceship", "1", "overdue", "x"});
        QVERIFY(hall_->take(hall_->commander, {item, strange}).has_error());
        QVERIFY(hall_->seen_by(hall_->commander).empty());
    }

    void two_hundred_at_once() {
        const auto order = alarm_name(hall_->late().id)->subject;
        std::vector<AlarmItem> items;
        for (std::size_t i = 0; i < most_alarms_at_once; ++i)
            items.push_back(hall_->item(order, "overdue", std::to_string(i)));
        const auto done = must(hall_->take(hall_->commander, items));
        QCOMPARE(done.change.values<AlarmMark>().size(), most_alarms_at_once);
        QCOMPARE(hall_->seen_by(hall_->li).size(), most_alarms_at_once);
        QVERIFY(hall_->chain_intact());
    }

    /// Of what does not stand an account marks so many and no more; of what stands, all there is.
    void marks_of_nothing_are_bounded() {
        const auto order = alarm_name(hall_->late().id)->subject;
        std::size_t next = 0;
        const auto invented = [&](std::size_t count) {
            std::vector<AlarmItem> items;
            while (items.size() < count)
                items.push_back(hall_->item(order, "overdue", std::to_string(next++)));
            return items;
        };
        const auto refused = [](const Result<Done>& done) {
            return done.has_error() && done.error().kind == FailureKind::wrong_state &&
                   done.error().field == "alarms";
        };
        while (next < most_idle_marks)
            must(hall_->take(hall_->commander, invented(most_alarms_at_once)));
        const auto before = hall_->told().size();
        QVERIFY(refused(hall_->take(hall_->commander, invented(1))));
        QVERIFY(refused(hall_->snooze(hall_->commander, invented(1), 15)));
        QCOMPARE(hall_->told().size(), before);
        // The same again is not one more, and others have bounds of their own.
        const auto mark = hall_->seen_by(hall_->commander).front();
        must(hall_->take(hall_->commander, {AlarmItem{mark.id, mark.raised, mark.version}}));
        must(hall_->take(hall_->li, invented(1)));

        auto standing = hall_->all_late(500);
        for (auto at = standing.begin(); at != standing.end();) {
            const auto end =
                at + std::min<std::ptrdiff_t>(most_alarms_at_once, standing.end() - at);
            must(hall_->take(hall_->commander, std::vector<AlarmItem>(at, end)));
            at = end;
        }
        QCOMPARE(hall_->seen_by(hall_->commander).size(), most_idle_marks + 1 + standing.size());
        QVERIFY(refused(hall_->take(hall_->commander, invented(1))));

        hall_->later(24 * 60);
        hall_->fire();
        must(hall_->take(hall_->commander, invented(most_alarms_at_once)));
    }

    void verify_names_what_was_edited_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* sql, const char* table, const char* what) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(table) << QByteArray(what);
        };
        row("", "", "");
        row("UPDATE alarm_mark SET json = replace(json, 'commander', 'li')", "alarm_mark",
            "in by_name");
        row("UPDATE alarm_mark SET json = '{'", "alarm_mark", "cannot be read");
        row("DELETE FROM alarm_mark", "alarm_mark", "is missing");
        row("INSERT INTO alarm_mark SELECT id || 'x', json FROM alarm_mark", "alarm_mark",
            "says nothing of it");
        row("DELETE FROM deadline WHERE kind = 20", "deadline", "is missing");
        row("INSERT INTO deadline (subject, kind, due, level, fire_at) VALUES ('x', 20, 1, 0, 1)",
            "deadline", "of an alarm that is open");
    }
    void verify_names_what_was_edited() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, what);
        DataFolderOf<AlarmHall> data;
        data.hall.add_areas();
        const auto one = data.hall.late(), two = data.hall.late();
        const auto done = must(data.hall.take(data.hall.commander, {one, two}));
        must(data.hall.give_back(data.hall.commander, {after(one, done)}));
        data.hall.close();
        if (!sql.isEmpty())
            data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QCOMPARE(report.good(), sql.isEmpty());
        QVERIFY2(sql.isEmpty() || says(report, table.toStdString(), what.toStdString()),
                 text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(AlarmsTest)
#include "alarms_test.moc"
