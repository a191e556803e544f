// One alarm desk for two seats of a real hub: who took what is told to both, and survives a kill.
#include "tests/support/hub_under_test.h"

#include <QDateTime>
#include <QJsonArray>
#include <QNetworkProxy>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;
using chengyun::test::newKey;

namespace {

/// A seat on the stream: the entries about alarms.
class Seat {
public:
    Seat(HubUnderTest& hub, const QByteArray& token) {
        const auto from = hub.get(u"/api/v1/snapshot"_s, token).json()["seq"_L1].toInteger();
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString& text) {
                             const auto frame = QJsonDocument::fromJson(text.toUtf8()).object();
                             for (const auto& entry : frame["entries"_L1].toArray())
                                 if (entry["kind"_L1].toString().startsWith(u"alarm."_s))
                                     entries << entry.toObject();
                         });
        auto url = hub.url(u"/api/v1/stream?from=%1"_s.arg(from));
        url.setScheme(u"ws"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token);
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.open(request);
    }
    [[nodiscard]] QStringList kinds() const {
        QStringList out;
        for (const auto& entry : entries)
            out << entry["kind"_L1].toString();
        return out;
    }

    QWebSocket socket;
    QList<QJsonObject> entries;
};

} // namespace

class AlarmDeskTest : public QObject {
    Q_OBJECT
    HubUnderTest hub_;
    QByteArray commander_, operator_, unit_;
    QString order_;

    QJsonArray marks(const QByteArray& token) {
        return hub_.get(u"/api/v1/snapshot"_s, token).json()["alarms"_L1].toArray();
    }
    QJsonObject item(const QString& occurrence, qint64 version = 0) const {
        return {{"id"_L1, u"order/%1/overdue/%2"_s.arg(order_, occurrence)},
                {"raised"_L1, QDateTime::currentMSecsSinceEpoch()},
                {"version"_L1, version}};
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub_.start(), hub_.log().constData());
        commander_ = hub_.signIn(u"commander"_s);
        operator_ = hub_.signIn(u"operator"_s);
        unit_ = hub_.signIn(u"unit"_s);
        order_ =
            hub_.get(u"/api/v1/snapshot"_s, operator_).json()["orders"_L1][0]["id"_L1].toString();
        QVERIFY(!order_.isEmpty());
    }

    void both_hear_who_took_it_and_the_second_is_told() {
        Seat one(hub_, commander_), two(hub_, operator_), phone(hub_, unit_);
        const QJsonObject body{{"alarms"_L1, QJsonArray{item(u"a"_s)}}};
        const auto key = newKey();
        const auto first = hub_.command("POST", u"/api/v1/alarms/take"_s, commander_, body, key);
        QCOMPARE(first.status, 200);
        QTRY_COMPARE(one.kinds(), QStringList{u"alarm.taken"_s});
        QTRY_COMPARE(two.kinds(), QStringList{u"alarm.taken"_s});
        QCOMPARE(two.entries[0]["subject"_L1].toString(), order_);
        // The same command again is the same; another seat's is told who was first.
        QCOMPARE(hub_.command("POST", u"/api/v1/alarms/take"_s, commander_, body, key).body,
                 first.body);
        const auto second = hub_.command("POST", u"/api/v1/alarms/take"_s, operator_, body);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.json()["change"_L1]["alarms"_L1][0]["by"_L1],
                 first.json()["change"_L1]["alarms"_L1][0]["by"_L1]);
        QCOMPARE(hub_.command("POST", u"/api/v1/alarms/take"_s, unit_, body).problem(),
                 u"forbidden"_s);
        QVERIFY(marks(unit_).isEmpty());
        QVERIFY(phone.entries.isEmpty());
    }

    void the_journal_tells_it() {
        QJsonArray items = hub_.get(u"/api/v1/timeline?subject=%1"_s.arg(order_), operator_)
                               .json()["items"_L1]
                               .toArray();
        QCOMPARE(items.last()["kind"_L1].toString(), u"alarm.taken"_s);
        QVERIFY(!items.last()["actor_name"_L1].toString().isEmpty());
    }

    /// A hub that is killed at any moment has what it has said yes to; and what comes back while it
    /// is down comes back when it is there again.
    void killed_it_has_lost_nothing() {
        const auto until = QDateTime::currentMSecsSinceEpoch() + 2000;
        const auto done = hub_.command("POST", u"/api/v1/alarms/snooze"_s, operator_,
                                       {{"alarms"_L1, QJsonArray{item(u"b"_s)}},
                                        {"until"_L1, until},
                                        {"reason"_L1, u"在通话"_s}});
        QCOMPARE(done.status, 200);
        QCOMPARE(int(marks(commander_).size()), 2);
        hub_.kill();
        QVERIFY2(hub_.start(), hub_.log().constData());
        commander_ = hub_.signIn(u"commander"_s);
        QTRY_COMPARE_WITH_TIMEOUT(int(marks(commander_).size()), 1, 20000);
        QVERIFY(QDateTime::currentMSecsSinceEpoch() >= until);
        QVERIFY(marks(commander_)[0]["id"_L1].toString().endsWith(u"/a"_s));
        const auto items = hub_.get(u"/api/v1/timeline?subject=%1"_s.arg(order_), commander_)
                               .json()["items"_L1]
                               .toArray();
        QCOMPARE(items.last()["kind"_L1].toString(), u"alarm.released"_s);
        QCOMPARE(items.last()["actor"_L1].toString(), u"timer"_s);
    }
};

QTEST_GUILESS_MAIN(AlarmDeskTest)
#include "alarm_desk_test.moc"
