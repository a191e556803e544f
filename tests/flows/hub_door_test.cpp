// The hub's door, knocked at with raw sockets: requests that are no good, that never end, and that
// never begin.
#include "tests/support/hub_under_test.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;

namespace {

/// A connection to the hub, and what came over it.
struct Line {
    QTcpSocket socket;
    QByteArray heard;

    explicit Line(const HubUnderTest& hub, const QByteArray& says = {}) {
        socket.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                         [this] { heard += socket.readAll(); });
        socket.connectToHost(u"127.0.0.1"_s, quint16(hub.url({}).port()));
        if (socket.waitForConnected())
            socket.write(says);
    }
    [[nodiscard]] bool isClosed() const {
        return socket.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] int answers() const { return int(heard.count("HTTP/1.1 ")); }
    /// Of the first answer, or nothing.
    [[nodiscard]] QByteArray status() const { return heard.mid(9, 3); }
    [[nodiscard]] QJsonObject body() const {
        return QJsonDocument::fromJson(heard.mid(heard.indexOf("\r\n\r\n") + 4)).object();
    }
};

/// The upgrade of a stream, by cookie, as a page of `origin` asks for it. Who begins at 0 is told
/// to reload where the journal has an import, and is gone.
QByteArray upgrade(const QByteArray& cookie, const QByteArray& host, const QByteArray& origin,
                   qint64 from = 0) {
    return "GET /api/v1/stream?from=" + QByteArray::number(from) + " HTTP/1.1\r\nHost: " + host +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: " +
           origin + "\r\nCookie: " + cookie + "\r\n\r\n";
}

QByteArray cookieOf(HubUnderTest& hub, const QString& name) {
    const QJsonObject body{{"name"_L1, name}, {"password"_L1, hub.password(name)}};
    const auto set =
        hub.request("POST", u"/api/v1/sessions?cookie=1"_s, {}, QJsonDocument(body).toJson())
            .header("Set-Cookie");
    return set.left(set.indexOf(';'));
}

qint64 seqOf(const chengyun::test::HttpAnswer& snapshot) {
    return snapshot.json()["seq"_L1].toInteger();
}

} // namespace

class HubDoorTest : public QObject {
    Q_OBJECT

    HubUnderTest hub{true, {u"--public-url=https://Hall.example:8443"_s}};

private Q_SLOTS:
    void initTestCase() { QVERIFY2(hub.start(), hub.log().constData()); }
    void cleanupTestCase() { QCOMPARE(hub.stop(), 0); }

