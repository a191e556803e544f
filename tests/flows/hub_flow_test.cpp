// The hub as a process, from outside: signing in, issuing, listening, repeating, ending.
#include "core/wire/version.h"
#include "tests/support/hub_under_test.h"

#include <QJsonArray>
#include <QNetworkProxy>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;
using chengyun::test::newKey;

namespace {

QJsonObject order(const QString& unit, const QString& title = u"积水处置"_s) {
    return {
        {"id"_L1, QString::fromLatin1(newKey())},
        {"title"_L1, title},
        {"text"_L1, u""_s},
        {"kind"_L1, "flood"_L1},
        {"level"_L1, "III"_L1},
        {"limits"_L1, QJsonObject{{"acknowledge"_L1, 10}, {"report"_L1, 60}, {"complete"_L1, 240}}},
        {"recipients"_L1, QJsonArray{QJsonObject{{"unit"_L1, unit}, {"role"_L1, "lead"_L1}}}}};
}

/// A seat: connects, answers pings (Qt does), keeps the frames.
class Seat {
public:
    Seat(HubUnderTest& hub, const QByteArray& token, qint64 from) : position(from) {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString& text) {
                             const auto frame = QJsonDocument::fromJson(text.toUtf8()).object();
                             frames << frame;
                             if (frame["t"_L1] != "entries"_L1)
                                 return;
                             contiguous = contiguous && frame["after"_L1].toInteger() == position;
                             position = frame["head"_L1].toInteger();
                             for (const auto& entry : frame["entries"_L1].toArray())
                                 entries << entry.toObject();
                         });
        auto url = hub.url(u"/api/v1/stream?from=%1"_s.arg(from));
        url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
        QNetworkRequest request(url);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.open(request);
    }
    QWebSocket socket;
    QList<QJsonObject> frames, entries;
    qint64 position;
    bool contiguous = true;
};

} // namespace

class HubFlowTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;
    QByteArray operator_, unit_, admin_, auditor_;
    QString unitId_;

    qint64 head() { return hub.get(u"/api/v1/snapshot"_s, operator_).json()["seq"_L1].toInteger(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub.start(), hub.log().constData());
        operator_ = hub.signIn(u"operator"_s);
        unit_ = hub.signIn(u"unit"_s);
        admin_ = hub.signIn(u"admin"_s);
        auditor_ = hub.signIn(u"auditor"_s);
        QVERIFY(!operator_.isEmpty() && !unit_.isEmpty() && !admin_.isEmpty());
        unitId_ = hub.get(u"/api/v1/me"_s, unit_).json()["unit"_L1].toString();
        QVERIFY(!unitId_.isEmpty());
    }

    void cleanupTestCase() {
        QCOMPARE(hub.stop(), 0);
        const auto log = hub.log();
        for (const auto& secret :
             {operator_, unit_, admin_, hub.password(u"operator"_s).toLatin1()})
            QVERIFY2(!log.contains(secret), "a secret is in the log");
        QVERIFY(!log.contains("192.0.2.7")); // without_a_proxy_nobody_is_believed
    }

    void an_order_goes_from_post_to_seats() {
        const auto from = head();
        Seat seat(hub, operator_, from), phone(hub, unit_, from);
        QTRY_COMPARE(seat.socket.state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(phone.socket.state(), QAbstractSocket::ConnectedState);
        const auto done = hub.command("POST", u"/api/v1/orders"_s, operator_, order(unitId_));
        QCOMPARE(done.status, 200);
        const auto seq = done.json()["seq"_L1].toInteger();
        QVERIFY(seq > from);
        QTRY_COMPARE(seat.position, seq);
        QTRY_COMPARE(phone.position, seq);
        QVERIFY(seat.contiguous && phone.contiguous);
        QCOMPARE(seat.entries.last()["kind"_L1].toString(), u"order.issued"_s);
        // What the sender is told and what the seats get is the same.
        QCOMPARE(seat.entries.last()["body"_L1].toObject(), done.json()["change"_L1].toObject());
        const auto id = done.json()["change"_L1]["assignments"_L1][0]["id"_L1].toString();
        const auto acknowledged =
            hub.command("POST", u"/api/v1/assignments/%1/acknowledge"_s.arg(id), unit_, {});
        QCOMPARE(acknowledged.status, 200);
        QTRY_COMPARE(seat.entries.last()["kind"_L1].toString(), u"assignment.acknowledged"_s);
        QVERIFY(seat.contiguous);
    }

    void a_late_seat_catches_up() {
        const auto from = head();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(hub.command("POST", u"/api/v1/orders"_s, operator_, order(unitId_)).status,
                     200);
        Seat seat(hub, operator_, from);
        QTRY_COMPARE(seat.position, head());
        QCOMPARE(seat.entries.size(), 5);
        QVERIFY(seat.contiguous);
        const auto position = seat.position;
        seat.socket.sendTextMessage(u"{\"t\":\"ping\",\"at\":12}"_s);
        QTRY_COMPARE(seat.frames.last()["t"_L1].toString(), u"pong"_s);
        QCOMPARE(seat.frames.last()["at"_L1].toInt(), 12);
        QCOMPARE(seat.position, position);
    }

    void a_repeated_command_is_carried_out_once() {
        const auto key = newKey();
        const auto body = order(unitId_);
        const auto first = hub.command("POST", u"/api/v1/orders"_s, operator_, body, key);
        const auto again = hub.command("POST", u"/api/v1/orders"_s, operator_, body, key);
        QCOMPARE(first.status, 200);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json(), first.json());
        const auto other = hub.command("POST", u"/api/v1/orders"_s, operator_, order(unitId_), key);
        QCOMPARE(other.status, 422);
        QCOMPARE(other.problem(), u"key_reused"_s);
    }

    void an_expired_command_is_refused() {
        const auto late = hub.request(
            "POST", u"/api/v1/orders"_s, operator_, QJsonDocument(order(unitId_)).toJson(),
            {{"Idempotency-Key", newKey()}, {"Command-Expires", "1700000000000"}});
        QCOMPARE(late.status, 410);
        QCOMPARE(late.problem(), u"expired"_s);
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const char* method, const char* path, const char* who,
                            const char* body, int status, const char* kind) {
            QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path)
                                << QString::fromLatin1(who) << QByteArray(body) << status
                                << QString::fromLatin1(kind);
        };
        row("nobody", "GET", "/api/v1/orders", "", "", 401, "unauthenticated");
        row("made-up token", "GET", "/api/v1/orders", "made-up", "", 401, "unauthenticated");
        row("no such address", "GET", "/api/v1/nothing", "operator", "", 404, "not_found");
        row("no such page", "GET", "/../../etc/passwd", "", "", 404, "not_found");
        row("no such method", "DELETE", "/api/v1/orders", "operator", "", 405, "wrong_method");
        row("not JSON", "POST", "/api/v1/orders", "operator", "{", 400, "malformed");
        row("missing field", "POST", "/api/v1/orders", "operator", "{}", 422, "missing_field");
        row("unit issues", "POST", "/api/v1/orders", "unit", "{}", 403, "forbidden");
        row("operator's accounts", "GET", "/api/v1/accounts", "operator", "", 403, "forbidden");
        row("operator's journal", "GET", "/api/v1/journal", "operator", "", 403, "forbidden");
        row("no box", "GET", "/api/v1/resources?bbox=nan,nan,nan,nan", "operator", "", 422,
            "invalid_field");
        row("endless box", "GET", "/api/v1/resources?bbox=-inf,-inf,inf,inf", "operator", "", 422,
            "invalid_field");
        row("twice the same name", "POST", "/api/v1/orders", "operator",
            R"({"title":"a","title":"b"})", 422, "invalid_field");
        row("bad box", "GET", "/api/v1/resources?bbox=1,2,3", "operator", "", 422, "invalid_field");
        row("bad layer", "GET", "/api/v1/resources?layer=roof", "operator", "", 422,
            "invalid_field");
        row("bad limit", "GET", "/api/v1/orders?limit=9999", "operator", "", 422, "invalid_field");
        row("no such order", "GET", "/api/v1/orders/00000000-0000-7000-8000-000000000000",
            "operator", "", 404, "not_found");
        row("no such act", "POST",
            "/api/v1/assignments/00000000-0000-7000-8000-000000000000/explode", "operator", "{}",
            404, "not_found");
        row("no such attachment", "GET", "/api/v1/attachments/..%2f..%2fhub.sqlite", "operator", "",
            404, "not_found");
    }
    void refusals() {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QString, who);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, kind);
        const auto token = who == "operator"_L1 ? operator_
                           : who == "unit"_L1   ? unit_
                                                : who.toLatin1();
        const auto answer = hub.request(method, path, token, body, {{"Idempotency-Key", newKey()}});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.problem(), kind);
        QVERIFY(answer.type.startsWith("application/problem+json"));
        QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
        // Refusals too: a console that is too old must not take one for what it is not.
        const auto version = answer.header("Chengyun-Wire").toStdString();
        QCOMPARE(version, std::string(path.startsWith("/api/"_L1) ? chengyun::wire_version : ""));
    }

    void a_command_needs_a_key() {
        const auto answer = hub.request("POST", u"/api/v1/orders"_s, operator_,
                                        QJsonDocument(order(unitId_)).toJson());
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.json()["field"_L1].toString(), u"Idempotency-Key"_s);
    }

    void a_large_body_is_refused() {
        const auto answer =
            hub.request("POST", u"/api/v1/orders"_s, operator_, QByteArray((1 << 20) + 1, ' '),
                        {{"Idempotency-Key", newKey()}});
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.problem(), u"too_large"_s);
    }

    void large_headers_are_refused() {
        const auto answer = hub.request("GET", u"/api/v1/me"_s, operator_, {},
                                        {{"X-Long", QByteArray(20000, 'x')}});
        QCOMPARE(answer.status, 431);
    }

    void cookies_need_the_header() {
        const auto session =
            hub.request("POST", u"/api/v1/sessions?cookie=1"_s, {},
                        QJsonDocument(QJsonObject{{"name"_L1, u"unit"_s},
                                                  {"password"_L1, hub.password(u"unit"_s)}})
                            .toJson());
        QCOMPARE(session.status, 200);
        QCOMPARE(session.json()["token"_L1].toString(), QString());
        const auto set = session.header("Set-Cookie");
        QVERIFY(set.contains("HttpOnly") && set.contains("SameSite=Strict"));
        const auto cookie = set.left(set.indexOf(';'));
        QCOMPARE(hub.request("GET", u"/api/v1/me"_s, {}, {}, {{"Cookie", cookie}}).status, 200);
        const auto forged =
            hub.request("DELETE", u"/api/v1/sessions/current"_s, {}, {}, {{"Cookie", cookie}});
        QCOMPARE(forged.status, 403);
        const auto real = hub.request("DELETE", u"/api/v1/sessions/current"_s, {}, {},
                                      {{"Cookie", cookie}, {"X-Chengyun", "1"}});
        QCOMPARE(real.status, 204);
        QCOMPARE(hub.request("GET", u"/api/v1/me"_s, {}, {}, {{"Cookie", cookie}}).status, 401);
    }

    void a_session_of_another_account_is_refused() {
        const auto unit = hub.signIn(u"unit"_s), commander = hub.signIn(u"commander"_s);
        const auto me = [&](const QByteArray& token) {
            return hub.get(u"/api/v1/me"_s, token).json()["id"_L1].toString().toLatin1();
        };
        const auto asked = [&](const QByteArray& account) {
            return hub.request("GET", u"/api/v1/me"_s, unit, {}, {{"X-Chengyun-Account", account}});
        };
        QCOMPARE(asked(me(unit)).status, 200);
        const auto refused = asked(me(commander));
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.problem(), u"unauthenticated"_s);
        QCOMPARE(refused.json()["field"_L1].toString(), u"X-Chengyun-Account"_s);
    }

    void camera_passwords_are_told_to_who_watches() {
        const auto id = QString::fromLatin1(newKey());
        const QJsonObject camera{
            {"id"_L1, id},
            {"layer"_L1, "camera"_L1},
            {"version"_L1, 0},
            {"code"_L1, "flow-camera"_L1},
            {"name"_L1, u"东门"_s},
            {"kind"_L1, "other"_L1},
            {"level"_L1, "none"_L1},
            {"state"_L1, "available"_L1},
            {"capacity"_L1, 0},
            {"address"_L1, QString()},
            {"area"_L1, QString()},
            {"contact"_L1, QJsonObject{{"name"_L1, QString()}, {"phone"_L1, QString()}}},
            {"attributes"_L1, QJsonObject()},
            {"flags"_L1, QJsonArray()},
            {"source_system"_L1, "EPSG:4326"_L1},
            {"initials"_L1, QString()},
            {"updated"_L1, 0},
            {"place"_L1, QJsonObject{{"lon"_L1, 114.602552}, {"lat"_L1, 30.592352}}},
            {"stream"_L1, "rtsp://hall:pw#secret@10.1.2.3/a"_L1}};
        const auto path = u"/api/v1/resources/"_s + id;
        const auto from = head();
        Seat seat(hub, operator_, from);
        QTRY_COMPARE(seat.socket.state(), QAbstractSocket::ConnectedState);
        const auto done = hub.command("PUT", path, operator_, camera);
        QVERIFY2(done.status == 200, done.body.constData());
        QTRY_COMPARE(seat.entries.size(), 1);
        for (const auto& text :
             {done.body, QJsonDocument(seat.entries.last()).toJson(), hub.get(path, operator_).body,
              hub.get(u"/api/v1/resources?text=flow-camera"_s, operator_).body,
              hub.get(u"/api/v1/snapshot"_s, operator_).body,
              hub.get(u"/api/v1/journal?limit=1000&from=%1"_s.arg(from), admin_).body}) {
            QVERIFY(text.contains("rtsp://10.1.2.3/a"));
            QVERIFY(!text.contains("secret"));
        }
        const auto stream = hub.get(path + u"/stream"_s, operator_);
        QCOMPARE(stream.status, 200);
        QCOMPARE(stream.json()["address"_L1].toString(), u"rtsp://hall:pw%23secret@10.1.2.3/a"_s);
        QCOMPARE(stream.header("cache-control"), QByteArray("no-store"));
        QCOMPARE(hub.get(path + u"/stream"_s).status, 401);
        QCOMPARE(hub.get(path + u"/stream"_s, unit_).status, 403);
        QTRY_VERIFY(hub.log().contains("\"address given\""));
        QVERIFY(!hub.log().contains("secret"));
    }

    void the_stream_is_for_those_signed_in() {
        Seat nobody(hub, {}, 0);
        QSignalSpy failed(&nobody.socket, &QWebSocket::errorOccurred);
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(nobody.frames.isEmpty());
        Seat seat(hub, hub.signIn(u"street"_s), head());
        QTRY_COMPARE(seat.socket.state(), QAbstractSocket::ConnectedState);
    }

    void signing_out_ends_the_stream() {
        const auto token = hub.signIn(u"commander"_s);
        Seat seat(hub, token, head());
        QTRY_COMPARE(seat.socket.state(), QAbstractSocket::ConnectedState);
        QTRY_VERIFY(!seat.frames.isEmpty());
        QCOMPARE(hub.request("DELETE", u"/api/v1/sessions/current"_s, token).status, 204);
        QTRY_COMPARE(seat.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(int(seat.socket.closeCode()), 1008);
    }

    void photos_are_for_those_who_see_the_order() {
        const auto png = QByteArray::fromHex("89504e470d0a1a0a") + newKey();
        const auto kept =
            hub.request("POST", u"/api/v1/attachments"_s, unit_, png,
                        {{"Idempotency-Key", newKey()}, {"Content-Type", "image/png"}});
        QCOMPARE(kept.status, 200);
        const auto id = kept.json()["id"_L1].toString();
        const auto path = u"/api/v1/attachments/"_s + id;
        QCOMPARE(hub.get(path, operator_).status, 404);
        const auto mine = hub.get(path, unit_);
        QCOMPARE(mine.status, 200);
        QCOMPARE(mine.body, png);
        QCOMPARE(mine.type, QByteArray("image/png"));
        QVERIFY(mine.header("Content-Disposition").startsWith("inline"));

        const auto done = hub.command("POST", u"/api/v1/orders"_s, operator_, order(unitId_));
        const auto assignment = done.json()["change"_L1]["assignments"_L1][0]["id"_L1].toString();
        const auto act = u"/api/v1/assignments/%1/"_s.arg(assignment);
        QCOMPARE(hub.command("POST", act + "acknowledge"_L1, unit_, {}).status, 200);
        const QJsonObject report{{"text"_L1, u"已到"_s}, {"attachments"_L1, QJsonArray{id}}};
        QCOMPARE(hub.command("POST", act + "report"_L1, unit_, report).status, 200);
        QCOMPARE(hub.get(path, operator_).status, 200);

        // Naming another's photo does not open it, and what is not there cannot be named.
        const auto street = hub.signIn(u"street"_s);
        const auto strange =
            hub.request("POST", u"/api/v1/attachments"_s, street, png + "s",
                        {{"Idempotency-Key", newKey()}, {"Content-Type", "image/png"}})
                .json()["id"_L1]
                .toString();
        for (const auto& photo : {strange, QString(64, u'0')}) {
            const auto taken = hub.command("POST", act + "report"_L1, unit_,
                                           {{"attachments"_L1, QJsonArray{photo}}});
            QCOMPARE(taken.status, 422);
            QCOMPARE(taken.json()["field"_L1].toString(), u"attachments[0]"_s);
            QCOMPARE(hub.get(u"/api/v1/attachments/"_s + photo, unit_).status, 404);
        }

        const auto wrong =
            hub.request("POST", u"/api/v1/attachments"_s, unit_, png + "x",
                        {{"Idempotency-Key", newKey()}, {"Content-Type", "image/jpeg"}});
        QCOMPARE(wrong.status, 415);
    }

    void a_phone_comes_by_a_link() {
        const auto made = hub.request("POST", u"/api/v1/units/%1/link"_s.arg(unitId_), operator_);
        QCOMPARE(made.status, 200);
        const auto url = made.json()["url"_L1].toString();
        QVERIFY2(url.contains("/link#"_L1), qPrintable(url));
        const QJsonObject body{{"token"_L1, url.section(u'#', 1)}};
        const auto opened =
            hub.request("POST", u"/api/v1/links"_s, {}, QJsonDocument(body).toJson());
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.json()["account"_L1]["unit"_L1].toString(), unitId_);
        const auto again =
            hub.request("POST", u"/api/v1/links"_s, {}, QJsonDocument(body).toJson());
        QCOMPARE(again.status, 404);
        QCOMPARE(hub.request("POST", u"/api/v1/units/%1/link"_s.arg(unitId_), unit_).status, 403);
    }

    void health_and_figures() {
        QCOMPARE(hub.get(u"/healthz"_s).status, 200);
        QCOMPARE(hub.get(u"/readyz"_s).status, 200);
        const auto metrics = hub.get(u"/metrics"_s);
        QCOMPARE(metrics.status, 200);
        QVERIFY(metrics.body.contains("chengyun_journal_head "));
        QVERIFY(metrics.body.contains("method=\"POST\",route=\"/api/v1/orders\",status=\"200\""));
        const auto page = hub.get(u"/field"_s);
        QCOMPARE(page.status, 200);
        QVERIFY(page.header("Content-Security-Policy").contains("default-src 'none'"));
    }

    void ready_means_that_it_writes() {
        HubUnderTest idle(false);
        QVERIFY2(idle.start(), idle.log().constData());
        const auto log = [&] {
            QFile file(idle.dataDir() + "/hub.sqlite-wal"_L1);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto before = log();
        QVERIFY(!before.isEmpty());
        QCOMPARE(idle.get(u"/readyz"_s).status, 200);
        const auto after = log();
        QVERIFY(after != before);
        // Anybody may ask: that does not keep the disk busy.
        QCOMPARE(idle.get(u"/readyz"_s).status, 200);
        QVERIFY(log() == after);
    }

    void a_signal_during_start_up_ends_it_in_order() {
        const QTemporaryDir dir;
        QProcess starting;
        starting.start(HubUnderTest::program(u"chengyun-hub"_s),
                       {u"serve"_s, u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s,
                        dir.path()});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(dir.filePath(u"hub.sqlite.lock"_s)), 20000);
        starting.terminate();
        QVERIFY(starting.waitForFinished(60000));
        QCOMPARE(starting.exitStatus(), QProcess::NormalExit);
        QCOMPARE(starting.exitCode(), 0);
    }

    void what_outlasts_the_drain_answers_nobody() {
        // Requests that are given up when their time is over end with the process, not before:
        // the leak checker would take that for a mistake. Memory errors still count.
        const QByteArray sanitizer = qgetenv("ASAN_OPTIONS");
        qputenv("ASAN_OPTIONS", sanitizer + ":detect_leaks=0");
        const auto restore = qScopeGuard([&] { qputenv("ASAN_OPTIONS", sanitizer); });
        HubUnderTest busy(true, {u"--http.drain_seconds=1"_s});
        QVERIFY2(busy.start(), busy.log().constData());
        // More passwords than can be tried in a second.
        const QByteArray body = "{\"name\":\"unit\",\"password\":\"not the password\"}";
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 40; ++i) {
            auto& client = *clients.emplace_back(std::make_unique<QTcpSocket>());
            client.setProxy(QNetworkProxy::NoProxy);
            client.connectToHost(u"127.0.0.1"_s, quint16(busy.url({}).port()));
            QVERIFY(client.waitForConnected());
            client.write("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nX-Chengyun: 1\r\n"
                         "Content-Type: application/json\r\nContent-Length: " +
                         QByteArray::number(body.size()) + "\r\n\r\n" + body);
            QVERIFY(client.waitForBytesWritten());
        }
        QCOMPARE(busy.get(u"/healthz"_s).status, 200);
        QCOMPARE(busy.stop(), 0);
        QVERIFY2(!busy.running(), "it hangs");
    }

    void a_cut_request_does_no_harm() {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(u"127.0.0.1"_s, quint16(hub.url({}).port()));
        QVERIFY(socket.waitForConnected());
        socket.write(
            "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{\"a");
        QVERIFY(socket.waitForBytesWritten());
        socket.abort();
        QCOMPARE(hub.get(u"/healthz"_s).status, 200);
    }

    void sessions_and_orders_survive_a_kill() {
        const auto done = hub.command("POST", u"/api/v1/orders"_s, operator_, order(unitId_));
        QCOMPARE(done.status, 200);
        hub.kill();
        QVERIFY2(hub.start(), hub.log().constData());
        const auto id = done.json()["change"_L1]["orders"_L1][0]["id"_L1].toString();
        QCOMPARE(hub.get(u"/api/v1/orders/"_s + id, operator_).status, 200);
    }

    void a_stopping_hub_says_goodbye() {
        Seat seat(hub, operator_, head());
        QTRY_VERIFY(!seat.frames.isEmpty());
        QCOMPARE(hub.stop(), 0);
        QTRY_COMPARE(seat.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(int(seat.socket.closeCode()), 1001);
        QVERIFY2(hub.start(), hub.log().constData());
    }

    void the_first_administrator() {
        HubUnderTest fresh(false);
        QVERIFY2(fresh.start(), fresh.log().constData());
        const auto output = QString::fromUtf8(fresh.output());
        const auto token = output.section("/setup#"_L1, 1).section(u'\n', 0, 0);
        QVERIFY2(token.size() > 20, qPrintable(output));
        const QJsonObject body{{"token"_L1, token},
                               {"name"_L1, u"root"_s},
                               {"display_name"_L1, u"管理员"_s},
                               {"password"_L1, u"a long enough one"_s}};
        const auto session =
            fresh.request("POST", u"/api/v1/setup"_s, {}, QJsonDocument(body).toJson());
        QCOMPARE(session.status, 200);
        const auto admin = session.json()["token"_L1].toString().toLatin1();
        QCOMPARE(fresh.get(u"/api/v1/accounts"_s, admin).status, 200);
        QCOMPARE(fresh.request("POST", u"/api/v1/setup"_s, {}, QJsonDocument(body).toJson()).status,
                 404);
        fresh.stop();
        QVERIFY(fresh.start());
        QVERIFY(!fresh.output().contains("/setup#"));
    }

    void behind_a_proxy() {
        HubUnderTest hall(true, {u"--http.proxy=127.0.0.1"_s, u"--accounts.lock_after_address=2"_s,
                                 u"--public-url=https://hall.example"_s});
        QVERIFY2(hall.start(), hall.log().constData());
        const auto sign_in = [&](const QByteArray& forwarded, const QString& name,
                                 const QString& password) {
            const QJsonObject body{{"name"_L1, name}, {"password"_L1, password}};
            return hall.request("POST", u"/api/v1/sessions?cookie=1"_s, {},
                                QJsonDocument(body).toJson(), {{"X-Forwarded-For", forwarded}});
        };
        // One address guesses, whatever it writes before what the proxy adds.
        for (int i = 0; i < 3; ++i)
            sign_in(QByteArray::number(i) + ".0.0.1, 192.0.2.7", u"guess-%1"_s.arg(i), u"no"_s);
        const auto right = hall.password(u"operator"_s);
        QCOMPARE(sign_in("192.0.2.7", u"operator"_s, right).status, 429);
        const auto other = sign_in("192.0.2.7, 192.0.2.8", u"operator"_s, right);
        QCOMPARE(other.status, 200);
        // The browser speaks HTTPS with the proxy, so the cookie is for HTTPS only.
        QVERIFY(other.header("Set-Cookie").contains("; Secure"));
        // What is no address is not taken for one.
        QCOMPARE(sign_in("<b>", u"operator"_s, right).status, 200);
        QCOMPARE(hall.stop(), 0);
        QVERIFY(hall.log().contains("\"from\":\"192.0.2.8\""));
        QVERIFY(!hall.log().contains("<b>"));
    }

    void without_a_proxy_nobody_is_believed() {
        QCOMPARE(
            hub.request("GET", u"/healthz"_s, {}, {}, {{"X-Forwarded-For", "192.0.2.7"}}).status,
            200);
    }

    void https_or_nothing() {
        const QTemporaryDir dir;
        const auto certificate = dir.filePath(u"hub.pem"_s), key = dir.filePath(u"hub.key"_s);
        QCOMPARE(QProcess::execute(u"openssl"_s,
                                   {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                    u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                    u"-subj"_s, u"/CN=hall"_s, u"-addext"_s,
                                    u"subjectAltName=IP:127.0.0.1"_s, u"-out"_s, certificate,
                                    u"-keyout"_s, key}),
                 0);
        HubUnderTest hall(true, {u"--http.certificate="_s + certificate, u"--http.key="_s + key});
        if (!hall.start()) {
            // Debian's network library is built without TLS: that is told, and nothing is served.
            QVERIFY2(hall.log().contains("http.certificate"), hall.log().constData());
            return;
        }
        QCOMPARE(hall.url({}).scheme(), u"https"_s);
        QCOMPARE(hall.get(u"/healthz"_s).status,
                 0); // whose certificate is not trusted is not heard

        const auto before = QSslConfiguration::defaultConfiguration();
        const auto restore =
            qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
        auto trusting = before;
        QVERIFY(trusting.addCaCertificates(certificate));
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto token = hall.signIn(u"operator"_s);
        QVERIFY(!token.isEmpty());
        Seat seat(hall, token, 0);
        QTRY_COMPARE(seat.socket.state(), QAbstractSocket::ConnectedState);
        QTRY_VERIFY(!seat.frames.isEmpty());
        QCOMPARE(hall.stop(), 0);
    }

    void a_wrong_setting_is_told() {
        HubUnderTest wrong(true, {u"--http.lissten=1"_s});
        QVERIFY(!wrong.start());
        QVERIFY(wrong.log().contains("http.lissten"));
    }
};

QTEST_GUILESS_MAIN(HubFlowTest)
#include "hub_flow_test.moc"
