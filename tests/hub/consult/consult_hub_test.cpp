// A consultation about an order, through the real hub and the real Janus: who is let in by the
// media server, who is not, and what is left after either of the two was killed.
#include "tests/support/hub_under_test.h"
#include "tests/support/janus_under_test.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QNetworkProxy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;
using chengyun::test::JanusUnderTest;

namespace {

constexpr int patience = 20'000; // ms; what is waited for comes within seconds

/// A seat at the media server.
class Seat {
public:
    explicit Seat(const QString& url) {
        socket_.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&socket_, &QWebSocket::textMessageReceived, &socket_,
                         [this](const QString& text) {
                             heard_ << QJsonDocument::fromJson(text.toUtf8()).object();
                         });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"janus-protocol"_s});
        socket_.open(QUrl(url), options);
    }

    /// The answer, which is no "ack"; empty where none came.
    QJsonObject ask(QJsonObject request) {
        if (!QTest::qWaitFor([&] { return socket_.state() == QAbstractSocket::ConnectedState; },
                             patience))
            return {};
        const auto transaction = QString::number(++asked_);
        request["transaction"_L1] = transaction;
        if (session_ != 0)
            request["session_id"_L1] = session_;
        if (handle_ != 0)
            request["handle_id"_L1] = handle_;
        if (!token.isEmpty())
            request["token"_L1] = token;
        socket_.sendTextMessage(
            QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact)));
        QJsonObject answer;
        static_cast<void>(QTest::qWaitFor(
            [&] {
                for (const auto& one : std::as_const(heard_))
                    if (one["transaction"_L1] == transaction && one["janus"_L1] != "ack"_L1)
                        answer = one;
                return !answer.isEmpty();
            },
            patience));
        return answer;
    }
    /// A session with the VideoRoom; false where it is refused.
    bool attach() {
        session_ = qint64(ask({{"janus"_L1, "create"_L1}})["data"_L1]["id"_L1].toDouble());
        if (session_ == 0)
            return false;
        handle_ = qint64(ask({{"janus"_L1, "attach"_L1},
                              {"plugin"_L1, "janus.plugin.videoroom"_L1}})["data"_L1]["id"_L1]
                             .toDouble());
        return handle_ != 0;
    }
    /// "joined", or the code of the refusal.
    QString join(const QString& room, const QString& feed) {
        const auto answer = ask({{"janus"_L1, "message"_L1},
                                 {"body"_L1, QJsonObject{{"request"_L1, "join"_L1},
                                                         {"ptype"_L1, "publisher"_L1},
                                                         {"room"_L1, room},
                                                         {"id"_L1, feed},
                                                         {"token"_L1, token}}}});
        const auto data = answer["plugindata"_L1]["data"_L1];
        return data["videoroom"_L1] == "joined"_L1 ? u"joined"_s
                                                   : QString::number(data["error_code"_L1].toInt(
                                                         answer["error"_L1]["code"_L1].toInt()));
    }
    /// Whether the token still serves for anything.
    bool is_answered() {
        return ask({{"janus"_L1, "message"_L1},
                    {"body"_L1, QJsonObject{{"request"_L1, "list"_L1}}}})["janus"_L1] ==
               "success"_L1;
    }
    /// Whether the room has put this seat out.
    [[nodiscard]] bool is_out() const {
        for (const auto& one : heard_) {
            const auto data = one["plugindata"_L1]["data"_L1];
            if (data["leaving"_L1] == "ok"_L1 || data["videoroom"_L1] == "destroyed"_L1)
                return true;
        }
        return false;
    }
    /// What came last, for the words of a test that fails.
    [[nodiscard]] QByteArray heard() const {
        QByteArray out = socket_.errorString().toUtf8();
        for (const auto& one : heard_)
            out += '\n' + QJsonDocument(one).toJson(QJsonDocument::Compact);
        return out;
    }
    [[nodiscard]] bool is_connected() const {
        return socket_.state() == QAbstractSocket::ConnectedState;
    }
    QString token;

private:
    QWebSocket socket_;
    QList<QJsonObject> heard_;
    qint64 session_ = 0, handle_ = 0;
    int asked_ = 0;
};

} // namespace

class ConsultFlowTest : public QObject {
    Q_OBJECT
    JanusUnderTest janus_;
    HubUnderTest hub_{true, janus_.flags()};
    QByteArray operator_, unit_, commander_;
    QString order_, unit_id_, room_;

