// The live lane of a console: watching, presence, losing the link, and a hub without such a lane.
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/live_feed.h"
#include "app/link/session.h"
#include "core/json/codec.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

namespace {

struct Seat {
    QTemporaryDir folder;
    console::HubClock clock;
    console::HubLink link;
    console::Cache cache{folder.path() + QStringLiteral("/cache")};
    console::Feed feed{link, cache};
    console::LiveFeed live{feed};
    console::Session session{link, feed, clock, folder.path()};

    void signIn(const FakeHub& hub) {
        session.signIn(hub.url().toString(), QStringLiteral("wang"), QStringLiteral("right"));
    }
};

std::map<std::string, std::string> shown(const console::LiveWatch& watch) {
    std::map<std::string, std::string> out;
    for (const auto& [key, value] : watch.values())
        out.emplace(key, json::write(value.value));
    return out;
}
using Shown = std::map<std::string, std::string>;

} // namespace

class LiveFeedTest : public QObject {
    Q_OBJECT
    std::unique_ptr<FakeHub> hub_;

private Q_SLOTS:
    void init() {
        hub_ = std::make_unique<FakeHub>();
        hub_->snapshot = hall();
        hub_->up();
    }

    void whatIsWatchedIsShown() {
        Seat seat;
        console::LiveWatch near(seat.live, QStringLiteral("positions"));
        console::LiveWatch levels(seat.live, QStringLiteral("levels"));
        near.setBox({1, 2, 3, 4.5});
        levels.setSubjects({QStringLiteral("a"), QStringLiteral("b")});
        seat.signIn(*hub_);
        QTRY_COMPARE(hub_->live.size(), 2);
        hub_->live.sort();
        QCOMPARE(
            hub_->live,
            (QStringList{
                QStringLiteral(
                    R"({"t":"watch","id":1,"topic":"positions","box":{"west":1.0,"south":2.0,"east":3.0,"north":4.5}})"),
                QStringLiteral(R"({"t":"watch","id":2,"topic":"levels","subjects":["a","b"]})")}));
        hub_->pushLive(
            R"([{"id":1,"set":[{"key":"x","place":{"lon":2,"lat":3},"at":5,"value":1},)"
            R"({"key":"y","place":{"lon":2,"lat":3},"at":5,"value":{"n":"pong"}}]},)"
            R"({"id":2,"set":[{"key":"a","at":5,"value":true}]},{"id":9,"gone":["a"]}])");
        QTRY_COMPARE(shown(near), (Shown{{"x", "1"}, {"y", R"({"n":"pong"})"}}));
        QCOMPARE(shown(levels), (Shown{{"a", "true"}}));
        QCOMPARE(near.values().at("x").place, (Place{2, 3}));
        hub_->pushLive(R"([{"id":1,"gone":["x"],"set":[{"key":"y","at":6,"value":"pong"}]}])");
        QTRY_COMPARE(shown(near), (Shown{{"y", R"("pong")"}}));
        QCOMPARE(shown(levels), (Shown{{"a", "true"}}));
    }

    void whatIsNotUnderstoodDoesNotEndTheStream() {
        Seat seat;
        console::LiveWatch watch(seat.live, QStringLiteral("levels"));
        watch.setSubjects({QStringLiteral("a")});
        seat.signIn(*hub_);
        QTRY_COMPARE(hub_->live.size(), 1);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not understood")));
        hub_->pushLive(R"([{"id":"one"}])");
        hub_->pushLive(R"([{"id":1,"set":[{"key":"a","at":5,"value":1}]}])");
        QTRY_COMPARE(shown(watch), (Shown{{"a", "1"}}));
        QCOMPARE(hub_->streamsFrom.size(), 1);
        QCOMPARE(hub_->snapshots, 1);
    }

    void aLostLinkIsNothingAndComesBack() {
        Seat seat;
        console::LiveWatch watch(seat.live, QStringLiteral("levels"));
        watch.setSubjects({QStringLiteral("a")});
        seat.live.present(QStringLiteral("presence.orders"), {QStringLiteral("o1")});
        seat.signIn(*hub_);
        QTRY_COMPARE(hub_->live.size(), 2);
        hub_->pushLive(R"([{"id":1,"set":[{"key":"a","at":5,"value":1}]}])");
        QTRY_COMPARE(shown(watch), (Shown{{"a", "1"}}));
        std::vector<std::string> gone;
        connect(&watch, &console::LiveWatch::changed, &watch,
                [&](const LiveChange& change) { gone = change.gone; });
        hub_->down();
        QTRY_VERIFY(watch.values().empty());
        QCOMPARE(gone, std::vector<std::string>{"a"});
        // Said while there is nobody to hear it, it is said when there is.
        watch.setSubjects({QStringLiteral("b")});
        seat.live.present(QStringLiteral("presence.orders"), {QStringLiteral("o2")});
        hub_->live.clear();
        hub_->up();
        seat.session.retry();
        QTRY_COMPARE(hub_->live.size(), 2);
        hub_->live.sort();
        QCOMPARE(
            hub_->live,
            (QStringList{
                QStringLiteral(R"({"t":"present","topic":"presence.orders","subjects":["o2"]})"),
                QStringLiteral(R"({"t":"watch","id":1,"topic":"levels","subjects":["b"]})")}));
    }

    void whatIsNoLongerWantedIsSaid() {
        Seat seat;
        auto watch = std::make_unique<console::LiveWatch>(seat.live, QStringLiteral("levels"));
        watch->setSubjects({QStringLiteral("a")});
        seat.live.present(QStringLiteral("presence.orders"), {QStringLiteral("o1")});
        seat.signIn(*hub_);
        QTRY_COMPARE(hub_->live.size(), 2);
        hub_->live.clear();
        watch->setSubjects({QStringLiteral("a")}); // the same
        watch->setSubjects({});
        watch->setSubjects({QStringLiteral("a")});
        watch.reset();
        seat.live.present(QStringLiteral("presence.orders"), {});
        seat.live.present(QStringLiteral("presence.orders"), {});
        QTRY_COMPARE(hub_->live.size(), 4);
        QCOMPARE(hub_->live,
                 (QStringList{
                     QStringLiteral(R"({"t":"unwatch","id":1})"),
                     QStringLiteral(R"({"t":"watch","id":2,"topic":"levels","subjects":["a"]})"),
                     QStringLiteral(R"({"t":"unwatch","id":2})"),
                     QStringLiteral(R"({"t":"present","topic":"presence.orders"})")}));
    }

    void aHubWithoutALiveLaneHearsNothingOfIt() {
        hub_->hasLiveLane = false;
        Seat seat;
        console::LiveWatch watch(seat.live, QStringLiteral("levels"));
        watch.setSubjects({QStringLiteral("a")});
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.latencyMs() >= 0);
        watch.setSubjects({QStringLiteral("b")});
        auto changed = hall().values<Resource>()[0];
        changed.name = "b";
        Change body;
        body.values<Resource>() = {changed};
        hub_->push(entry(0, "resource.changed", changed.id, body));
        QTRY_COMPARE(seat.feed.position(), 11);
        QCOMPARE(hub_->streamsFrom.size(), 1);
    }
};

QTEST_GUILESS_MAIN(LiveFeedTest)
#include "live_feed_test.moc"
