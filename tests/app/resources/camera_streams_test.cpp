// Addresses of cameras with their passwords: asked of the hub when somebody watches, anew when the
// camera has changed, and not kept when the account is another one.
#include "app/link/hub_link.h"
#include "app/resources/camera_streams.h"
#include "app/resources/resource_store.h"
#include "core/resource/camera_health_codec.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

struct Desk {
    FakeHub hub;
    HubLink link;
    Source source;
    ResourceStore store{source};
    CameraStreams streams{link, store};
    Snapshot snapshot = hall();
    Resource camera = resource(40, Layer::camera, "other", "东门", "dm", {114.03, 30.58});
    QString id = QString::fromStdString(camera.id);

    Desk() {
        camera.stream = "rtsp://10.1.2.3/a";
        camera.version = 5;
        snapshot.values<Resource>().push_back(camera);
        hub.up();
        link.become(hub.url(), QStringLiteral("somebody"), hub.token);
        link.setReachable(true);
        answer("rtsp://hall:pw@10.1.2.3/a");
        Q_EMIT source.loaded(shared(snapshot));
    }
    [[nodiscard]] QByteArray path() const { return "/resources/" + id.toUtf8() + "/stream"; }
    void answer(const QByteArray& address) {
        hub.pages[path()] = "{\"address\":\"" + address + "\"}";
    }
    void change() {
        ++camera.version;
        Change body;
        body.values<Resource>() = {camera};
        Q_EMIT source.arrived(shared({entry(11, "resource.changed", camera.id, body)}));
    }
};

const auto whole = QStringLiteral("rtsp://hall:pw@10.1.2.3/a");
const auto plain = QStringLiteral("rtsp://10.1.2.3/a");

} // namespace

class CameraStreamsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksWhenSomebodyWatches();
    void follows();
    void whileTheHubIsAway();
    void refused();
    void anotherAccount();
    void theSubStream();
    void aKeyThatIsNotThere();
    void forgottenWhenNobodyLooks();
    void whatTilesSeeIsTold();
};

void CameraStreamsTest::asksWhenSomebodyWatches() {
    Desk desk;
    QVERIFY(desk.hub.fetched.isEmpty());
    CameraStream tile;
    tile.setStreams(&desk.streams);
    tile.setResource(desk.id);
    QCOMPARE(tile.name(), QStringLiteral("东门"));
    QVERIFY(tile.isAsking());
    QCOMPARE(tile.address(), QString());
    QTRY_COMPARE(tile.address(), whole);
    QVERIFY(!tile.isAsking());
    // A second tile has it at once.
    CameraStream other;
    other.setStreams(&desk.streams);
    other.setResource(desk.id);
    QCOMPARE(other.address(), whole);
    QCOMPARE(desk.hub.fetched.size(), 1);
}

void CameraStreamsTest::follows() {
    Desk desk;
    CameraStream tile;
    tile.setStreams(&desk.streams);
    tile.setResource(desk.id);
    QTRY_COMPARE(tile.address(), whole);
    desk.answer("rtsp://hall:new@10.1.2.3/a");
    desk.camera.name = "西门";
    desk.change();
    QCOMPARE(tile.name(), QStringLiteral("西门"));
    QCOMPARE(tile.address(), whole); // it plays on until the answer is there
    QTRY_COMPARE(tile.address(), QStringLiteral("rtsp://hall:new@10.1.2.3/a"));
    Q_EMIT desk.source.loaded(shared(Snapshot()));
    QCOMPARE(tile.address(), QString());
    Q_EMIT desk.source.loaded(shared(desk.snapshot));
    QTRY_COMPARE(tile.address(), QStringLiteral("rtsp://hall:new@10.1.2.3/a"));
    desk.camera.stream.clear();
    desk.change();
    QCOMPARE(tile.address(), QString());
    QVERIFY(!tile.isAsking());
}

void CameraStreamsTest::whileTheHubIsAway() {
    Desk desk;
    desk.hub.down();
    desk.link.setReachable(false);
    CameraStream tile;
    tile.setStreams(&desk.streams);
    tile.setResource(desk.id);
    QCOMPARE(tile.address(), plain);
    QTRY_VERIFY(!tile.isAsking());
    desk.hub.up();
    desk.link.setReachable(true);
    QTRY_COMPARE(tile.address(), whole);
    // What is known goes on when it is away again.
    desk.hub.down();
    desk.link.setReachable(false);
    desk.change();
    QTRY_VERIFY(!tile.isAsking());
    QCOMPARE(tile.address(), whole);
}

void CameraStreamsTest::refused() {
    Desk desk;
    desk.hub.pages.clear();
    desk.hub.refuseStatus = 403;
    desk.hub.refuseKind = "forbidden";
    CameraStream tile;
    tile.setStreams(&desk.streams);
    tile.setResource(desk.id);
    QTRY_VERIFY(!tile.isAsking());
    QCOMPARE(tile.address(), QString());
    QVERIFY(!tile.problem().isEmpty());
    // A hub of before has no such request: its resources hold all there is.
    desk.hub.refuseStatus = 0;
    desk.change();
    QTRY_COMPARE(tile.address(), plain);
    QCOMPARE(tile.problem(), QString());
}