    QJsonObject room() { return hub_.get(u"/api/v1/consults/"_s + room_, operator_).json(); }
    QString state_of(const QString& member) {
        for (const auto& one : room()["members"_L1].toArray())
            if (one["id"_L1] == member)
                return one["state"_L1].toString();
        return {};
    }
    int act(const QByteArray& who, const QString& what, const QJsonObject& body = {}) {
        return hub_.command("POST", u"/api/v1/consults/%1/%2"_s.arg(room_, what), who, body).status;
    }
    QJsonObject ticket(const QByteArray& who) {
        return hub_.request("POST", u"/api/v1/consults/%1/ticket"_s.arg(room_), who).json();
    }
    bool media() {
        return hub_.get(u"/api/v1/consult_media"_s, operator_).json()["available"_L1].toBool();
    }
    static std::unique_ptr<Seat> seated(const QJsonObject& ticket) {
        auto seat = std::make_unique<Seat>(ticket["url"_L1].toString());
        seat->token = ticket["token"_L1].toString();
        return seat;
    }
    static QString join(Seat& seat, const QJsonObject& ticket) {
        return seat.join(ticket["room"_L1].toString(), ticket["feed"_L1].toString());
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub_.start(), hub_.log().constData());
        operator_ = hub_.signIn(u"operator"_s);
        unit_ = hub_.signIn(u"unit"_s);
        commander_ = hub_.signIn(u"commander"_s);
        unit_id_ = hub_.get(u"/api/v1/me"_s, unit_).json()["unit"_L1].toString();
        QVERIFY(!unit_id_.isEmpty());
        order_ = hub_.get(u"/api/v1/orders?state=open&unit="_s + unit_id_, operator_)
                     .json()["items"_L1][0]["order"_L1]["id"_L1]
                     .toString();
        QVERIFY(!order_.isEmpty());
    }

    /// Made by the commander, who is not in it; nobody has the chair.
    void the_demonstration_has_a_standing_room() {
        const auto rooms = hub_.get(u"/api/v1/consults"_s, operator_).json()["items"_L1].toArray();
        QCOMPARE(rooms.size(), 1);
        QCOMPARE(rooms[0]["kind"_L1].toString(), u"standing"_s);
        QCOMPARE(rooms[0]["chair"_L1].toString(), QString());
        QStringList states;
        for (const auto& member : rooms[0]["members"_L1].toArray())
            states << member["state"_L1].toString();
        states.sort();
        QCOMPARE(states, (QStringList{u"called"_s, u"left"_s}));
    }

    void without_the_media_server_all_else_works() {
        const QJsonArray proposed =
            hub_.get(u"/api/v1/consult_proposal?order="_s + order_, operator_)
                .json()["items"_L1]
                .toArray();
        QJsonArray call;
        QStringList posts;
        for (const auto& one : proposed) {
            call << QJsonObject{
                {"id"_L1, one["id"_L1]}, {"kind"_L1, one["kind"_L1]}, {"post"_L1, one["post"_L1]}};
            posts << one["post"_L1].toString();
        }
        posts.removeAll(QString());
        QVERIFY2(!posts.isEmpty(), "nobody of the duty chain is proposed");
        room_ = QString::fromLatin1(chengyun::test::newKey());
        const auto made = hub_.command("POST", u"/api/v1/consults"_s, operator_,
                                       {{"id"_L1, room_},
                                        {"kind"_L1, "order"_L1},
                                        {"title"_L1, u"暴雨会商"_s},
                                        {"order"_L1, order_},
                                        {"area"_L1, ""_L1},
                                        {"call"_L1, call}});
        QVERIFY2(made.status == 200, made.body);
        QCOMPARE(state_of(unit_id_), u"called"_s);
        QCOMPARE(act(unit_, u"accept"_s), 200);
        QCOMPARE(act(operator_, u"enter"_s), 200);
        QCOMPARE(act(unit_, u"enter"_s), 200);
        QCOMPARE(state_of(unit_id_), u"in"_s);
        QVERIFY(!media());
        const auto refused =
            hub_.request("POST", u"/api/v1/consults/%1/ticket"_s.arg(room_), operator_);
        QCOMPARE(refused.problem(), u"unavailable"_s);
    }

    void the_media_server_lets_in_by_ticket_only() {
        if (!JanusUnderTest::is_there())
            QSKIP("./dev has fetched no Janus for this machine");
        janus_.start();
        QTRY_VERIFY2_WITH_TIMEOUT(media(), janus_.log().constData(), patience);

        const auto his = ticket(unit_);
        // Without a token, or with one that nobody gave: no session at all.
        Seat stranger(his["url"_L1].toString());
        const QJsonObject create{{"janus"_L1, "create"_L1}};
        QCOMPARE(stranger.ask(create)["error"_L1]["code"_L1].toInt(), 403);
        stranger.token = u"a.b.c.d.e"_s;
        QCOMPARE(stranger.ask(create)["error"_L1]["code"_L1].toInt(), 403);
        // Another room than the ticket's is none for it.
        auto phone = seated(his);
        QVERIFY2(phone->attach(), phone->heard());
        QVERIFY(phone->join(QString::fromLatin1(chengyun::test::newKey()),
                            his["feed"_L1].toString()) != "joined"_L1);
        QCOMPARE(join(*phone, his), u"joined"_s);
        // While its owner is in, nobody else comes in with it.
        auto thief = seated(his);
        QVERIFY(thief->attach());
        QVERIFY(join(*thief, his) != "joined"_L1);

        auto other = seated(ticket(operator_));
        QVERIFY(other->attach());
        // Under a name of his own he is put out at the next look.
        QCOMPARE(other->join(room_, u"commander"_s), u"joined"_s);
        QTRY_VERIFY_WITH_TIMEOUT(other->is_out(), patience);
        QVERIFY(!phone->is_out());

        // Who is removed is put out, and his token serves for nothing.
        QCOMPARE(act(operator_, u"remove"_s, {{"member"_L1, unit_id_}}), 200);
        QTRY_VERIFY_WITH_TIMEOUT(phone->is_out(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!phone->is_answered(), patience);
        QCOMPARE(hub_.request("POST", u"/api/v1/consults/%1/ticket"_s.arg(room_), unit_).problem(),
                 u"not_found"_s);
    }

    void killed_and_back() {
        if (!JanusUnderTest::is_there())
            QSKIP("./dev has fetched no Janus for this machine");
        QVERIFY(media());
        const auto first = ticket(operator_);
        auto seat = seated(first);
        QVERIFY2(seat->attach(), seat->heard());
        QCOMPARE(join(*seat, first), u"joined"_s);

        // The hub: who is in stays in.
        hub_.kill();
        QVERIFY2(hub_.start(), hub_.log().constData());
        QTRY_VERIFY_WITH_TIMEOUT(media(), patience);
        QCOMPARE(state_of(unit_id_), u"removed"_s);
        QVERIFY(!seat->is_out());
        QVERIFY(seat->is_answered());
    }

    void a_killed_media_server_comes_back_with_its_rooms() {
        if (!JanusUnderTest::is_there())
            QSKIP("./dev has fetched no Janus for this machine");
        const auto before = ticket(operator_);
        auto seat = seated(before);
        QVERIFY2(seat->attach(), seat->heard());
        janus_.kill();
        QTRY_VERIFY_WITH_TIMEOUT(!seat->is_connected(), patience);
        QJsonObject fresh;
        const auto asks_again = [&] {
            fresh = ticket(operator_);
            return !fresh["token"_L1].toString().isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(asks_again(), patience);
        auto again = seated(fresh);
        QVERIFY(again->attach());
        QCOMPARE(join(*again, fresh), u"joined"_s);
        // What it knew before is worth nothing.
        auto old = seated(before);
        QCOMPARE(old->ask({{"janus"_L1, "create"_L1}})["error"_L1]["code"_L1].toInt(), 403);

        QCOMPARE(act(commander_, u"end"_s), 200);
        QTRY_VERIFY_WITH_TIMEOUT(again->is_out(), patience);
        QVERIFY(!room()["ended"_L1].isNull());
    }

    void no_secret_is_in_a_log() {
        QFile file(janus_.folder() + u"/secret"_s);
        const auto log = hub_.log();
        QVERIFY(!log.isEmpty());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!log.contains(file.readAll().trimmed()));
        QVERIFY(!log.contains(room_.toLatin1() + '.')); // as a token begins
    }
};

QTEST_GUILESS_MAIN(ConsultFlowTest)
#include "consult_hub_test.moc"
