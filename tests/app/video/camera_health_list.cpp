// Which cameras give no picture: from what the hub tells to rows and counts.
#include "app/video/camera_health_list.h"

#include "app/resources/resource_store.h"
#include "core/resource/camera_health_codec.h"
#include "tests/app/link/hall.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

CameraHealth health(const Resource& camera, CameraFault fault, std::int64_t minutes,
                    std::int64_t version) {
    CameraHealth out;
    out.camera = camera.id;
    out.area = camera.area;
    out.fault = fault;
    out.since = instant_of(hallNow - minutes * minute);
    if (fault != CameraFault::none)
        out.seen = out.since - std::chrono::seconds(15);
    out.version = version;
    return out;
}

struct Desk {
    Source source;
    ResourceStore store{source};
    CameraHealthList list{source, store};
    QAbstractItemModelTester tester{&list};
    Snapshot snapshot = hall();
    std::vector<Resource> cameras;
    std::int64_t seq = 100;

    Desk() {
        for (int i = 0; i < 4; ++i) {
            auto camera = resource(40 + i, Layer::camera, "other", "路口" + std::to_string(i), "lk",
                                   {114.03, 30.58});
            // One of the first street's two lies in a community of it.
            camera.area = i == 0 ? "420114001003" : i == 1 ? "420114001000" : "420114002000";
            // The last one is known, and cannot be reached by anybody.
            if (i < 3)
                camera.stream = "rtsp://10.1.2.3/" + std::to_string(i);
            cameras.push_back(camera);
        }
        snapshot.values<Resource>().insert(snapshot.values<Resource>().end(), cameras.begin(),
                                           cameras.end());
    }
    void load() { Q_EMIT source.loaded(shared(snapshot)); }
    void tell(const CameraHealth& value) {
        Change body;
        body.values<CameraHealth>() = {value};
        Q_EMIT source.arrived(shared({entry(++seq, "camera.health", value.camera, body)}));
    }
    [[nodiscard]] QVariant at(int row, CameraHealthList::Role role) const {
        return list.data(list.index(row), role);
    }
};

} // namespace

class CameraHealthListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_and_counts() {
        Desk desk;
        desk.snapshot.values<CameraHealth>() = {
            health(desk.cameras[0], CameraFault::unreachable, 30, 1),
            health(desk.cameras[1], CameraFault::none, 50, 2),
            health(desk.cameras[2], CameraFault::unauthorized, 90, 3)};
        desk.load();
        QCOMPARE(desk.list.broken(), 2);
        QCOMPARE(desk.list.online(), 1);
        QCOMPARE(desk.list.cameras(), 3);
        // Broken for longest first.
        QCOMPARE(desk.at(0, CameraHealthList::NameRole).toString(), QStringLiteral("路口2"));
        QCOMPARE(desk.at(0, CameraHealthList::SinceRole).toLongLong(), hallNow - 90 * minute);
        QCOMPARE(desk.at(0, CameraHealthList::SeenRole).toLongLong(),
                 hallNow - 90 * minute - 15000);
        QCOMPARE(desk.at(1, CameraHealthList::FaultRole).toString(), QStringLiteral("unreachable"));
        QVERIFY(!desk.at(1, CameraHealthList::FaultNameRole).toString().isEmpty());
        QCOMPARE(desk.list.areas().size(), 2);
        for (const auto& area : desk.list.areas())
            QCOMPARE(area.toMap().value(QStringLiteral("broken")).toInt(), 1);
    }

    void it_follows() {
        Desk desk;
        desk.load();
        QCOMPARE(desk.list.broken(), 0);
        desk.tell(health(desk.cameras[0], CameraFault::stalled, 5, 10));
        QCOMPARE(desk.list.broken(), 1);
        QCOMPARE(desk.list.areas().constFirst().toMap().value(QStringLiteral("area")).toString(),
                 QStringLiteral("420114001000"));
        desk.tell(health(desk.cameras[0], CameraFault::none, 1, 11));
        QCOMPARE(desk.list.broken(), 0);
        QCOMPARE(desk.list.online(), 1);
        desk.tell(health(desk.cameras[1], CameraFault::ended, 1, 12));
        auto removed = entry(++desk.seq, "resource.removed", desk.cameras[1].id, {});
        removed.id = desk.cameras[1].id;
        Q_EMIT desk.source.arrived(shared({removed}));
        QCOMPARE(desk.list.broken(), 0);
        QCOMPARE(desk.list.cameras(), 2);
    }
};

QTEST_GUILESS_MAIN(CameraHealthListTest)
#include "camera_health_list.moc"
