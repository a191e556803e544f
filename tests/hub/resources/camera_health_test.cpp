// The health of cameras in the hub: from what consoles say to what is kept, told and counted.
#include "core/resource/camera_health_codec.h"
#include "core/resource/entry_kinds.h"
#include "hub/resources/camera_health.h"
#include "hub/store/findings.h"
#include "hub/store/rows.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

#include <algorithm>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

struct Desk {
    Hall hall;
    Resource camera;
    CameraHealthService& service = hall.map.cameras;

    explicit Desk(Layer layer = Layer::camera) {
        hall.add_areas();
        camera.id = new_id();
        camera.layer = layer;
        camera.code = "C1";
        camera.name = "东门";
        camera.kind = "other";
        camera.place = {114.15, 30.05};
        camera.area = Hall::east;
        must(hall.run(
            [&](Transaction& tx) { return hall.resources.put(tx, hall.commander, camera); }));
    }
    Result<> say(const Account& account, CameraFault fault, const std::string& session = "s") {
        return service.take(*hall.reader, account, session, {{{camera.id, fault}}}, hall.clock());
    }
    /// For so many minutes, once in each.
    void holds(const Account& account, CameraFault fault, int minutes) {
        for (int i = 0; i < minutes; ++i) {
            must(say(account, fault));
            hall.later(1);
            must(service.tell(*hall.writer, hall.clock()));
        }
    }
    std::vector<CameraHealth> kept(const std::string& scope = {}) {
        std::vector<CameraHealth> out;
        must(service.each(*hall.reader, scope, [&](std::string_view json) {
            out.push_back(must(json::read<CameraHealth>(json)));
        }));
        return out;
    }
    int entries() {
        return static_cast<int>(std::ranges::count(hall.kinds(), entry_kind::camera_health));
    }
    bool is_good() {
        Findings findings;
        must(service.check(*hall.reader, findings));
        return findings.told().empty();
    }
};

} // namespace

class CameraHealthTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changes_alone_are_told() {
        Desk desk;
        desk.holds(desk.hall.east_operator, CameraFault::none, 20);
        QCOMPARE(desk.entries(), 1);
        desk.holds(desk.hall.east_operator, CameraFault::unreachable, 20);
        QCOMPARE(desk.entries(), 2);
        const auto kept = desk.kept();
        QCOMPARE(kept.size(), 1U);
        QVERIFY(kept[0].fault == CameraFault::unreachable);
        QCOMPARE(kept[0].area, std::string(Hall::east));
        QVERIFY(kept[0].seen == kept[0].since - std::chrono::minutes(1));
        QVERIFY(desk.hall.chain_intact());
        QVERIFY(desk.is_good());
        // A seat starts with it, where it sees the camera.
        const auto snapshot = [&](const Account& account) {
            return must(desk.hall.snapshots.make(*desk.hall.reader, account, desk.hall.clock()));
        };
        QVERIFY(snapshot(desk.hall.east_operator).find("\"fault\":\"unreachable\"") !=
                std::string::npos);
        QVERIFY(snapshot(desk.hall.west_operator).find("\"fault\"") == std::string::npos);
        // The hub of after goes on where this one was.
        CameraHealthService later(*desk.hall.resource_store);
        must(later.open(*desk.hall.reader));
        for (int i = 0; i < 10; ++i) {
            must(later.take(*desk.hall.reader, desk.hall.commander, "s",
                            {{{desk.camera.id, CameraFault::unreachable}}}, desk.hall.clock()));
            desk.hall.later(1);
            must(later.tell(*desk.hall.writer, desk.hall.clock()));
        }
        QCOMPARE(desk.entries(), 2);
    }

    void whoever_does_not_see_it_says_nothing_of_it_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("is_shelter");
        QTest::newRow("another area") << 0 << false;
        QTest::newRow("a phone") << 1 << false;
        QTest::newRow("no camera") << 2 << true;
    }
    void whoever_does_not_see_it_says_nothing_of_it() {
        QFETCH(int, role);
        QFETCH(bool, is_shelter);
        Desk desk(is_shelter ? Layer::shelter : Layer::camera);
        const auto& account = role == 0   ? desk.hall.west_operator
                              : role == 1 ? desk.hall.east_phone
                                          : desk.hall.commander;
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(desk.say(account, CameraFault::none).has_value(), role != 1);
            desk.hall.later(1);
            must(desk.service.tell(*desk.hall.writer, desk.hall.clock()));
        }
        QCOMPARE(desk.entries(), 0);
        QVERIFY(desk.kept().empty());
    }

    void a_session_reports_no_oftener_than_it_may() {
        Desk desk;
        VERIFY_OK(desk.say(desk.hall.commander, CameraFault::none));
        VERIFY_REFUSED(desk.say(desk.hall.commander, CameraFault::none), too_many);
        VERIFY_OK(desk.say(desk.hall.commander, CameraFault::none, "another"));
        desk.hall.now_ms += 5000;
        VERIFY_OK(desk.say(desk.hall.commander, CameraFault::none));

        SeenCameras seen;
        VERIFY_REFUSED(chengyun::check(seen), invalid_field);
        seen.cameras.resize(most_seen_cameras + 1, {desk.camera.id, CameraFault::none});
        VERIFY_REFUSED(chengyun::check(seen), invalid_field);
        seen.cameras = {{"no id", CameraFault::none}};
        VERIFY_REFUSED(chengyun::check(seen), invalid_field);
    }

    void it_goes_with_the_camera() {
        Desk desk;
        desk.holds(desk.hall.commander, CameraFault::ended, 5);
        QCOMPARE(desk.kept().size(), 1U);
        must(desk.hall.run([&](Transaction& tx) {
            return desk.hall.resources.remove(tx, desk.hall.commander, desk.camera.id);
        }));
        QVERIFY(desk.kept().empty());
        QVERIFY(desk.is_good());
        must(desk.service.tell(*desk.hall.writer, desk.hall.clock()));
        QCOMPARE(desk.entries(), 1);
    }

    void what_other_hands_have_changed_is_found() {
        Desk desk;
        desk.holds(desk.hall.commander, CameraFault::ended, 5);
        QVERIFY(desk.is_good());
        must(desk.hall.writer->run([](Transaction& tx) -> Result<Answer> {
            must(run(tx.database(),
                     "UPDATE camera_health SET json = replace(json, 'ended', 'none')"));
            return Answer{};
        }));
        QVERIFY(!desk.is_good());
    }
};

QTEST_GUILESS_MAIN(CameraHealthTest)
#include "camera_health_test.moc"
