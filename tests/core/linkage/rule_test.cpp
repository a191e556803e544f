// Which order a rule puts up, and what one would have shown.
#include "core/linkage/trial.h"
#include "core/order/entry_kinds.h"
#include "tests/core/wall/sample.h"

#include <boost/describe/enum_from_string.hpp>

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

namespace {

LinkageRule rule(std::int64_t priority = 5, std::int64_t minutes = 0, int number = 1) {
    LinkageRule made;
    made.id = "0190a000-0000-7000-8000-00000000b00" + std::to_string(number);
    made.name = "rule " + std::to_string(number);
    made.on = true;
    made.wall = sample_wall().id;
    made.screen = "1";
    made.priority = priority;
    made.minutes = minutes;
    return made;
}

Order order(const std::string& id, Level level = Level::II) {
    Order made;
    made.id = id;
    made.number = 7;
    made.title = id;
    made.kind = "flood";
    made.level = level;
    made.area = "420114001000";
    return made;
}

} // namespace

class RuleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rules_are_checked_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("refused");
        QTest::newRow("good") << QByteArray() << QByteArray();
        QTest::newRow("id") << QByteArray("id") << QByteArray("invalid_field id");
        QTest::newRow("name") << QByteArray("name") << QByteArray("missing_field name");
        QTest::newRow("wall") << QByteArray("wall") << QByteArray("invalid_field wall");
        QTest::newRow("screen") << QByteArray("screen") << QByteArray("invalid_field screen");
        QTest::newRow("area") << QByteArray("area") << QByteArray("invalid_field area");
        QTest::newRow("kinds") << QByteArray("kinds") << QByteArray("invalid_field kinds[1]");
        QTest::newRow("minutes") << QByteArray("minutes") << QByteArray("invalid_field minutes");
        QTest::newRow("priority") << QByteArray("priority") << QByteArray("invalid_field priority");
        QTest::newRow("a person's priority")
            << QByteArray("highest") << QByteArray("invalid_field priority");
    }
    void rules_are_checked() {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, refused);
        auto made = rule();
        if (field == "id" || field == "wall")
            (field == "id" ? made.id : made.wall) = "x";
        else if (field == "name")
            made.name.clear();
        else if (field == "screen")
            made.screen = whole_wall;
        else if (field == "area")
            made.area = "42";
        else if (field == "kinds")
            made.kinds = {"flood", "picnic"};
        else if (field == "minutes")
            made.minutes = 1441;
        else if (field == "priority")
            made.priority = 0;
        else if (field == "highest")
            made.priority = persons_priority;
        QCOMPARE(refusal(check(made)), refused);
    }

    void which_orders_it_wants_data() {
        QTest::addColumn<QByteArray>("with"); // "level=III kind=fire area=… event=overdue wall=…"
        QTest::addColumn<bool>("wants");
        const auto row = [](const char* with, bool wants) {
            QTest::newRow(with) << QByteArray(with) << wants;
        };
        row("", true);
        row("order_level=I", true);
        row("order_level=III", false);
        row("order_level=none", false);
        row("level=none order_level=none", true);
        row("level=IV order_level=III", true);
        row("event=overdue", false);
        row("kind=flood", true);
        row("kind=fire", false);
        row("area=420114001000", true);
        row("area=420114000000", true);
        row("area=420114002000", false);
        row("wall=420114000000", true);
        row("wall=420114002000", false); // its machine would not be shown the order
        row("order_area=none wall=420114000000", false);
        row("order_area=none", true);
    }
    void which_orders_it_wants() {
        QFETCH(QByteArray, with);
        QFETCH(bool, wants);
        auto made = rule();
        auto wall = sample_wall();
        auto about = order("a");
        const auto level = [](const QByteArray& name) {
            Level found = Level::none;
            boost::describe::enum_from_string(name.toStdString().c_str(), found);
            return found;
        };
        auto event = LinkageEvent::issued;
        for (const auto& pair : with.split(' ')) {
            const auto value = pair.split('=').constLast();
            if (pair.startsWith("order_level="))
                about.level = level(value);
            else if (pair.startsWith("level="))
                made.level = level(value);
            else if (pair.startsWith("event="))
                event = LinkageEvent::overdue;
            else if (pair.startsWith("kind="))
                made.kinds = {value.toStdString()};
            else if (pair.startsWith("area="))
                made.area = value.toStdString();
            else if (pair.startsWith("wall="))
                wall.area = value.toStdString();
            else if (pair.startsWith("order_area="))
                about.area.clear();
        }
        QCOMPARE(chengyun::wants(made, wall, event, about), wants);
    }

    void entries_tell_events() {
        QCOMPARE(linkage_event(entry_kind::order_issued), std::optional(LinkageEvent::issued));
        QCOMPARE(linkage_event(entry_kind::timer_circulated),
                 std::optional(LinkageEvent::circulated));
        QCOMPARE(linkage_event(entry_kind::order_closed), std::optional<LinkageEvent>());
        QVERIFY(ends_order(entry_kind::order_closed) && ends_order(entry_kind::order_withdrawn));
        QVERIFY(!ends_order(entry_kind::assignment_withdrawn));
    }

    void a_trial_plays_what_would_have_been() {
        // In minutes: what happened, to which order of which level.
        struct Happened {
            int at;
            const char* order;
            Level level;
            bool over;
        };
        const Happened journal[] = {
            {0, "a", Level::II, false},  {10, "b", Level::II, false}, {15, "c", Level::I, false},
            {20, "a", Level::II, true},  {25, "c", Level::I, true},   {30, "d", Level::IV, false},
            {90, "e", Level::II, false},
        };
        std::vector<TrialEvent> events;
        for (const auto& one : journal)
            events.push_back({now + one.at * minute,
                              one.over ? std::nullopt : std::optional(LinkageEvent::issued),
                              order(one.order, one.level)});
        // Another rule shows orders of level I before all; one that is off does nothing.
        auto graver = rule(8, 0, 2);
        graver.level = Level::I;
        auto off = rule(9, 0, 3);
        off.on = false;
        const auto tried = rule(5, 30);
        const auto items =
            play(tried, sample_wall(), std::vector{graver, off, tried}, events, now + 100 * minute);
        QByteArrayList said;
        for (const auto& item : items)
            said << QByteArray::fromStdString(item.order) + ' ' +
                        QByteArray::number(qlonglong((item.at - now) / minute)) + ' ' +
                        (item.shown ? QByteArray::number(qlonglong((*item.shown - now) / minute))
                                    : QByteArray("-")) +
                        ' ' + QByteArray::number(qlonglong(item.seconds / 60)) + ' ' +
                        QByteArray::fromStdString(item.gave_way_to);
        // a gives way to c, and is over when that is; b comes then, until its half hour ends; c
        // is the other rule's; d is no such order; e still stands.
        QCOMPARE(said, (QByteArrayList{"a 0 0 15 7 c (rule 2)", "b 10 25 15 7 a (rule 1)",
                                       "c 15 - 0 7 c (rule 2)", "e 90 90 10 "}));
    }
};

QTEST_APPLESS_MAIN(RuleTest)
#include "rule_test.moc"
