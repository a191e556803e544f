// Count-downs are right to the minute, late and soon to the second, and do not look at the clock at
// every second.
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

using namespace Qt::StringLiterals;

class ClockTest : public QObject {
    Q_OBJECT
    static constexpr double start = 1782864000000; // a full minute
    QQmlEngine engine_;
    QObject* clock_ = nullptr;
    std::unique_ptr<QObject> row_;

private Q_SLOTS:
    void init() {
        clock_ = engine_.singletonInstance<QObject*>("Chengyun.Controls", "Clock");
        QVERIFY(clock_);
        clock_->setProperty("driven", true);
        clock_->setProperty("now", start);
        QQmlComponent component(&engine_);
        component.setData(R"(
import QtQuick
import Chengyun.Controls

CountDown {
    readonly property string wanted: due > 0 ? Format.left(due, Clock.now) : ""
    readonly property bool lateWanted: due > 0 && due < Clock.now
    readonly property bool soonWanted: due >= Clock.now && due - Clock.now < soonMs
    property int looks: 0
    onNowChanged: looks += 1
})",
                          QUrl());
        row_.reset(component.create());
        QVERIFY2(row_, qPrintable(component.errorString()));
    }
    void cleanup() { row_.reset(); }

    void says_what_is_left_data() {
        QTest::addColumn<double>("due");
        QTest::addColumn<int>("seconds");
        QTest::newRow("becomes late within a minute") << 41'300. << 200;
        QTest::newRow("on a full minute") << 120'000. << 300;
        QTest::newRow("becomes soon") << 11 * 60'000. + 7 << 900;
        QTest::newRow("has long been late") << -3'601'500. << 200;
        QTest::newRow("hours ahead") << 3 * 3'600'000. + 30'000 << 200;
        QTest::newRow("nothing") << -start << 100;
    }
    void says_what_is_left() {
        QFETCH(double, due);
        QFETCH(int, seconds);
        row_->setProperty("due", start + due);
        row_->setProperty("looks", 0);
        for (int second = 1; second <= seconds; ++second) {
            clock_->setProperty("now", start + second * 1000.);
            QCOMPARE(row_->property("late"), row_->property("lateWanted"));
            QCOMPARE(row_->property("soon"), row_->property("soonWanted"));
            if (second % 60 == 0)
                QCOMPARE(row_->property("text"), row_->property("wanted"));
        }
        // Once a minute, and when it becomes soon and late.
        const auto looks = row_->property("looks").toInt();
        QVERIFY2(looks <= seconds / 60 + 2, QByteArray::number(looks));
    }

    void follows_a_clock_that_is_set_data() {
        QTest::addColumn<double>("to");
        QTest::newRow("forward") << 90 * 60'000.;
        QTest::newRow("back") << -90 * 60'000.;
    }
    void follows_a_clock_that_is_set() {
        QFETCH(double, to);
        row_->setProperty("due", start + 20 * 60'000.);
        clock_->setProperty("now", start + 1000.);
        clock_->setProperty("now", start + to);
        QCOMPARE(row_->property("text"), row_->property("wanted"));
        QCOMPARE(row_->property("late"), row_->property("lateWanted"));
    }

    void another_time_is_said_at_once() {
        row_->setProperty("due", start + 60'000.);
        row_->setProperty("due", start + 45 * 60'000.);
        QCOMPARE(row_->property("text"), row_->property("wanted"));
        row_->setProperty("due", 0.);
        QCOMPARE(row_->property("text").toString(), QString());
    }

    /// What has gone is not called any more.
    void a_row_that_is_gone_is_forgotten() {
        row_->setProperty("due", start + 60'000.);
        row_.reset();
        QTest::failOnWarning();
        clock_->setProperty("now", start + 120'000.);
    }

    void the_minute_changes_once_a_minute() {
        QQmlComponent component(&engine_);
        component.setData(R"(
import QtQml
import Chengyun.Controls

QtObject {
    readonly property real minute: Clock.minute
    property int changes: 0
    onMinuteChanged: changes += 1
})",
                          QUrl());
        const std::unique_ptr<QObject> watch(component.create());
        QVERIFY2(watch, qPrintable(component.errorString()));
        watch->setProperty("changes", 0);
        for (int second = 1; second <= 180; ++second)
            clock_->setProperty("now", start + second * 1000.);
        QCOMPARE(watch->property("changes").toInt(), 3);
        QCOMPARE(watch->property("minute").toDouble(), start + 180'000);
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    ClockTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "clock_test.moc"
