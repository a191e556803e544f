// What the phone does when the hub has no room for a photo, or has none of it any more: the words
// go.
#include "tests/flows/field_hall.h"

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

class FieldRoomTest : public QObject {
    Q_OBJECT

    FieldHall hall{{u"--attachments.quota_mib=1"_s}};
    chengyun::test::WebDriver& phone = hall.phone;
    FieldHall::Issued issued_;

    /// Where pictures go when somebody wants to look at them.
    void shot(const char* name) {
        const auto folder = qEnvironmentVariable("CHENGYUN_SHOTS");
        if (folder.isEmpty())
            return;
        QFile file(folder + u'/' + QLatin1String(name) + ".png"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(phone.screenshot());
    }
    /// Another height is another photo: one that the hub has already needs no room.
    [[nodiscard]] bool report(const QString& text, int height) {
        return QTest::qWaitFor([&] { return phone.has(u"[data-act=report]"_s); }) &&
               phone.click(u"[data-act=report]"_s) && phone.type(u"#text"_s, text) &&
               phone.type(u"#photo"_s, hall.photo(800, height)) &&
               QTest::qWaitFor([&] { return phone.has(u".thumb"_s); }) && phone.click(u"#send"_s) &&
               QTest::qWaitFor([&] { return !phone.has(u".sheet"_s); });
    }
    [[nodiscard]] bool begin() {
        issued_ = hall.issue(u"桥下积水"_s);
        return hall.openOrder(issued_) && phone.click(u"[data-act=acknowledge]"_s) &&
               QTest::qWaitFor([&] { return hall.state(issued_) == "acknowledged"_L1; });
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY2(hall.signIn(), qPrintable(phone.problem()));
    }

    void a_photo_that_the_hub_has_forgotten_is_sent_again() {
        QVERIFY2(begin(), qPrintable(phone.problem()));
        // The photo lay at the hub for longer than it keeps what no report names.
        phone.run(u"window.uploads = 0; const send = XMLHttpRequest.prototype.send;"
                  "XMLHttpRequest.prototype.send = function (body) {"
                  "    window.uploads++; return send.call(this, body); };"
                  "const real = window.fetch; let refusals = 1; window.fetch = (path, how) =>"
                  "    String(path).endsWith('/report') && refusals-- > 0 ?"
                  "    Promise.resolve(new Response(JSON.stringify({type:"
                  "        'urn:chengyun:problem:invalid_field', title: 'invalid_field',"
                  "        status: 422, field: 'attachments[0]'}), {status: 422})) :"
                  "    real(path, how);"_s);
        QVERIFY2(report(u"照片隔了很久"_s, 600), qPrintable(phone.problem()));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(issued_).size(), 1, 20000);
        QCOMPARE(hall.reports(issued_)[0]["attachments"_L1].toArray().size(), 1);
        QCOMPARE(phone.run(u"return window.uploads"_s).toInt(), 2);
        QTRY_VERIFY(!phone.has(u".queued"_s));
    }

    void a_full_room_does_not_silence_the_phone() {
        QVERIFY2(hall.openList(), qPrintable(phone.problem()));
        QVERIFY2(begin(), qPrintable(phone.problem()));
        const auto admin = hall.hub.signIn(u"admin"_s);
        const auto room = hall.hub.get(u"/api/v1/room"_s, admin).json();
        const auto left = room["room"_L1].toInteger() - room["used"_L1].toInteger();
        QCOMPARE(hall.hub
                     .request("POST", u"/api/v1/attachments"_s, hall.operatorToken,
                              QByteArray(left, 'x'),
                              {{"Idempotency-Key", chengyun::test::newKey()},
                               {"Content-Type", "text/plain"}})
                     .status,
                 200);
        QVERIFY2(report(u"水已退去"_s, 450), qPrintable(phone.problem()));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(issued_).size(), 1, 20000);
        QCOMPARE(hall.reports(issued_)[0]["text"_L1].toString(), u"水已退去"_s);
        QCOMPARE(hall.reports(issued_)[0]["attachments"_L1].toArray().size(), 0);
        // It is said, until it has been read.
        QTRY_VERIFY2(phone.text(u".queued"_s).contains(u"指挥中心存放照片的空间已用完"_s),
                     qPrintable(phone.text(u".queued"_s)));
        shot("no-room");
        QVERIFY2(phone.click(u".queued [data-read]"_s), qPrintable(phone.problem()));
        QTRY_VERIFY(!phone.has(u".queued"_s));
    }

    void an_administrator_is_told() {
        phone.open(hall.hub.url(u"/manage"_s));
        QTRY_VERIFY(phone.has(u"#out"_s));
        QVERIFY2(phone.click(u"#out"_s), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        QVERIFY(phone.type(u"#name"_s, u"admin"_s));
        QVERIFY(phone.type(u"#password"_s, hall.hub.password(u"admin"_s)));
        QVERIFY(phone.click(u"#sign-in"_s));
        QTRY_VERIFY(phone.text(u"#room"_s).contains(u"反馈将不带照片"_s));
        shot("room-filling");
    }
};

QTEST_GUILESS_MAIN(FieldRoomTest)
#include "field_room_test.moc"
