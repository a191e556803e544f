// Who else has the order open, as a seat tells and shows it.
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/session.h"
#include "app/orders/order_presence.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

namespace {

QByteArray there(const QByteArray& key, const QByteArray& name) {
    return R"({"key":")" + key + R"(","subject":"o1","at":1,"value":{"account":"a","name":")" +
           name + R"("}})";
}

} // namespace

class PresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void othersAreNamed() {
        FakeHub hub;
        hub.snapshot = hall();
        hub.up();
        QTemporaryDir folder;
        console::HubClock clock;
        console::HubLink link;
        console::Cache cache(folder.path() + QStringLiteral("/cache"));
        console::Feed feed(link, cache);
        console::LiveFeed live(feed);
        console::Session session(link, feed, clock, folder.path());
        console::OrderPresence presence(live);
        QSignalSpy changed(&presence, &console::OrderPresence::othersChanged);
        presence.setOrder(QStringLiteral("o1"));
        session.signIn(hub.url().toString(), QStringLiteral("wang"), QStringLiteral("right"));
        QTRY_COMPARE(hub.live.size(), 2);
        hub.live.sort();
        QCOMPARE(
            hub.live,
            (QStringList{
                QStringLiteral(R"({"t":"present","topic":"presence.orders","subjects":["o1"]})"),
                QStringLiteral(
                    R"({"t":"watch","id":1,"topic":"presence.orders","subjects":["o1"]})")}));

        // Somebody with two seats is one person; what cannot be shown is marked.
        hub.pushLive(R"([{"id":1,"set":[)" + there("o1/2", "李明") + "," +
                     there("o1/3", "王\u202e芳") + "," + there("o1/4", "李明") +
                     R"(,{"key":"o1/5","at":1,"value":7}]}])");
        QTRY_COMPARE(presence.others(),
                     (QStringList{QStringLiteral("李明"), QStringLiteral("王\ufffd芳")}));
        QCOMPARE(changed.count(), 1);
        hub.pushLive(R"([{"id":1,"gone":["o1/2","o1/3"]}])");
        QTRY_COMPARE(presence.others(), QStringList{QStringLiteral("李明")});

        // Those at the order before are not at this one.
        hub.live.clear();
        presence.setOrder(QStringLiteral("o2"));
        QCOMPARE(presence.others(), QStringList());
        hub.pushLive(R"([{"id":1,"set":[)" + there("o1/6", "too late") + "]}]");
        QTRY_COMPARE(hub.live.size(), 3);
        hub.pushLive(R"([{"id":2,"set":[)" + there("o2/2", "李明") + "]}]");
        QTRY_COMPARE(presence.others(), QStringList{QStringLiteral("李明")});
        hub.down();
        QTRY_COMPARE(presence.others(), QStringList());
        presence.setOrder({});
        QCOMPARE(presence.order(), QString());
    }
};

QTEST_GUILESS_MAIN(PresenceTest)
#include "presence_test.moc"
