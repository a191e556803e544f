// Whose page may have the stream.
#include "hub/config/origin.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;

class OriginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ours_data() {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("public_url");
        QTest::addColumn<bool>("ours");
        const auto row = [](const char* name, const char* origin, const char* host,
                            const char* public_url, bool ours) {
            QTest::newRow(name) << QByteArray(origin) << QByteArray(host) << QByteArray(public_url)
                                << ours;
        };
        const auto* hall = "https://hall.example";
        const auto* with_port = "https://hall.example:8443";
        row("as Host says", "http://10.0.0.5:8460", "10.0.0.5:8460", "", true);
        row("as public_url says", with_port, "hall.example", with_port, true);
        row("public_url with a path", with_port, "x", "https://hall.example:8443/", true);
        row("another port", with_port, "hall.example", hall, false);
        row("letters of another case", "https://HALL.example", "hall.EXAMPLE", "", true);
        row("public_url of another case", hall, "x", "HTTPS://Hall.Example", true);
        row("scheme's own port in Host", hall, "hall.example:443", "", true);
        row("scheme's own port in Origin", "http://hall.example:80", "hall.example", "", true);
        row("scheme's own port in public_url", hall, "x", "https://hall.example:443", true);
        row("the other scheme's port", "https://hall.example:80", "hall.example", "", false);
        row("IPv6", "http://[2001:DB8::1]:8460", "[2001:db8::1]:8460", "", true);
        row("IPv6 without a port", "http://[2001:db8::1]", "[2001:db8::1]", "", true);
        row("another site", "https://evil.example", "hall.example", hall, false);
        row("a name that begins like ours", "https://hall.example.evil", "hall.example", hall,
            false);
        row("a name in front of ours", "https://hall.example@evil", "evil", "", false);
        row("null", "null", "hall.example", hall, false);
        row("no scheme", "hall.example", "hall.example", hall, false);
        row("another scheme", "file://hall.example", "hall.example", hall, false);
        row("no name", "https://", "", "", false);
        row("no port behind the colon", "https://hall.example:x", "hall.example:x", "", false);
    }
    void ours() {
        QFETCH(QByteArray, origin);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, public_url);
        QFETCH(bool, ours);
        const auto judged =
            check_origin(origin.toStdString(), host.toStdString(), public_url.toStdString());
        QCOMPARE(judged.has_value(), ours);
        if (!judged) {
            QVERIFY(judged.error().kind == FailureKind::forbidden);
            QCOMPARE(judged.error().field, std::string("Origin"));
        }
    }

    void a_refusal_says_what_came_and_what_was_expected() {
        const auto judged =
            check_origin("https://a.example:8443", "b.example", "https://C.example:443/");
        const auto detail = QByteArray::fromStdString(judged.error().detail);
        for (const auto* part : {"https://a.example:8443", "b.example", "https://c.example "})
            QVERIFY2(detail.contains(part), detail.constData());
        // A stranger wrote it, and it goes into the log.
        const auto long_one = check_origin(std::string(5000, 'x') + "\n\x1b[2J", "h", "");
        QVERIFY(long_one.error().detail.size() < 500);
        QVERIFY(long_one.error().detail.find('\n') == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(OriginTest)
#include "origin_test.moc"
