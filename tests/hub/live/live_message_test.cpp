#include "hub/live/live_message.h"

#include "core/json/codec.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;

class LiveMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messages_are_read() {
        const auto ping = read_seat_message(R"({"t":"ping","at":12})");
        QVERIFY(ping && std::get<PingMessage>(*ping).at == 12);
        const auto watch = read_seat_message(
            R"({"t":"watch","id":3,"topic":"positions","box":{"west":1,"south":2,"east":3,"north":4},"new":1})");
        QVERIFY(watch);
        QCOMPARE(std::get<WatchLive>(*watch), (WatchLive{3, "positions", Box{1, 2, 3, 4}, {}}));
        const auto unwatch = read_seat_message(R"({"t":"unwatch","id":3})");
        QVERIFY(unwatch && std::get<UnwatchMessage>(*unwatch).id == 3);
        const auto present =
            read_seat_message(R"({"t":"present","topic":"presence.orders","subjects":["a","b"]})");
        QVERIFY(present);
        QCOMPARE(std::get<PresentLive>(*present), (PresentLive{"presence.orders", {"a", "b"}}));
    }

    void what_is_none_is_refused_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "1", "[]", "{}", "ping", R"({"t":1})", R"({"t":"other"})", R"({"t":"ping"})",
              R"({"t":"ping","at":"now"})", R"({"t":"watch","topic":"a"})",
              R"({"t":"watch","id":1.5,"topic":"a"})", R"({"t":"watch","id":1})",
              R"({"t":"watch","id":1,"topic":2})",
              R"({"t":"watch","id":1,"topic":"a","box":{"west":1}})", R"({"t":"unwatch"})",
              R"({"t":"unwatch","id":[]})", R"({"t":"present"})",
              R"({"t":"present","topic":"a","subjects":"b"})"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << "{\"t\":" + QByteArray(2'000, '[');
    }
    void what_is_none_is_refused() {
        QFETCH(QByteArray, text);
        QVERIFY(!read_seat_message(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(LiveMessageTest)
#include "live_message_test.moc"