    void ambiguous_requests_are_refused_data() {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const char* headers, const char* field,
                            const char* body = "{}") {
            QTest::newRow(name) << QByteArray(headers) << QByteArray(body)
                                << QString::fromLatin1(field);
        };
        row("a length beside chunks",
            "Host: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding");
        row("a space before the colon", "Host: a\r\nTransfer-Encoding : chunked\r\n", "", "");
        row("a signed length", "Host: a\r\nContent-Length: +2\r\n", "Content-Length");
        row("two lengths in one", "Host: a\r\nContent-Length: 2, 2\r\n", "Content-Length");
        row("a folded line", "Host: a\r\nContent-Length: 2\r\nX-A: b\r\n c: d\r\n", "");
        row("no host", "Content-Length: 2\r\n", "Host");
    }
    void ambiguous_requests_are_refused() {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        // What stands behind it is not carried out either.
        Line line(hub, "POST /api/v1/sessions HTTP/1.1\r\n" + headers + "\r\n" + body +
                           "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_VERIFY(line.isClosed());
        QCOMPARE(line.status(), QByteArray("400"));
        QVERIFY2(!line.heard.contains("200 OK"), line.heard.constData());
        QVERIFY2(line.heard.contains("connection: close\r\n"), line.heard.constData());
        QVERIFY2(line.heard.contains("urn:chengyun:problem:malformed"), line.heard.constData());
        if (!field.isEmpty())
            QVERIFY2(line.heard.contains("\"field\":\"" + field.toLatin1()),
                     line.heard.constData());
    }

    void problems_say_their_status_data() {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind");
        QTest::newRow("method") << QByteArray("DELETE /healthz HTTP/1.1\r\nHost: a\r\n\r\n") << 405
                                << u"wrong_method"_s;
        QTest::newRow("headers") << "GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: " +
                                        QByteArray(20000, 'x') + "\r\n\r\n"
                                 << 431 << u"too_large"_s;
    }
    void problems_say_their_status() {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QString, kind);
        Line line(hub, request);
        QTRY_COMPARE(line.status().toInt(), status);
        QTRY_COMPARE(line.body()["status"_L1].toInt(), status);
        QCOMPARE(line.body()["type"_L1].toString().section(u':', -1), kind);
    }

    void a_page_of_ours_has_the_stream_data() {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("ours");
        QTest::newRow("proxy keeps the port")
            << QByteArray("hall.example:8443") << QByteArray("https://hall.example:8443") << true;
        QTest::newRow("proxy drops the port")
            << QByteArray("hall.example") << QByteArray("https://hall.example:8443") << true;
        QTest::newRow("proxy names itself")
            << QByteArray("127.0.0.1:8460") << QByteArray("https://hall.example:8443") << true;
        QTest::newRow("reached inside")
            << QByteArray("10.0.0.5:8460") << QByteArray("http://10.0.0.5:8460") << true;
        QTest::newRow("another case")
            << QByteArray("HALL.example:8443") << QByteArray("https://hall.Example:8443") << true;
        QTest::newRow("another site")
            << QByteArray("hall.example:8443") << QByteArray("https://evil.example") << false;
        QTest::newRow("another port")
            << QByteArray("hall.example") << QByteArray("https://hall.example:9") << false;
    }
    void a_page_of_ours_has_the_stream() {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, origin);
        QFETCH(bool, ours);
        const auto cookie = cookieOf(hub, u"unit"_s);
        Line line(hub, upgrade(cookie, host, origin));
        QTRY_COMPARE(line.status().toInt(), ours ? 101 : 403);
        // A page is told the same when it asks why, and what was expected.
        const auto why =
            hub.request("GET", u"/api/v1/stream/admission?origin="_s + QString::fromLatin1(origin),
                        {}, {}, {{"Cookie", cookie}, {"Host", host}});
        QCOMPARE(why.status, ours ? 204 : 403);
        if (ours)
            return;
        QCOMPARE(why.json()["field"_L1].toString(), u"Origin"_s);
        const auto detail = why.json()["detail"_L1].toString();
        for (const auto& part : {QString::fromLatin1(origin), u"https://hall.example:8443"_s,
                                 QString::fromLatin1(host)})
            QVERIFY2(detail.contains(part), qPrintable(detail));
        QVERIFY(hub.log().contains("it is of " + origin + "; expected"));
    }

    void a_dripped_request_is_ended() {
        HubUnderTest strict(true, {u"--http.request_seconds=2"_s});
        QVERIFY2(strict.start(), strict.log().constData());
        Line silent(strict), headers(strict, "GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: "),
            body(strict,
                 "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n"),
            second(strict, "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(second.status(), QByteArray("200"));
        second.socket.write("GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: ");
        QWebSocket stream;
        stream.setProxy(QNetworkProxy::NoProxy);
        QSignalSpy said(&stream, &QWebSocket::textMessageReceived);
        const auto token = strict.signIn(u"operator"_s);
        // Where the journal ends: who begins at 0 is told to reload, and is gone.
        const auto from = seqOf(strict.get(u"/api/v1/snapshot"_s, token));
        QVERIFY(from > 0);
        auto url = strict.url(u"/api/v1/stream?from=%1"_s.arg(from));
        url.setScheme(u"ws"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token);
        stream.open(request);
        QTRY_COMPARE(stream.state(), QAbstractSocket::ConnectedState);
        QTimer drip;
        QObject::connect(&drip, &QTimer::timeout, &drip, [&] {
            for (auto* line : {&headers, &body, &second})
                line->socket.write("x");
            stream.sendTextMessage(u"{\"t\":\"ping\",\"at\":1}"_s);
        });
        drip.start(100);
        for (auto* line : {&silent, &headers, &body, &second})
            QTRY_VERIFY_WITH_TIMEOUT(line->isClosed(), 20000);
        QVERIFY(silent.heard.isEmpty());
        for (auto* line : {&headers, &body}) {
            QCOMPARE(line->status(), QByteArray("408"));
            QCOMPARE(line->body()["status"_L1].toInt(), 408);
        }
        // Who has asked and listens is not concerned.
        QCOMPARE(stream.state(), QAbstractSocket::ConnectedState);
        said.clear();
        QTRY_VERIFY(!said.isEmpty());
        QCOMPARE(strict.stop(), 0);
        QVERIFY(strict.log().contains("\"event\":\"connections ended\",\"too_slow\":"));
    }

    void silent_connections_give_way() {
        HubUnderTest small(true, {u"--http.max_connections=20"_s});
        QVERIFY2(small.start(), small.log().constData());
        const auto cookie = cookieOf(small, u"unit"_s);
        const auto origin = small.url({}).toString().toLatin1();
        const auto from =
            seqOf(small.request("GET", u"/api/v1/snapshot"_s, {}, {}, {{"Cookie", cookie}}));
        QVERIFY(from > 0);
        Line stream(small, upgrade(cookie, origin.mid(7), origin, from));
        QTRY_COMPARE(stream.status(), QByteArray("101"));
        std::vector<std::unique_ptr<Line>> crowd;
        for (int i = 0; i < 300; ++i) {
            crowd.push_back(std::make_unique<Line>(small));
            // Somebody comes in the midst of it.
            if (i % 100 == 99)
                QTRY_COMPARE(small.get(u"/healthz"_s).status, 200);
        }
        QByteArray token;
        QTRY_VERIFY(!(token = small.signIn(u"operator"_s)).isEmpty());
        QCOMPARE(small.get(u"/api/v1/me"_s, token).status, 200);
        QTRY_VERIFY(std::count_if(crowd.begin(), crowd.end(),
                                  [](const auto& line) { return !line->isClosed(); }) <= 20);
        QVERIFY(crowd.front()->isClosed());
        QVERIFY(!stream.isClosed());
        QCOMPARE(small.stop(), 0);
    }

    void an_address_is_one_in_whatever_way_it_is_written() {
        HubUnderTest hall(true,
                          {u"--http.proxy=127.0.0.1"_s, u"--accounts.lock_after_address=3"_s});
        QVERIFY2(hall.start(), hall.log().constData());
        const auto status = [&](const QByteArray& from, const QString& name, const QString& word) {
            const QJsonObject body{{"name"_L1, name}, {"password"_L1, word}};
            return hall
                .request("POST", u"/api/v1/sessions"_s, {}, QJsonDocument(body).toJson(),
                         {{"X-Forwarded-For", from}})
                .status;
        };
        const auto right = hall.password(u"operator"_s);
        for (const auto* from : {"1.2.3.7", "1.2.3.7:5555", "1.2.3.7:6666"})
            QCOMPARE(status(from, u"guess"_s, u"no"_s), 401);
        QCOMPARE(status("1.2.3.7:7777", u"operator"_s, right), 429);
        QCOMPARE(status("1.2.3.8:7777", u"operator"_s, right), 200);
        for (const auto* from : {"[2001:db8::1]:443", "2001:db8::2", "[2001:db8::ffff:3]"})
            QCOMPARE(status(from, u"guess2"_s, u"no"_s), 401);
        QCOMPARE(status("[2001:db8::4]:80", u"operator"_s, right), 429);
        QCOMPARE(status("[2001:db8:0:1::4]:80", u"operator"_s, right), 200);
        // Nothing of it was counted against the proxy.
        QCOMPARE(status("unknown", u"operator"_s, right), 200);
        QCOMPARE(hall.stop(), 0);
        QVERIFY(hall.log().contains("\"from\":\"2001:db8::1\""));
    }
};

QTEST_GUILESS_MAIN(HubDoorTest)
#include "hub_door_test.moc"
