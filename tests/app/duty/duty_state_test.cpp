// Who leads the hall, as a seat shows it and says it.
#include "app/duty/duty_state.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/outbox.h"
#include "core/duty/duty_codec.h"
#include "core/wire/wire_codec.h"
#include "tests/app/link/hall.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using console::DutyState;

namespace {

struct Desk {
    QTemporaryDir folder;
    console::HubClock clock{[] { return instant_of(hallNow); }};
    console::HubLink link; // nobody is there: what is said stays in the outbox
    console::Source source;
    console::Outbox outbox{link, clock, folder.filePath(QStringLiteral("outbox.sqlite"))};
    DutyState duty{source, outbox, clock};

    Desk() { link.become(QUrl(QStringLiteral("http://127.0.0.1:9")), QStringLiteral("wang")); }

    void load(std::optional<Duty> duty) {
        auto snapshot = hall();
        snapshot.values<Duty>().clear();
        if (duty)
            snapshot.values<Duty>().push_back(*duty);
        Q_EMIT source.loaded(shared(std::move(snapshot)));
    }
    [[nodiscard]] QByteArray sent() const {
        return outbox.rowCount() == 0
                   ? QByteArray()
                   : outbox.bodyOf(
                         outbox.data(outbox.index(0), console::Outbox::KeyRole).toString());
    }
};

Duty inEmergency() {
    Duty duty;
    duty.mode = Mode::emergency;
    duty.mode_since = instant_of(hallNow - 5 * test::minute);
    duty.mode_reason = "暴雨红色预警";
    duty.commander = "高国栋";
    duty.shift_leader = "周敏";
    duty.version = 7;
    return duty;
}

} // namespace

class DutyStateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatTheHubSays() {
        Desk desk;
        QVERIFY(!desk.duty.isKnown());
        desk.load(std::nullopt);
        QVERIFY(!desk.duty.isKnown());
        desk.load(Duty{});
        QVERIFY(desk.duty.isKnown());
        QVERIFY(!desk.duty.isEmergency());

        Change body;
        body.values<Duty>() = {inEmergency()};
        Q_EMIT desk.source.arrived(shared({entry(8, "mode.switched", "duty", body)}));
        QVERIFY(desk.duty.isEmergency());
        QCOMPARE(desk.duty.commander(), QStringLiteral("高国栋"));
        QCOMPARE(desk.duty.shiftLeader(), QStringLiteral("周敏"));
        QCOMPARE(desk.duty.modeSince(), hallNow - 5 * test::minute);
        QCOMPARE(desk.duty.modeReason(), QStringLiteral("暴雨红色预警"));

        // Entries about other things leave it alone.
        QSignalSpy changed(&desk.duty, &DutyState::changed);
        Q_EMIT desk.source.arrived(shared({entry(9, "order.issued", "order", {})}));
        QCOMPARE(changed.count(), 0);
    }

    void saysWhatIsWanted() {
        Desk desk;
        desk.load(inEmergency());
        QVERIFY(desk.duty.set(false, QStringLiteral(" 高国栋 "), QStringLiteral("陈立新"),
                              QStringLiteral("预警解除"), 7));
        QVERIFY(desk.duty.isKeeping());
        QTRY_VERIFY(desk.duty.isPending());
        QVERIFY(!desk.duty.isKeeping());
        QVERIFY(desk.duty.isEmergency()); // until the hub has said so
        const auto sent = json::read<SetDuty>(desk.sent().toStdString());
        QVERIFY(sent.has_value());
        SetDuty expected;
        expected.commander = "高国栋";
        expected.shift_leader = "陈立新";
        expected.reason = "预警解除";
        expected.version = 7;
        QVERIFY(*sent == expected);
    }

    void nothingToChangeIsNotSent() {
        Desk desk;
        desk.load(inEmergency());
        QVERIFY(desk.duty.set(true, QStringLiteral("高国栋"), QStringLiteral("周敏"), {}, 7));
        QVERIFY(!desk.duty.isKeeping());
        QCOMPARE(desk.outbox.rowCount(), 0);
        QVERIFY(!desk.duty.isPending());
    }

    void refusesAtOnce_data() {
        QTest::addColumn<QString>("commander");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<qint64>("version");
        QTest::addColumn<QString>("field");
        QTest::newRow("changed since") << QStringLiteral("高国栋") << QStringLiteral("x")
                                       << qint64{6} << QStringLiteral("version");
        QTest::newRow("no reason")
            << QStringLiteral("高国栋") << QString() << qint64{7} << QStringLiteral("reason");
        QTest::newRow("endless name") << QString(201, u'高') << QStringLiteral("x") << qint64{7}
                                      << QStringLiteral("commander");
    }
    void refusesAtOnce() {
        QFETCH(QString, commander);
        QFETCH(QString, reason);
        QFETCH(qint64, version);
        Desk desk;
        desk.load(inEmergency());
        QVERIFY(!desk.duty.set(false, commander, QStringLiteral("周敏"), reason, version));
        QTEST(desk.duty.failureField(), "field");
        QVERIFY(!desk.duty.failureText().isEmpty());
        QCOMPARE(desk.outbox.rowCount(), 0);
        QVERIFY(desk.duty.set(false, QStringLiteral("高国栋"), QStringLiteral("周敏"),
                              QStringLiteral("预警解除"), 7));
        QVERIFY(desk.duty.failureText().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DutyStateTest)
#include "duty_state_test.moc"
