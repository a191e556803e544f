#include "hub/demo/demo.h"

#include "core/area/area.h"
#include "core/json/codec.h"
#include "core/order/order.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"
#include "core/wire/answers.h"
#include "hub/capabilities.h"
#include "hub/capability/snapshot.h"
#include "hub/deadlines/deadlines_capability.h"
#include "hub/demo/geography.h"
#include "hub/journal/journal.h"
#include "hub/orders/orders_capability.h"
#include "hub/resources/resources_capability.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <set>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

const auto water_file =
    std::filesystem::path(CHENGYUN_SOURCE_DIR) / "resources" / "basemap" / "water.geojson";
const Instant evening = instant_of(1'790'000'000'000);

/// A hub's store with a demonstration in it.
struct DemoHall {
    QTemporaryDir dir;
    std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "hub.db";
    DemoClock clock;
    Capabilities capabilities{{}, file.parent_path()};
    Resources& map = capabilities.get<ResourcesCapability>().all();
    OrdersCapability& orders = capabilities.get<OrdersCapability>();
    AreaStore* area_store = map.area_store.get();
    std::unique_ptr<Writer> writer;
    Readers readers{file};

    DemoHall() {
        WriterOptions options;
        options.clock = clock.clock();
        if (auto opened = open_writer(file, options))
            writer = std::move(*opened);
    }
    Result<> make(std::uint32_t seed = 20260101) {
        DemoOptions options;
        options.water = water_file;
        options.seed = seed;
        options.now = evening;
        return make_demo(*writer, clock, readers,
                         {map.areas, map.resources, map.units, orders.service(), orders.store(),
                          capabilities.get<DeadlinesCapability>().deadlines()},
                         options);
    }
    Database& db() { return **readers.get(); }
    Snapshot snapshot() {
        Account admin;
        admin.role = Role::commander;
        const SnapshotMaker maker(capabilities.all());
        auto text = maker.make(db(), admin, evening);
        const auto read = json::read<Snapshot>(text ? *text : std::string(), json::Unknown::ignore);
        return read ? *read : Snapshot{};
    }
};

} // namespace

class DemoTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void has_three_levels_with_borders();
    void stands_on_dry_land_in_its_own_community();
    void has_enough_of_everything();
    void has_orders_in_every_state();
    void tells_a_day_in_order();
    void is_made_once();
    void is_the_same_for_a_seed();

private:
    std::unique_ptr<DemoHall> hall_;
    Snapshot all_;
};

void DemoTest::initTestCase() {
    hall_ = std::make_unique<DemoHall>();
    const auto made = hall_->make();
    QVERIFY2(made, made ? "" : (made.error().field + ": " + made.error().detail).c_str());
    all_ = hall_->snapshot();
}

void DemoTest::has_three_levels_with_borders() {
    const auto areas = hall_->area_store->all(hall_->db());
    QVERIFY(areas);
    std::map<AreaLevel, int> count;
    for (const auto& area : *areas) {
        ++count[area.level];
        if (area.level == AreaLevel::city)
            continue;
        QVERIFY(area.code.starts_with("990001"));
        QCOMPARE(area.rings.size(), 1U);
        QVERIFY2(contains(area.rings, *area.centre), area.name.c_str());
        if (area.level == AreaLevel::district)
            QVERIFY(area.name.find("演示") != area.name.npos);
    }
    QCOMPARE(count[AreaLevel::district], 1);
    QCOMPARE(count[AreaLevel::street], 9);
    QCOMPARE(count[AreaLevel::community], 63);
}

void DemoTest::stands_on_dry_land_in_its_own_community() {
    const auto water = Water::load(water_file, {113, 29, 116, 32});
    QVERIFY(water);
    QVERIFY2(!water->is_dry({114.2865, 30.5549}) || water->shore_m({114.2865, 30.5549}) < 2000,
             "the Yangtze at Wuhan is on the base map");
    const auto areas = hall_->area_store->all(hall_->db());
    std::map<std::string, const Area*> by_code;
    for (const auto& area : *areas)
        by_code[area.code] = &area;
    for (const auto& resource : all_.values<Resource>()) {
        QVERIFY2(contains(by_code.at(resource.area)->rings, resource.place), resource.name.c_str());
        QVERIFY2(water->is_dry(resource.place), resource.name.c_str());
    }
}

