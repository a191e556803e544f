// The live lane of a real hub, from outside: presence between seats, positions, and who is not
// told.
#include "tests/flows/live_seat.h"
#include "tests/support/hub_under_test.h"

#include <QJsonArray>
#include <QNetworkProxy>
#include <QTest>
#include <QTimer>
#include <QWebSocket>

#include <cstdint>
#include <memory>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;
using chengyun::test::newKey;
using Seat = chengyun::test::LiveSeat;

namespace {

/// A stream byte by byte, for what no proper client does.
class RawStream {
public:
    RawStream(HubUnderTest& hub, const QByteArray& token) {
        const auto from = hub.get(u"/api/v1/snapshot"_s, token).json()["seq"_L1].toInteger();
        const auto url = hub.url({});
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(url.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        fd_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            qFatal("no connection");
        send("GET /api/v1/stream?from=" + QByteArray::number(from) +
             " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(url.port()) +
             "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " +
             token + "\r\n\r\n");
    }
    ~RawStream() { ::close(fd_); }
    RawStream(const RawStream&) = delete;
    RawStream& operator=(const RawStream&) = delete;

    /// False when the connection is no more.
    bool send(const QByteArray& bytes) {
        return ::send(fd_, bytes.constData(), static_cast<std::size_t>(bytes.size()),
                      MSG_NOSIGNAL) == bytes.size();
    }
    /// A frame of a client, the mask being zeros.
    bool frame(char first, const QByteArray& text) {
        auto head = QByteArray(1, first);
        if (text.size() < 126)
            head += char(0x80 | text.size());
        else
            head += QByteArray(1, '\xfe') + char(text.size() >> 8) + char(text.size() & 0xff);
        return send(head + QByteArray(4, '\0') + text);
    }
    bool say(const QByteArray& text) { return frame('\x81', text); }
    /// What has come so far.
    const QByteArray& read() {
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(fd_, buffer, sizeof buffer, MSG_DONTWAIT)) > 0;)
            came_.append(buffer, got);
        return came_;
    }
    bool isOpen() { return read().contains("101 Switching Protocols"); }

private:
    int fd_ = -1;
    QByteArray came_;
};

QJsonObject around(double lon, double lat) {
    return {{"box"_L1, QJsonObject{{"west"_L1, lon - 0.01},
                                   {"south"_L1, lat - 0.01},
                                   {"east"_L1, lon + 0.01},
                                   {"north"_L1, lat + 0.01}}}};
}

QStringList sorted(QStringList names) {
    names.sort();
    return names;
}

QByteArray position(const QByteArray& key, double lon, const QByteArray& area = {}) {
    return R"({"set":[{"key":")" + key + R"(","place":{"lon":)" + QByteArray::number(lon) +
           R"(,"lat":30.5},)" + (area.isEmpty() ? "" : R"("area":")" + area + R"(",)") +
           R"("value":{"speed":40}}]})";
}

} // namespace

class LiveFlowTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;
    QByteArray operator_, commander_, street_, unit_;
    QString unitId_, streetArea_;

    QString issue(const QString& unit) {
        const auto done = hub.command(
            "POST", u"/api/v1/orders"_s, operator_,
            {{"id"_L1, QString::fromLatin1(newKey())},
             {"title"_L1, u"积水处置"_s},
             {"text"_L1, u""_s},
             {"kind"_L1, "flood"_L1},
             {"level"_L1, "III"_L1},
             {"limits"_L1,
              QJsonObject{{"acknowledge"_L1, 10}, {"report"_L1, 60}, {"complete"_L1, 240}}},
             {"recipients"_L1,
              QJsonArray{QJsonObject{{"unit"_L1, unit}, {"role"_L1, "lead"_L1}}}}});
        return done.json()["change"_L1]["orders"_L1][0]["id"_L1].toString();
    }
    qint64 head() { return hub.get(u"/api/v1/snapshot"_s, operator_).json()["seq"_L1].toInteger(); }
    int say(const QByteArray& token, const QByteArray& body,
            const QString& topic = u"positions"_s) {
        return hub.request("POST", u"/api/v1/live/"_s + topic, token, body).status;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub.start(), hub.log().constData());
        operator_ = hub.signIn(u"operator"_s);
        commander_ = hub.signIn(u"commander"_s);
        street_ = hub.signIn(u"street"_s);
        unit_ = hub.signIn(u"unit"_s);
        unitId_ = hub.get(u"/api/v1/me"_s, unit_).json()["unit"_L1].toString();
        streetArea_ = hub.get(u"/api/v1/me"_s, street_).json()["area"_L1].toString();
        QVERIFY(!unitId_.isEmpty() && !streetArea_.isEmpty());
    }
    void cleanupTestCase() { QCOMPARE(hub.stop(), 0); }

    void who_else_has_the_order_open() {
        const auto order = issue(unitId_);
        QVERIFY(!order.isEmpty());
        Seat first(hub, operator_), second(hub, commander_);
        auto third = std::make_unique<Seat>(hub, street_);
        QTRY_VERIFY(first.isOpen() && second.isOpen() && third->isOpen());
        const auto before = head();
        for (auto* seat : {&first, &second, third.get()}) {
            seat->watch(1, u"presence.orders"_s, {{"subjects"_L1, QJsonArray{order}}});
            seat->present({order});
        }
        const auto street = hub.get(u"/api/v1/me"_s, street_).json()["display_name"_L1].toString();
        QTRY_COMPARE(first.names(1), sorted({u"演示指挥长"_s, street}));
        QTRY_COMPARE(second.names(1), sorted({u"演示调度员"_s, street}));
        QTRY_COMPARE(third->names(1), sorted({u"演示指挥长"_s, u"演示调度员"_s}));
        // A seat that dies says nothing any more.
        third->socket.abort();
        QTRY_COMPARE(first.names(1), QStringList{u"演示指挥长"_s});
        second.present({});
        QTRY_COMPARE(first.names(1), QStringList());
        QTRY_COMPARE(second.names(1), QStringList{u"演示调度员"_s});
        QCOMPARE(head(), before);
    }

    void who_does_not_see_the_order_is_not_told() {
        // A unit of elsewhere.
        QString other;
        for (const auto& unit :
             hub.get(u"/api/v1/units?limit=200"_s, operator_).json()["items"_L1].toArray())
            if (const auto area = unit["area"_L1].toString();
                !area.isEmpty() && area != streetArea_ && area.left(9) != streetArea_.left(9) &&
                unit["state"_L1].toString() != "unavailable"_L1)
                other = unit["id"_L1].toString();
        const auto order = issue(other);
        QVERIFY(!order.isEmpty());
        QCOMPARE(hub.get(u"/api/v1/orders/"_s + order, street_).status, 404);
        Seat inside(hub, commander_), outside(hub, street_), teller(hub, operator_),
            phone(hub, unit_);
        QTRY_VERIFY(inside.isOpen() && outside.isOpen() && teller.isOpen() && phone.isOpen());
        for (auto* seat : {&inside, &outside, &phone})
            seat->watch(1, u"presence.orders"_s, {{"subjects"_L1, QJsonArray{order}}});
        outside.present({order});
        teller.present({order});
        QTRY_COMPARE(inside.names(1), QStringList{u"演示调度员"_s});
        QTRY_COMPARE(phone.refused, QStringList{u"forbidden"_s});
        QCOMPARE(outside.names(1), QStringList());
        QCOMPARE(outside.liveFrames, 0);
    }

    void positions_reach_those_who_look() {
        const auto before = head();
        Seat here(hub, operator_), elsewhere(hub, operator_), street(hub, street_),
            old(hub, operator_);
        QTRY_VERIFY(here.isOpen() && elsewhere.isOpen() && street.isOpen() && old.isOpen());
        here.watch(3, u"positions"_s, around(114.3, 30.5));
        elsewhere.watch(3, u"positions"_s, around(115.3, 30.5));
        street.watch(3, u"positions"_s, around(114.3, 30.5));
        QCOMPARE(say(commander_, position("car-1", 114.3)), 200);
        QCOMPARE(say(commander_, position("car-2", 114.3, streetArea_.toLatin1())), 200);
        QTRY_COMPARE(here.shown[3].keys(), (QStringList{u"car-1"_s, u"car-2"_s}));
        QTRY_COMPARE(street.shown[3].keys(), QStringList{u"car-2"_s});
        QCOMPARE(here.shown[3][u"car-1"_s]["value"_L1]["speed"_L1].toInt(), 40);
        QCOMPARE(say(commander_, position("car-1", 115.3)), 200);
        QTRY_COMPARE(here.shown[3].keys(), QStringList{u"car-2"_s});
        QTRY_COMPARE(elsewhere.shown[3].keys(), QStringList{u"car-1"_s});
        elsewhere.watch(3, u"positions"_s, around(114.3, 30.5));
        QTRY_COMPARE(elsewhere.shown[3].keys(), QStringList{u"car-2"_s});
        QCOMPARE(old.liveFrames, 0);
        QCOMPARE(head(), before);
    }

    void who_may_not_publish_is_refused() {
        QCOMPARE(say(operator_, position("car-1", 114.3)), 403);
        QCOMPARE(say(unit_, position("car-1", 114.3)), 403);
        QCOMPARE(say({}, position("car-1", 114.3)), 401);
        QCOMPARE(say(commander_, position("car-1", 114.3), u"nothing"_s), 404);
        QCOMPARE(say(commander_, position("car-1", 114.3), u"presence.orders"_s), 403);
        QCOMPARE(say(commander_, "{"), 400);
        QCOMPARE(say(commander_, R"({"set":[{"key":"car-1","value":1}]})"), 422);
    }

    void frames_of_no_proper_client_end_their_stream_and_nothing_else_data() {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::newRow("without a mask, longer than there are numbers")
            << QByteArrayList{"\x81\x7f" + QByteArray(8, '\xff')};
        QTest::newRow("too long") << QByteArrayList{"\x81\xff" + QByteArray(8, '\xff')};
        QTest::newRow("a message without an end") << QByteArrayList{
            "\x01\x80" + QByteArray(4, '\0'), QByteArray(1, '\0') + "\x80" + QByteArray(4, '\0')};
    }
    void frames_of_no_proper_client_end_their_stream_and_nothing_else() {
        QFETCH(QByteArrayList, pieces);
        Seat other(hub, operator_);
        RawStream stream(hub, operator_);
        QTRY_VERIFY(other.isOpen() && stream.isOpen());
        for (const auto& piece : pieces)
            stream.send(piece);
        QTRY_VERIFY(!stream.send("\x89\x80" + QByteArray(4, '\0')));
        QVERIFY(hub.running());
        const auto before = other.pongs;
        other.say({{"t"_L1, "ping"_L1}, {"at"_L1, 1}});
        QTRY_VERIFY(other.pongs > before);
    }

    void a_client_that_does_not_close_its_side_is_closed() {
        RawStream stream(hub, operator_);
        QTRY_VERIFY(stream.isOpen());
        stream.say("no message");
        QTRY_VERIFY(stream.read().contains("not a message of this protocol"));
        QTRY_VERIFY(!stream.say(R"({"t":"ping","at":1})"));
    }

    void an_ended_session_has_nothing_open() {
        const auto order = issue(unitId_);
        Seat watcher(hub, commander_);
        const auto token = hub.signIn(u"operator"_s);
        RawStream stream(hub, token);
        QTRY_VERIFY(watcher.isOpen() && stream.isOpen());
        watcher.watch(1, u"presence.orders"_s, {{"subjects"_L1, QJsonArray{order}}});
        stream.say(R"({"t":"present","topic":"presence.orders","subjects":[")" + order.toLatin1() +
                   R"("]})");
        QTRY_COMPARE(watcher.names(1), QStringList{u"演示调度员"_s});
        QCOMPARE(hub.request("DELETE", u"/api/v1/sessions/current"_s, token).status, 204);
        QTRY_VERIFY(stream.read().contains("the session has ended"));
        stream.say(R"({"t":"ping","at":1})"); // it goes on as if nothing had happened
        QTRY_COMPARE(watcher.names(1), QStringList());
    }

    void what_is_no_message_ends_the_stream() {
        Seat seat(hub, operator_);
        QTRY_VERIFY(seat.isOpen());
        seat.say({{"t"_L1, "ping"_L1}, {"at"_L1, 1}});
        QTRY_VERIFY(seat.pongs > 0);
        seat.watch(1, u"nothing"_s, {});
        QTRY_COMPARE(seat.refused, QStringList{u"not_found"_s});
        QVERIFY(seat.isOpen());
        seat.say({{"t"_L1, "watch"_L1}, {"id"_L1, "one"_L1}});
        QTRY_COMPARE(seat.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
    }
};

QTEST_GUILESS_MAIN(LiveFlowTest)
#include "live_flow_test.moc"
