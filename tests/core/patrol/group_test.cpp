// Which groups of cameras are refused at the edge, which cameras a group has, and whose turn it is.
#include "core/json/codec.h"
#include "core/patrol/patrol_codec.h"

#include <QTest>

using namespace chengyun;
using namespace std::chrono_literals;

namespace {

using ChangeGroup = void (*)(PatrolGroup&);

const std::string east = "420114001000";
const std::string west = "420114002000";
const std::string district = "420114000000";

std::string camera_id(int number) {
    return "0190a000-0000-7000-8000-00000000c0" + std::to_string(10 + number);
}

PatrolGroup by_hand() {
    PatrolGroup group;
    group.id = "0190a000-0000-7000-8000-00000000d001";
    group.name = "汉江沿线";
    group.area = district;
    group.cameras = {camera_id(1), camera_id(2)};
    return group;
}

PatrolGroup by_rule() {
    auto group = by_hand();
    group.choice = PatrolChoice::rule;
    group.cameras.clear();
    return group;
}

Resource camera(int number, const std::string& area, Place place = {114.0, 30.5}) {
    Resource camera;
    camera.id = camera_id(number);
    camera.layer = Layer::camera;
    camera.code = "C" + std::to_string(number);
    camera.kind = "other";
    camera.area = area;
    camera.place = place;
    camera.stream = "rtsp://127.0.0.1/" + std::to_string(number);
    return camera;
}

/// "1 3": the numbers of the cameras.
QByteArray found(const PatrolGroup& group, const std::vector<Resource>& all,
                 const std::vector<Place>& orders = {}) {
    std::vector<const Resource*> cameras;
    cameras.reserve(all.size());
    for (const auto& one : all)
        cameras.push_back(&one);
    QByteArrayList numbers;
    for (const auto& id : cameras_of(group, cameras, orders))
        numbers << QByteArray::number(std::stoi(id.substr(id.size() - 2)) - 10);
    return numbers.join(' ');
}

} // namespace

Q_DECLARE_METATYPE(ChangeGroup)

class PatrolGroupTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void groups_are_checked_data() {
        QTest::addColumn<ChangeGroup>("change");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* name, const char* refused, ChangeGroup change) {
            QTest::newRow(name) << change << QByteArray(refused);
        };
        row("good", "", [](PatrolGroup&) {});
        row("of the whole hall", "", [](PatrolGroup& g) { g.area.clear(); });
        row("no id", "invalid_field id", [](PatrolGroup& g) { g.id = "1"; });
        row("no name", "missing_field name", [](PatrolGroup& g) { g.name = " "; });
        row("no area's code", "invalid_field area", [](PatrolGroup& g) { g.area = "4201"; });
        row("too short", "invalid_field dwell_s", [](PatrolGroup& g) { g.dwell_s = 4; });
        row("too long", "invalid_field dwell_s", [](PatrolGroup& g) { g.dwell_s = 601; });
        row("no camera", "missing_field cameras", [](PatrolGroup& g) { g.cameras.clear(); });
        row("no id of a camera", "invalid_field cameras[1]",
            [](PatrolGroup& g) { g.cameras[1] = "x"; });
        row("twice", "invalid_field cameras[1]",
            [](PatrolGroup& g) { g.cameras[1] = g.cameras[0]; });
        row("too many", "too_many cameras",
            [](PatrolGroup& g) { g.cameras.resize(most_patrol_cameras + 1, g.cameras[0]); });
        row("both", "invalid_field rule", [](PatrolGroup& g) { g.rule.kind = "other"; });
        row("by rule", "", [](PatrolGroup& g) { g = by_rule(); });
        row("all of a rule", "", [](PatrolGroup& g) {
            g = by_rule();
            g.rule = {east, "other", 3000};
        });
        row("a rule and cameras", "invalid_field cameras",
            [](PatrolGroup& g) { g.choice = PatrolChoice::rule; });
        row("the rule's area is none", "invalid_field rule.area", [](PatrolGroup& g) {
            g = by_rule();
            g.rule.area = "x";
        });
        row("the rule's area lies elsewhere", "invalid_field rule.area", [](PatrolGroup& g) {
            g = by_rule();
            g.area = west;
            g.rule.area = east;
        });
        row("no kind of cameras", "invalid_field rule.kind", [](PatrolGroup& g) {
            g = by_rule();
            g.rule.kind = "fire_station";
        });
        row("nearer than near", "invalid_field rule.near_orders_m", [](PatrolGroup& g) {
            g = by_rule();
            g.rule.near_orders_m = -1;
        });
        row("too far", "invalid_field rule.near_orders_m", [](PatrolGroup& g) {
            g = by_rule();
            g.rule.near_orders_m = farthest_from_orders_m + 1;
        });
    }
    void groups_are_checked() {
        QFETCH(ChangeGroup, change);
        auto group = by_hand();
        change(group);
        const auto checked = check(group);
        const auto refused =
            checked ? QByteArray()
                    : QByteArray::fromStdString(std::string(json::name_of(checked.error().kind)) +
                                                " " + checked.error().field);
        QTEST(refused, "refused");
    }

    void is_read_as_it_was_written() {
        auto group = by_rule();
        group.rule = {east, "other", 3000};
        group.started = instant_of(1'790'000'000'000);
        group.version = 7;
        const auto read = json::read<PatrolGroup>(json::write(group));
        QVERIFY(read.has_value());
        QVERIFY(*read == group);
    }

    void by_hand_they_come_as_they_were_chosen() {
        auto group = by_hand();
        group.cameras = {camera_id(3), camera_id(9), camera_id(1), camera_id(2)};
        auto silent = camera(2, east);
        silent.stream.clear();
        QCOMPARE(found(group, {camera(1, east), silent, camera(3, west), camera(4, east)}),
                 QByteArray("3 1"));
    }

    /// Who sees the group sees all its cameras: they lie in its area.
    void none_lies_outside_the_group() {
        auto group = by_hand();
        group.area = east;
        QCOMPARE(found(group, {camera(1, west), camera(2, east)}), QByteArray("2"));
        auto all = by_rule();
        all.area = east;
        QCOMPARE(found(all, {camera(1, west), camera(2, east), camera(3, "")}), QByteArray("2"));
        all.area.clear();
        QCOMPARE(found(all, {camera(3, "")}), QByteArray("3"));
    }

    void by_rule_all_conditions_hold_data() {
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("near_m");
        QTest::addColumn<QByteArray>("numbers");
        QTest::newRow("all") << QByteArray() << QByteArray() << 0 << QByteArray("2 4 1 3");
        QTest::newRow("of an area")
            << QByteArray::fromStdString(west) << QByteArray() << 0 << QByteArray("1 3");
        QTest::newRow("of a kind")
            << QByteArray() << QByteArray("other") << 0 << QByteArray("2 4 1");
        QTest::newRow("near orders") << QByteArray() << QByteArray() << 3000 << QByteArray("2 3");
        QTest::newRow("of a kind near orders")
            << QByteArray() << QByteArray("other") << 3000 << QByteArray("2");
    }
    void by_rule_all_conditions_hold() {
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, kind);
        QFETCH(int, near_m);
        auto group = by_rule();
        group.rule = {area.toStdString(), kind.toStdString(), near_m};
        auto third = camera(3, west, {114.02, 30.5});
        third.kind = "dome";
        // From the order: 19 km, 11 m, 1,900 m and 29 km.
        QTEST(found(group,
                    {camera(1, west, {114.2, 30.5}), camera(2, east, {114.0, 30.5}), third,
                     camera(4, east, {114.3, 30.5})},
                    {{114.0, 30.5001}}),
              "numbers");
    }

    void a_rule_finds_so_many() {
        std::vector<Resource> all;
        for (int i = 0; i < int(most_patrol_cameras) + 50; ++i) {
            all.push_back(camera(1, east));
            all.back().id = std::to_string(i);
        }
        std::vector<const Resource*> cameras;
        for (const auto& one : all)
            cameras.push_back(&one);
        QCOMPARE(cameras_of(by_rule(), cameras, {}).size(), most_patrol_cameras);
    }

    void turns_follow_one_another_data() {
        QTest::addColumn<int>("ms");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("due");
        QTest::newRow("at once") << 0 << 0 << 0;
        QTest::newRow("to the end") << 14'999 << 0 << 0;
        QTest::newRow("the next") << 15'000 << 1 << 1;
        QTest::newRow("the third") << 44'999 << 2 << 2;
        QTest::newRow("from the beginning") << 45'000 << 3 << 0;
        QTest::newRow("a clock that is behind") << -1 << -1 << 2;
        QTest::newRow("far behind") << -45'000 << -3 << 0;
    }
    void turns_follow_one_another() {
        QFETCH(int, ms);
        QFETCH(int, number);
        auto group = by_hand();
        group.started = instant_of(1'790'000'000'000);
        const auto now = group.started + std::chrono::milliseconds(ms);
        const auto turn = turn_at(group, now);
        QCOMPARE(int(turn.number), number);
        QVERIFY(turn.begins <= now && now < turn.ends);
        QVERIFY(turn.ends - turn.begins == 15s);
        QCOMPARE(turn_at(group, turn.ends).number, turn.number + 1);
        QTEST(int(due_in(turn.number, 3)), "due");
    }
};

QTEST_APPLESS_MAIN(PatrolGroupTest)
#include "group_test.moc"
