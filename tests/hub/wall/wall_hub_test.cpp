// A wall of a real hub: its machine is signed in, hears what an operator puts up, changes nothing,
// and goes dark when it is revoked.
#include "tests/support/hub_under_test.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QNetworkProxy>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;

namespace {

/// The machine on the stream: the boards that come.
class Machine {
public:
    Machine(HubUnderTest& hub, const QByteArray& token) {
        const auto from = hub.get(u"/api/v1/snapshot"_s, token).json()["seq"_L1].toInteger();
        QObject::connect(
            &socket, &QWebSocket::textMessageReceived, &socket, [this](const QString& text) {
                const auto frame = QJsonDocument::fromJson(text.toUtf8()).object();
                for (const auto& entry : frame["entries"_L1].toArray())
                    for (const auto& board : entry["body"_L1]["wall_boards"_L1].toArray())
                        boards << board.toObject();
                for (const auto& watch : frame["watches"_L1].toArray()) {
                    for (const auto& value : watch["set"_L1].toArray())
                        hands = {value["value"_L1].toObject()};
                    if (!watch["gone"_L1].toArray().isEmpty())
                        hands.clear();
                }
            });
        auto url = hub.url(u"/api/v1/stream?from=%1"_s.arg(from));
        url.setScheme(u"ws"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token);
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.open(request);
    }

    QWebSocket socket;
    QList<QJsonObject> boards;
    QList<QJsonObject> hands; ///< of one hand at most
};

} // namespace

class WallFlowTest : public QObject {
    Q_OBJECT
    HubUnderTest hub_;
    QByteArray operator_, admin_, machine_;
    QString wall_;

    QString address(const QString& act) const { return u"/api/v1/walls/%1/%2"_s.arg(wall_, act); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub_.start(), hub_.log().constData());
        operator_ = hub_.signIn(u"operator"_s);
        admin_ = hub_.signIn(u"admin"_s);
        wall_ = hub_.get(u"/api/v1/walls"_s, operator_).json()["items"_L1][0]["id"_L1].toString();
        QVERIFY(!wall_.isEmpty());
    }

    void the_demonstration_has_a_filled_wall() {
        const auto board = hub_.get(address(u"board"_s), operator_).json();
        QStringList kinds;
        for (const auto& screen : board["screens"_L1].toArray())
            for (const auto& pane : screen["panes"_L1].toArray())
                kinds << pane["content"_L1]["kind"_L1].toString();
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"camera"_s, u"camera"_s, u"camera"_s, u"camera"_s, u"duty"_s,
                                     u"load"_s, u"map"_s, u"orders"_s, u"title"_s}));
        QCOMPARE(hub_.get(address(u"presets"_s), operator_).json()["items"_L1].toArray().size(), 2);
    }

    void its_machine_is_signed_in() {
        QFile file(hub_.dataDir() + u"/wall-session.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!(QFileInfo(file).permissions() &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
        const auto session = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(session["url"_L1].toString(), hub_.url({}).toString(QUrl::RemovePath));
        machine_ = session["token"_L1].toString().toUtf8();
        const auto me = hub_.get(u"/api/v1/me"_s, machine_).json();
        QCOMPARE(me["role"_L1].toString(), u"wall"_s);
        QCOMPARE(me["name"_L1].toString(), u"wall."_s + wall_);
    }

    void it_hears_and_says_nothing() {
        Machine machine(hub_, machine_);
        QTRY_COMPARE(machine.socket.state(), QAbstractSocket::ConnectedState);
        const QJsonObject content{{"kind"_L1, "announcement"_L1},
                                  {"subject"_L1, ""_L1},
                                  {"title"_L1, u"预警"_s},
                                  {"text"_L1, u"暴雨红色预警"_s}};
        const QJsonObject command{
            {"screen"_L1, u"右"_s}, {"cell"_L1, 0}, {"content"_L1, content}, {"minutes"_L1, 5}};
        QCOMPARE(hub_.command("POST", address(u"put_up"_s), operator_, command).status, 200);
        QTRY_COMPARE(machine.boards.size(), 1);
        QCOMPARE(machine.boards[0], hub_.get(address(u"board"_s), machine_).json());
        QCOMPARE(hub_.command("POST", address(u"put_up"_s), machine_, command).problem(),
                 u"forbidden"_s);
        QCOMPARE(hub_.command("POST", address(u"undo"_s), operator_, {}).status, 200);
        QTRY_COMPARE(machine.boards.size(), 2);
    }

    /// What an operator points at is at the machine within the second, and in no journal.
    void it_sees_where_an_operator_points() {
        Machine machine(hub_, machine_);
        QTRY_COMPARE(machine.socket.state(), QAbstractSocket::ConnectedState);
        machine.socket.sendTextMessage(
            uR"({"t":"watch","id":1,"topic":"wall.hands","subjects":["%1"]})"_s.arg(wall_));
        const auto last = [&] {
            return hub_.get(u"/api/v1/snapshot"_s, operator_).json()["seq"_L1].toInteger();
        };
        const auto before = last();
        QJsonObject hand{{"x"_L1, 10},
                         {"y"_L1, 20},
                         {"screen"_L1, ""_L1},
                         {"cell"_L1, -1},
                         {"options"_L1, QJsonObject()}};
        const auto point = [&](const QByteArray& token) {
            return hub_.request("POST", address(u"hand"_s), token, QJsonDocument(hand).toJson());
        };
        QCOMPARE(point(operator_).status, 200);
        QTRY_COMPARE(machine.hands.size(), 1);
        QCOMPARE(machine.hands[0]["x"_L1].toInt(), 10);
        QVERIFY(!machine.hands[0]["name"_L1].toString().isEmpty());
        QCOMPARE(point(machine_).problem(), u"forbidden"_s);
        hand["x"_L1] = hand["y"_L1] = -1;
        QCOMPARE(point(operator_).status, 200);
        QTRY_VERIFY(machine.hands.isEmpty());
        QCOMPARE(last(), before);
    }

    /// By a code, as every machine that is set up; the one that was signed in goes dark.
    void a_code_signs_it_in() {
        const auto code = hub_.request("POST", address(u"device"_s), admin_).json();
        QCOMPARE(hub_.get(u"/api/v1/me"_s, machine_).status, 401); // the one of before
        const auto session =
            hub_.request("POST", u"/api/v1/links"_s, {},
                         QJsonDocument(QJsonObject{{"token"_L1, code["code"_L1]}}).toJson());
        QCOMPARE(session.status, 200);
        machine_ = session.json()["token"_L1].toString().toUtf8();
        QCOMPARE(hub_.get(address(u"board"_s), machine_).status, 200);
    }

    void revoked_it_goes_dark() {
        Machine machine(hub_, machine_);
        QTRY_COMPARE(machine.socket.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(hub_.command("DELETE", address(u"device"_s), admin_, {}).status, 200);
        QTRY_COMPARE(machine.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(machine.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
        QCOMPARE(hub_.get(u"/api/v1/me"_s, machine_).status, 401);
    }
};

QTEST_GUILESS_MAIN(WallFlowTest)
#include "wall_hub_test.moc"
