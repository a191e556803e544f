// What an alarm is called, and which commands about alarms are refused at the edge.
#include "core/alarms/alarms_codec.h"

#include <QTest>

using namespace chengyun;

namespace {

constexpr Instant now = instant_of(1'790'000'000'000);

AlarmItem item(const std::string& occurrence) {
    return {id_of({"order", "o1", "overdue", occurrence}), now, 0};
}

QByteArray refusal(const Result<>& result) {
    return result ? QByteArray()
                  : QByteArray::fromStdString(std::string(json::name_of(result.error().kind)) +
                                              ' ' + result.error().field);
}

} // namespace

class AlarmTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_id_says_what_it_names() {
        const AlarmName name{"order", "0190a000-0000-7000-8000-000000000301", "overdue",
                             "0190a000-0000-7000-8000-000000000401.report.1782864000000"};
        const auto read = alarm_name(id_of(name));
        QVERIFY(read.has_value());
        QVERIFY(*read == name);
    }

    void what_is_no_id_names_nothing_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("three parts") << QByteArray("order/o1/overdue");
        QTest::newRow("five parts") << QByteArray("order/o1/overdue/x/y");
        QTest::newRow("an empty part") << QByteArray("order//overdue/x");
        QTest::newRow("nothing behind the last") << QByteArray("order/o1/overdue/");
        QTest::newRow("a space") << QByteArray("order/o1/over due/x");
        QTest::newRow("no ASCII") << QByteArray("order/o1/逾期/x");
        QTest::newRow("too long") << QByteArray("order/o1/overdue/") + QByteArray(121, 'x');
    }
    void what_is_no_id_names_nothing() {
        QFETCH(QByteArray, id);
        QVERIFY(!alarm_name(id.toStdString()).has_value());
    }

    void a_snooze_holds_until_its_time() {
        AlarmMark mark;
        QVERIFY(holds(mark, now));
        mark.state = AlarmState::snoozed;
        mark.until = now;
        QVERIFY(holds(mark, now - std::chrono::milliseconds(1)));
        QVERIFY(!holds(mark, now));
    }

    void commands_are_checked_data() {
        QTest::addColumn<QByteArray>("refused");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("twice");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("good") << QByteArray() << 200 << false << 15 << QByteArray("on the phone");
        QTest::newRow("none") << QByteArray("missing_field alarms") << 0 << false << 15
                              << QByteArray("x");
        QTest::newRow("too many") << QByteArray("too_many alarms") << 201 << false << 15
                                  << QByteArray("x");
        QTest::newRow("twice") << QByteArray("invalid_field alarms[2].id") << 2 << true << 15
                               << QByteArray("x");
        QTest::newRow("over already")
            << QByteArray("expired until") << 1 << false << 0 << QByteArray("x");
        QTest::newRow("a day") << QByteArray() << 1 << false << 24 * 60 << QByteArray("x");
        QTest::newRow("longer than a day")
            << QByteArray("invalid_field until") << 1 << false << 24 * 60 + 1 << QByteArray("x");
        QTest::newRow("no reason")
            << QByteArray("missing_field reason") << 1 << false << 15 << QByteArray("  ");
    }
    void commands_are_checked() {
        QFETCH(QByteArray, refused);
        QFETCH(int, count);
        QFETCH(bool, twice);
        QFETCH(int, minutes);
        QFETCH(QByteArray, reason);
        SnoozeAlarms command;
        for (int i = 0; i < count; ++i)
            command.alarms.push_back(item(std::to_string(i)));
        if (twice)
            command.alarms.push_back(command.alarms.front());
        command.until = now + std::chrono::minutes(minutes);
        command.reason = reason.toStdString();
        QCOMPARE(refusal(check(command, now)), refused);
        if (refused.isEmpty() || refused.contains("alarms")) {
            QCOMPARE(refusal(check(TakeAlarms{command.alarms})), refused);
            QCOMPARE(refusal(check(GiveBackAlarms{command.alarms})), refused);
        }
    }

    void what_an_item_says_is_checked() {
        auto bad = item("1");
        bad.id = "x";
        QCOMPARE(refusal(check(TakeAlarms{{bad}})), QByteArray("invalid_field alarms[0].id"));
        bad = item("1");
        bad.raised = {};
        QCOMPARE(refusal(check(TakeAlarms{{bad}})), QByteArray("invalid_field alarms[0].raised"));
        bad = item("1");
        bad.version = -1;
        QCOMPARE(refusal(check(TakeAlarms{{bad}})), QByteArray("invalid_field alarms[0].version"));
    }
};

QTEST_GUILESS_MAIN(AlarmTest)
#include "alarm_test.moc"
