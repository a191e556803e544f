#include "core/order/suggest.h"
#include "tests/core/describe.h"

#include <QTest>

#include <algorithm>
#include <deque>

using namespace chengyun;

namespace {

constexpr Place here{114.1, 30.5};
constexpr const char* street = "420114001000";
constexpr const char* community = "420114001002";

} // namespace

class SuggestTest : public QObject {
    Q_OBJECT
    // Deques: candidates point into them.
    std::deque<Unit> units_;
    std::deque<Resource> resources_;
    std::vector<Candidate> candidates_;

    /// A team `east` thousandths of a degree from `here`.
    Candidate& team(const char* id, Layer layer, const char* kind, double east) {
        auto& resource = resources_.emplace_back();
        resource.id = id;
        resource.layer = layer;
        resource.kind = kind;
        resource.place = {here.lon + east / 1000, here.lat};
        auto& unit = units_.emplace_back();
        unit.id = id;
        unit.resource = id;
        return candidates_.emplace_back(Candidate{&unit, &resource, 0});
    }
    Candidate& office(const char* id, const char* area, UnitKind kind = UnitKind::office) {
        auto& unit = units_.emplace_back();
        unit.id = id;
        unit.kind = kind;
        unit.area = area;
        return candidates_.emplace_back(Candidate{&unit, nullptr, 0});
    }
    [[nodiscard]] QByteArray ids(const char* event, Place where = here, const char* area = "",
                                 std::size_t limit = 10) const {
        QByteArrayList ids;
        for (const auto& s : suggest(candidates_, event, where, area, limit))
            ids << QByteArray::fromStdString(s.unit);
        return ids.join(' ');
    }

private Q_SLOTS:
    void init() {
        candidates_.clear();
        units_.clear();
        resources_.clear();
    }

    void nobody() {
        QCOMPARE(ids("fire"), "");
        team("a", Layer::rescue_force, "fire_station", 1);
        QCOMPARE(ids("fire", here, "", 0), "");
        candidates_.push_back({});
        QCOMPARE(ids("fire"), "a"); // without a unit there is nobody to send
    }

    void class_before_distance() {
        team("near_medical", Layer::rescue_force, "medical", 1);
        team("far_station", Layer::rescue_force, "fire_station", 50);
        team("farther_station", Layer::rescue_force, "fire_station", 60);
        QCOMPARE(ids("fire"), "far_station farther_station near_medical");
        QCOMPARE(ids("medical_emergency"), "near_medical far_station farther_station");
    }

    void a_whole_layer_may_help() {
        team("camera", Layer::camera, "dome", 1);
        team("shelter", Layer::shelter, "school", 40);
        QCOMPARE(ids("evacuation"), "shelter camera"); // "shelter" without a kind
        const auto all = suggest(candidates_, "evacuation", here, "", 10);
        QCOMPARE(all[0].class_rank, 0);
        QVERIFY(all[1].class_rank > 0);
    }

    void free_before_committed_within_a_class() {
        team("busy_near", Layer::rescue_force, "fire_station", 1).open_assignments = 1;
        team("free_far", Layer::rescue_force, "fire_station", 90);
        team("free_other_class", Layer::rescue_force, "medical", 1);
        QCOMPARE(ids("fire"), "free_far busy_near free_other_class");
    }

    void out_of_service_comes_last() {
        team("broken", Layer::rescue_force, "fire_station", 1);
        units_.back().state = Availability::unavailable;
        team("closed", Layer::rescue_force, "fire_station", 2);
        resources_.back().state = Availability::unavailable;
        team("unfit", Layer::camera, "dome", 80);
        QCOMPARE(ids("fire"), "unfit broken closed");
    }

    void gate_data() {
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("resource");
        QTest::addColumn<int>("open");
        QTest::addColumn<QByteArray>("gate");
        using A = Availability;
        const auto row = [](const char* title, A unit, A resource, int open, const char* gate) {
            QTest::newRow(title) << int(unit) << int(resource) << open << QByteArray(gate);
        };
        row("free", A::available, A::available, 0, "open");
        row("has one", A::available, A::available, 1, "warn");
        row("says so", A::committed, A::available, 0, "warn");
        row("resource in use", A::available, A::committed, 0, "warn");
        row("unit away", A::unavailable, A::available, 0, "block");
        row("resource broken", A::available, A::unavailable, 0, "block");
        row("broken and busy", A::committed, A::unavailable, 3, "block");
    }
    void gate() {
        QFETCH(int, unit);
        QFETCH(int, resource);
        QFETCH(int, open);
        team("a", Layer::rescue_force, "police", 1).open_assignments = open;
        units_.back().state = static_cast<Availability>(unit);
        resources_.back().state = static_cast<Availability>(resource);
        QTEST(name(suggest(candidates_, "crowd", here, "", 1).at(0).gate), "gate");
    }

