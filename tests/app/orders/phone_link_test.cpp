// A one-time address for a team's phone, as the console asks for it.
#include "app/link/hub_link.h"
#include "app/orders/phone_link.h"
#include "tests/app/link/fake_hub.h"

#include <QTest>

using namespace chengyun::test;
using chengyun::console::HubLink;
using chengyun::console::PhoneLink;
using namespace Qt::StringLiterals;

namespace {

QByteArray http(const QByteArray& status, const QByteArray& type, const QByteArray& body) {
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

class PhoneLinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatItSays_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("address");
        QTest::addColumn<double>("expires");
        QTest::newRow("made")
            << http("200 OK", "application/json",
                    "{\"url\":\"https://hall.example/link#s3cret\",\"expires\":7000}")
            << u"https://hall.example/link#s3cret"_s << 7000.0;
        QTest::newRow("refused") << http("404 Not Found", "application/problem+json",
                                         "{\"type\":\"urn:chengyun:problem:not_found\",\"title\":"
                                         "\"Not found\",\"status\":404}")
                                 << QString() << 0.0;
        QTest::newRow("the network's sign-in page")
            << http("200 OK", "text/html", "<html>Welcome to our network</html>") << QString()
            << 0.0;
        QTest::newRow("no address") << http("200 OK", "application/json",
                                            "{\"url\":\"https://hall.example/\",\"expires\":1}")
                                    << QString() << 0.0;
    }
    void whatItSays() {
        QFETCH(QByteArray, answer);
        QFETCH(QString, address);
        QFETCH(double, expires);
        FakeHub hub;
        hub.up();
        hub.insteadOfTheHub = answer;
        HubLink link;
        link.become(hub.url(), u"wang"_s, hub.token);
        PhoneLink phone(link);
        phone.make(u"team 7/α"_s, u"临江街道处置队"_s);
        QVERIFY(phone.isBusy());
        QCOMPARE(phone.name(), u"临江街道处置队"_s);
        QTRY_VERIFY(!phone.isBusy());
        QCOMPARE(phone.address(), address);
        QCOMPARE(phone.expires(), expires);
        QCOMPARE(phone.problem().isEmpty(), !address.isEmpty());
    }

    void nobodyIsThere() {
        HubLink link;
        link.become(QUrl(u"http://127.0.0.1:9"_s));
        PhoneLink phone(link);
        phone.make(u"team"_s, u"队"_s);
        QTRY_VERIFY(!phone.isBusy());
        QVERIFY(phone.address().isEmpty());
        QVERIFY(!phone.problem().isEmpty());
    }

    void anAnswerThatIsNoLongerWantedIsNotShown() {
        FakeHub hub;
        hub.up();
        hub.insteadOfTheHub =
            http("200 OK", "application/json",
                 "{\"url\":\"https://hall.example/link#s3cret\",\"expires\":7000}");
        HubLink link;
        link.become(hub.url(), u"wang"_s, hub.token);
        PhoneLink phone(link);
        phone.make(u"team"_s, u"队"_s);
        link.become(hub.url(), u"somebody else"_s, hub.token);
        QVERIFY(!phone.isBusy());
        PhoneLink other(link); // one that waits for its answer: by then the first has come too
        other.make(u"team"_s, u"队"_s);
        QTRY_VERIFY(!other.address().isEmpty());
        QVERIFY(phone.address().isEmpty());
        other.forget();
        QVERIFY(other.address().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PhoneLinkTest)
#include "phone_link_test.moc"