void DemoTest::has_enough_of_everything() {
    QVERIFY(all_.values<Resource>().size() >= 400);
    std::map<Layer, int> count;
    std::set<std::string> streams;
    std::set<std::string> names;
    int doubles = 0;
    for (const auto& resource : all_.values<Resource>()) {
        ++count[resource.layer];
        if (!names.insert(resource.name).second)
            ++doubles;
        if (resource.layer == Layer::camera)
            streams.insert(resource.stream);
        else
            QVERIFY(resource.contact.phone.starts_with("000-"));
    }
    QCOMPARE(count[Layer::camera], 60);
    QCOMPARE(streams.size(), 60U);
    QVERIFY(streams.contains("rtsp://127.0.0.1:8554/demo/1"));
    QVERIFY(streams.contains("rtsp://127.0.0.1:8554/demo/60"));
    for (const auto layer : {Layer::risk, Layer::supply, Layer::rescue_force, Layer::shelter})
        QVERIFY(count[layer] >= 60);
    QVERIFY2(doubles < 20, "names tell things apart");
    const auto departments =
        std::ranges::count(all_.values<Unit>(), UnitKind::department, &Unit::kind);
    QCOMPARE(departments, 14);
}

void DemoTest::has_orders_in_every_state() {
    std::map<AssignmentState, int> assignments;
    for (const auto& assignment : all_.values<Assignment>())
        ++assignments[assignment.state];
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<AssignmentState>>(
        [&](auto d) { QVERIFY2(assignments[d.value] > 0, d.name); });
    std::map<OrderState, int> orders;
    int open = 0;
    for (const auto& order : all_.values<Order>()) {
        ++orders[order.state];
        open += is_open(order.state) ? 1 : 0;
        QVERIFY(order.issued <= evening && order.issued > evening - std::chrono::hours(24));
        QVERIFY(order.text.find("演示") != order.text.npos);
    }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<OrderState>>(
        [&](auto d) { QVERIFY2(orders[d.value] > 0, d.name); });
    QVERIFY2(open >= 30, std::to_string(open).c_str());
    std::map<Escalation, int> late;
    std::set<std::string> late_orders;
    for (const auto& assignment : all_.values<Assignment>()) {
        if (!is_open(assignment.state))
            continue;
        ++late[assignment.escalation];
        if (assignment.escalation >= Escalation::L1)
            late_orders.insert(assignment.order);
    }
    QVERIFY2(late_orders.size() >= 4 && late_orders.size() <= 6,
             std::to_string(late_orders.size()).c_str()); // a district that works well
    for (const auto& order : all_.values<Order>())
        if (late_orders.contains(order.id))
            QVERIFY2(order.kind != "evacuation" && order.kind != "drowning", order.title.c_str());
    for (const auto level : {Escalation::L1, Escalation::L2, Escalation::L3})
        QVERIFY2(late[level] > 0, std::string(json::name_of(level)).c_str());
    QVERIFY(late[Escalation::none] > late[Escalation::L3]);
    QVERIFY(!all_.values<Supervision>().empty());
    QVERIFY(!all_.values<Report>().empty());
}

void DemoTest::tells_a_day_in_order() {
    const auto chain = verify_chain(hall_->db());
    QVERIFY(chain && !chain->broken_at);
    QVERIFY(chain->entries > 300);
    const auto entries = read_journal(hall_->db(), hall_->writer->kinds(), 0, 100000);
    QVERIFY(entries);
    Instant last{};
    for (const auto& stored : *entries) {
        const auto entry = json::read<Entry>(stored->json, json::Unknown::ignore);
        QVERIFY(entry);
        QVERIFY(entry->time >= last && entry->time <= evening);
        last = entry->time;
    }
}

void DemoTest::is_made_once() {
    const auto head = hall_->writer->head();
    QVERIFY(hall_->make());
    QCOMPARE(hall_->writer->head(), head);
}

void DemoTest::is_the_same_for_a_seed() {
    DemoHall again;
    QVERIFY(again.make());
    const auto other = again.snapshot();
    QCOMPARE(other.values<Resource>().size(), all_.values<Resource>().size());
    for (std::size_t i = 0; i < other.values<Resource>().size(); ++i) {
        QCOMPARE(other.values<Resource>()[i].id, all_.values<Resource>()[i].id);
        QCOMPARE(other.values<Resource>()[i].name, all_.values<Resource>()[i].name);
        QVERIFY(other.values<Resource>()[i].place == all_.values<Resource>()[i].place);
    }
    QCOMPARE(other.values<Order>().size(), all_.values<Order>().size());
    QCOMPARE(again.writer->head(), hall_->writer->head());
    DemoHall different;
    QVERIFY(different.make(7));
    QVERIFY(different.snapshot().values<Resource>().front().id !=
            all_.values<Resource>().front().id);
}

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