    void the_units_own_place_is_newer() {
        team("driven_here", Layer::rescue_force, "police", 90);
        units_.back().place = here;
        team("stayed", Layer::rescue_force, "police", 10);
        QCOMPARE(ids("crowd"), "driven_here stayed");
        const auto all = suggest(candidates_, "crowd", here, "", 10);
        QCOMPARE(all[0].distance_m, 0.0);
        QVERIFY(std::abs(all[1].distance_m - 958) < 1);
    }

    void unknown_places_come_after_known_ones() {
        team("nowhere", Layer::rescue_force, "police", 0);
        resources_.back().place = {};
        team("far", Layer::rescue_force, "police", 900);
        QCOMPARE(ids("crowd"), "far nowhere");
        const auto all = suggest(candidates_, "crowd", here, "", 10);
        QVERIFY(!all[0].unknown_distance && all[1].unknown_distance);
        QCOMPARE(all[1].distance_m, 0.0);
    }

    void without_a_place_there_is_no_distance() {
        team("b", Layer::rescue_force, "police", 1);
        team("a", Layer::rescue_force, "police", 900);
        QCOMPARE(ids("crowd", {}), "a b"); // by id: the same on every seat
        for (const auto& s : suggest(candidates_, "crowd", {}, "", 10))
            QVERIFY(s.unknown_distance);
    }

    void unknown_events_go_by_distance() {
        team("far", Layer::rescue_force, "police", 9);
        team("near", Layer::camera, "dome", 1);
        QCOMPARE(ids("no such event"), "near far");
    }

    void the_order_of_the_input_does_not_matter() {
        for (const char* id : {"d", "b", "a", "c"})
            team(id, Layer::rescue_force, "police", 5);
        std::sort(candidates_.begin(), candidates_.end(),
                  [](const auto& a, const auto& b) { return a.unit->id < b.unit->id; });
        do {
            QCOMPARE(ids("crowd"), "a b c d");
            QCOMPARE(ids("crowd", here, "", 2), "a b");
        } while (std::next_permutation(
            candidates_.begin(), candidates_.end(),
            [](const auto& a, const auto& b) { return a.unit->id < b.unit->id; }));
    }

    void those_in_charge_data() {
        QTest::addColumn<QByteArray>("unit_area");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<bool>("included");
        const auto row = [](const char* title, const char* of, UnitKind kind, const char* where,
                            bool included) {
            QTest::newRow(title) << QByteArray(of) << int(kind) << QByteArray(where) << included;
        };
        using U = UnitKind;
        row("street for its community", street, U::office, community, true);
        row("community itself", community, U::office, community, true);
        row("street itself", street, U::office, street, true);
        row("community for the street", community, U::office, street, false);
        row("another street", "420114002000", U::office, community, false);
        row("district", "420114000000", U::office, community, false);
        row("no office", street, U::department, community, false);
        row("area not known", street, U::office, "", false);
        row("office of nowhere", "", U::office, community, false);
    }
    void those_in_charge() {
        QFETCH(QByteArray, unit_area);
        QFETCH(int, kind);
        QFETCH(QByteArray, where);
        QFETCH(bool, included);
        for (const char* id : {"a", "b", "c"})
            team(id, Layer::rescue_force, "police", 1);
        office("office", unit_area.constData(), static_cast<UnitKind>(kind));
        QCOMPARE(ids("crowd", here, where.constData(), 2), included ? "a office" : "a b");
    }

    void more_in_charge_than_room() {
        office("street", street);
        office("community", community).open_assignments = 1;
        team("police", Layer::rescue_force, "police", 1);
        QCOMPARE(ids("crowd", here, community, 1), "street");
        QCOMPARE(ids("crowd", here, community, 2), "street community");
        QCOMPARE(ids("crowd", here, community, 3), "police street community");
    }
};

QTEST_APPLESS_MAIN(SuggestTest)
#include "suggest_test.moc"