void CameraStreamsTest::theSubStream() {
    Desk desk;
    desk.hub.pages[desk.path()] =
        R"({"address":"rtsp://hall:pw@10.1.2.3/a","sub":"rtsp://hall:pw@10.1.2.3/b"})";
    CameraStream tile;
    tile.setStreams(&desk.streams);
    tile.setResource(desk.id);
    QTRY_COMPARE(tile.addresses(),
                 (QStringList{whole, QStringLiteral("rtsp://hall:pw@10.1.2.3/b")}));
    desk.answer(whole.toUtf8());
    desk.change();
    QTRY_COMPARE(tile.addresses(), QStringList{whole});
}

void CameraStreamsTest::aKeyThatIsNotThere() {
    Desk desk;
    desk.hub.pages.clear();
    desk.hub.refuseStatus = 409;
    desk.hub.refuseKind = "wrong_state";
    CameraStream tile;
    tile.setStreams(&desk.streams);
    tile.setResource(desk.id);
    QTRY_VERIFY(!tile.isAsking());
    QVERIFY(tile.addresses().isEmpty());
    QVERIFY(!tile.problem().isEmpty());
}

/// A password stays in memory no longer than somebody may come back to the camera.
void CameraStreamsTest::forgottenWhenNobodyLooks() {
    Desk desk;
    CameraStream tile;
    auto other = std::make_unique<CameraStream>();
    for (auto* one : {&tile, other.get()}) {
        one->setStreams(&desk.streams);
        one->setResource(desk.id);
    }
    QTRY_COMPARE(tile.address(), whole);
    const auto asked = [&] { return desk.hub.fetched.size(); };
    const auto before = asked();
    other.reset();
    for (int sweep = 0; sweep < 3; ++sweep)
        desk.streams.sweep();
    QVERIFY(desk.streams.isKept(desk.id)); // the tile shows it still
    tile.setResource({});
    desk.streams.sweep();
    QVERIFY(desk.streams.isKept(desk.id)); // whoever comes back at once has it
    desk.streams.sweep();
    QVERIFY(!desk.streams.isKept(desk.id));
    QCOMPARE(asked(), before);
    tile.setResource(desk.id);
    QCOMPARE(tile.address(), QString());
    QTRY_COMPARE(tile.address(), whole);
    QCOMPARE(asked(), before + 1);
}

void CameraStreamsTest::whatTilesSeeIsTold() {
    Desk desk;
    const auto other = QString::fromStdString(chengyun::test::id(41));
    CameraStream broken, shows, unknown, elsewhere;
    for (auto* tile : {&broken, &shows, &unknown, &elsewhere}) {
        tile->setStreams(&desk.streams);
        tile->setResource(tile == &elsewhere ? other : desk.id);
    }
    auto& reports = desk.streams.reports();
    reports.send(); // nobody knows anything yet
    broken.setFault(QStringLiteral("unreachable"));
    shows.setFault(QStringLiteral("none"));
    unknown.setFault(QStringLiteral("no such word"));
    elsewhere.setFault(QStringLiteral("stalled"));
    desk.link.setReachable(false);
    reports.send();
    desk.link.setReachable(true);
    reports.send();
    QTRY_COMPARE(desk.hub.carriedOut.size(), 1);
    QCOMPARE(desk.hub.paths, QList<QByteArray>{"/cameras/health"});
    auto seen = json::read<SeenCameras>(desk.hub.carriedOut[0].toStdString());
    QVERIFY(seen);
    // One tile that shows it is enough.
    const SeenCameras wanted{
        {{desk.camera.id, CameraFault::none}, {chengyun::test::id(41), CameraFault::stalled}}};
    QVERIFY(*seen == wanted);

    // A tile that has gone or shows another camera says nothing of it any more.
    shows.setResource({});
    elsewhere.setStreams(nullptr);
    reports.send();
    QTRY_COMPARE(desk.hub.paths.size(), 2);
    broken.setFault({});
    reports.send();
    QCOMPARE(desk.hub.paths.size(), 2);
}

void CameraStreamsTest::anotherAccount() {
    Desk desk;
    desk.link.become(desk.hub.url(), QStringLiteral("first"), desk.hub.token);
    CameraStream tile;
    tile.setStreams(&desk.streams);
    tile.setResource(desk.id);
    QTRY_COMPARE(tile.address(), whole);
    desk.hub.pages.clear();
    desk.hub.refuseStatus = 403;
    desk.hub.refuseKind = "forbidden";
    desk.link.become(desk.hub.url(), QStringLiteral("second"), desk.hub.token);
    QCOMPARE(tile.address(), QString());
    QTRY_VERIFY(!tile.problem().isEmpty());
    QCOMPARE(tile.address(), QString());
}

QTEST_GUILESS_MAIN(CameraStreamsTest)
#include "camera_streams_test.moc"
