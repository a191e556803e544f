// Checking in on the phone's page, in a real browser.
#include "tests/flows/field_hall.h"

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

/// In the demonstration the unit's account is of somebody who has not come.
class DutyFieldTest : public QObject {
    Q_OBJECT

    FieldHall hall;

    int checkedIn(const QString& shift, const QString& from) {
        int count = 0;
        const auto timeline =
            hall.hub.get(u"/api/v1/timeline?subject="_s + shift, hall.operatorToken).json();
        for (const auto& entry : timeline["items"_L1].toArray())
            if (entry["kind"_L1] == "shift.checked_in"_L1 &&
                entry["body"_L1]["shifts"_L1][0]["checked_in_from"_L1] == from)
                ++count;
        return count;
    }

    /// Where pictures go when somebody wants to look at them.
    void shot(const char* name) {
        const auto dir = qEnvironmentVariable("CHENGYUN_SHOTS");
        if (dir.isEmpty())
            return;
        QFile file(dir + u'/' + QLatin1String(name) + ".png"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(hall.phone.screenshot());
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void who_is_late_checks_in_once() {
        auto& phone = hall.phone;
        QVERIFY(hall.signIn());
        const auto button = u"#duty [data-check-in]"_s;
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(button), 10000);
        const auto shift =
            phone.run(u"return document.querySelector('#duty [data-check-in]').dataset.checkIn"_s)
                .toString();
        shot("duty-1-late");
        // Without a network it is said, and can be tried again.
        phone.setOffline(true);
        QVERIFY(phone.click(button));
        QTRY_COMPARE(phone.text(u"#toast"_s), u"无法连接指挥中心。"_s);
        QCOMPARE(checkedIn(shift, u"field"_s), 0);
        phone.setOffline(false);
        QVERIFY2(phone.click(button), qPrintable(phone.problem()));
        QTRY_COMPARE(checkedIn(shift, u"field"_s), 1);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u"#duty[data-state=on_duty]"_s), 10000);
        QVERIFY(!phone.has(button));
        shot("duty-2-in");
    }

    void what_the_centre_enters_shows_by_itself() {
        auto& phone = hall.phone;
        QTRY_VERIFY(phone.has(u"#duty[data-state=on_duty]"_s));
        const auto own = hall.hub.get(u"/api/v1/duty/own"_s, hall.unitToken).json();
        const auto shift = own["shift"_L1]["id"_L1].toString();
        QCOMPARE(
            hall.hub
                .command("POST", u"/api/v1/duty/shifts/%1/close"_s.arg(shift), hall.unitToken, {})
                .status,
            200);
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u"#duty[data-state=on_duty]"_s), 10000);
    }

    void accounts_without_a_unit_see_their_shift_too() {
        auto& phone = hall.phone;
        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        QVERIFY(phone.type(u"#name"_s, u"operator"_s));
        QVERIFY(phone.type(u"#password"_s, hall.hub.password(u"operator"_s)));
        QVERIFY(phone.click(u"#sign-in"_s));
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u"#duty[data-state=on_duty]"_s), 10000);
        QVERIFY(!phone.has(u"#orders"_s));
    }
};

QTEST_GUILESS_MAIN(DutyFieldTest)
#include "duty_field_test.moc"
