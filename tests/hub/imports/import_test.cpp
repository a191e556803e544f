#include "tests/hub/imports/import_desk.h"

#include "core/id/uuid.h"
#include "core/json/codec.h"
#include "hub/imports/command.h"

#include <QtTest>

#include <algorithm>
#include <sstream>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

const auto shelter_map = R"(
layer = "shelter"
system = "EPSG:4326"
[columns]
code = "code"
name = "name"
x = "lon"
y = "lat"
capacity = "capacity"
address = "address"
[attributes]
"备注" = "note"
[[kind]]
column = "name"
contains = ["小学"]
value = "school"
[[kind]]
value = "other"
)"s;

const auto heading = "code,name,lon,lat,capacity,address,note\n"s;

ImportRequest request_for(const std::filesystem::path& file, const std::string& map) {
    ImportRequest request;
    request.file = file;
    request.map = map;
    return request;
}

} // namespace

class ImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refused_rows_data();
    void refused_rows();
    void whole_or_not_at_all();
    void again_updates_and_keeps_ids();
    void again_leaves_what_the_file_does_not_tell();
    void empty_cells_tell_nothing();
    void the_area_that_was_given_stays_with_the_place();
    void keys_without_codes();
    void swaps_are_offered_and_taken();
    void swap_below_ninety();
    void mars_coordinates();
    void areas_in_three_levels();
    void a_list_of_names_keeps_borders();
    void polygons_of_a_grid();
    void wrong_layer();
    void the_command();
    void who_may();
};

void ImportTest::refused_rows_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* text, RowFault fault, const char* field) {
        QTest::newRow(name) << QByteArray(text) << static_cast<int>(fault) << QByteArray(field);
    };
    row("no longitude", "c,n,0,30.6,1,,", RowFault::no_place, "x");
    row("no latitude", "c,n,114.3,0,1,,", RowFault::no_place, "y");
    row("empty place", "c,n,,30.6,1,,", RowFault::no_place, "x");
    row("word for place", "c,n,114.3,north,1,,", RowFault::not_a_number, "y");
    row("off the globe", "c,n,214.3,30.6,1,,", RowFault::out_of_range, "x");
    row("swapped", "c,n,30.6,114.3,1,,", RowFault::swapped, "x");
    row("no name", "c,,114.3,30.6,1,,", RowFault::missing, "name");
    row("no code", ",n,114.3,30.6,1,,", RowFault::missing, "code");
    row("capacity", "c,n,114.3,30.6,many,,", RowFault::not_a_number, "capacity");
    row("negative capacity", "c,n,114.3,30.6,-1,,", RowFault::not_a_number, "capacity");
    row("control character", "c,n\x01,114.3,30.6,1,,", RowFault::bad_text, "name");
    row("text turned round", "c,消防\u202E队,114.3,30.6,1,,", RowFault::bad_text, "name");
    row("a name of nothing", "c,\u200B\u3000,114.3,30.6,1,,", RowFault::missing, "name");
    row("same code", "A1,n,114.3,30.6,1,,", RowFault::duplicate, "code");
}

void ImportTest::refused_rows() {
    QFETCH(QByteArray, row);
    QFETCH(int, fault);
    QFETCH(QByteArray, field);
    ImportDesk desk;
    const auto file =
        desk.write("s.csv", heading + "A1,第一小学,114.3,30.6,200,\"云汀路\n1号\",\n" +
                                row.toStdString() + "\nA2,馆,114.31,30.61,,,\n");
    const auto report = desk.run(request_for(file, shelter_map));
    QVERIFY(report);
    QCOMPARE(report->read, 3);
    QCOMPARE(report->refused, 1);
    QCOMPARE(report->refused_rows.size(), 1U);
    const auto& refused = report->refused_rows.front();
    QCOMPARE(static_cast<int>(refused.fault), fault);
    QCOMPARE(QByteArray::fromStdString(refused.field), field);
    QCOMPARE(refused.row, 2);
    QCOMPARE(refused.line, 4); // the first record fills lines 2 and 3
    QVERIFY(!report->stored);
    QCOMPARE(desk.writer->head(), 0);
}

void ImportTest::whole_or_not_at_all() {
    ImportDesk desk;
    const auto file =
        desk.write("s.csv", heading + "A1,甲小学,114.3,30.6,200,路,好\nA2,乙,0,30.6,1,,\n");
    auto request = request_for(file, shelter_map);
    const auto refused = desk.run(request);
    QVERIFY(refused && !refused->stored && !refused->not_stored.empty());
    QCOMPARE(refused->taken, 0);
    request.skip_bad = true;
    const auto dry = desk.run(request, true);
    QVERIFY(dry && !dry->stored && dry->dry_run);
    QCOMPARE(dry->inserted, 1);
    QCOMPARE(desk.writer->head(), 0);
    const auto taken = desk.run(request);
    QVERIFY(taken && taken->stored);
    QCOMPARE(taken->taken, 1);
    QCOMPARE(taken->inserted, 1);
    const auto stored = desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    QVERIFY(stored && *stored);
    QCOMPARE((*stored)->name, "甲小学"s);
    QCOMPARE((*stored)->kind, "school"s);
    QCOMPARE((*stored)->capacity, 200);
    QCOMPARE((*stored)->initials, "jxx"s);
    QCOMPARE((*stored)->attributes.at("备注"), "好"s);
    QCOMPARE((*stored)->source_system, "EPSG:4326"s);
}

void ImportTest::again_updates_and_keeps_ids() {
    ImportDesk desk;
    const auto first =
        desk.write("s.csv", heading + "A1,甲,114.3,30.6,1,,\nA2,乙,114.31,30.6,2,,\n");
    QVERIFY(desk.run(request_for(first, shelter_map))->stored);
    const auto before = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    QCOMPARE(before.id, imported_id(Layer::shelter, "A1"));
    QVERIFY(is_uuid(before.id));

    const auto same = desk.run(request_for(first, shelter_map));
    QCOMPARE(same->unchanged, 2);
    QCOMPARE(same->inserted + same->updated, 0);

    const auto next = desk.write(
        "t.csv", heading + "A1,甲,114.3,30.6,5,,\nA2,乙,114.31,30.6,2,,\nA3,丙,114.3,30.61,3,,\n");
    const auto dry = desk.run(request_for(next, shelter_map), true);
    const auto report = desk.run(request_for(next, shelter_map));
    for (const auto& one : {dry, report}) {
        QCOMPARE(one->inserted, 1);
        QCOMPARE(one->updated, 1);
        QCOMPARE(one->unchanged, 1);
    }
    const auto after = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.capacity, 5);
}

void ImportTest::again_leaves_what_the_file_does_not_tell() {
    ImportDesk desk;
    const auto file = desk.write("s.csv", heading + "A1,甲,114.3,30.6,1,路,好\n");
    QVERIFY(desk.run(request_for(file, shelter_map))->stored);
    auto known = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    known.state = Availability::unavailable;
    known.level = Level::II;
    known.contact = {"李明", "13800000000"};
    known.attributes["keeper"] = "社区";
    const auto put = desk.writer->run([&](Transaction& tx) -> Result<Answer> {
        Account admin;
        admin.role = Role::admin;
        return desk.target.resources.put(tx, admin, known);
    });
    QVERIFY(put);

    // The same file again: nothing new.
    QCOMPARE(desk.run(request_for(file, shelter_map), true)->unchanged, 1);
    QCOMPARE(desk.run(request_for(file, shelter_map))->unchanged, 1);
    const auto next = desk.write("t.csv", heading + "A1,甲,114.3,30.6,9,巷,\n");
    QCOMPARE(desk.run(request_for(next, shelter_map))->updated, 1);
    const auto after = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    QCOMPARE(after.capacity, 9);
    QCOMPARE(after.address, "巷"s);
    QCOMPARE(after.state, Availability::unavailable);
    QCOMPARE(after.level, Level::II);
    QCOMPARE(after.contact.phone, "13800000000"s);
    QCOMPARE(after.attributes.at("keeper"), "社区"s);
    // Its team is no more to be ordered than before.
    QCOMPARE(desk.unit_store->get(desk.db(), after.id)->state, Availability::unavailable);
}

void ImportTest::empty_cells_tell_nothing() {
    ImportDesk desk;
    const auto map = "layer='shelter'\nsystem='EPSG:4326'\n[columns]\ncode='code'\nname='name'\n"
                     "x='lon'\ny='lat'\ncapacity='capacity'\naddress='address'\nkind='kind'\n"
                     "level='level'\ncontact_name='who'\ncontact_phone='phone'\narea='area'\n"s;
    const auto head = "code,name,lon,lat,capacity,address,kind,level,who,phone,area\n"s;
    const auto full = desk.write(
        "f.csv", head + "A1,甲,114.3,30.6,20,路,school,II,李明,13800000000,990901001001\n");
    QVERIFY(desk.run(request_for(full, map))->stored);
    const auto before = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    QCOMPARE(before.area, "990901001001"s);
    QCOMPARE(before.kind, "school"s);

    const auto empty = desk.write("e.csv", head + "A1,甲,114.3,30.6,,,,,,,\n");
    QCOMPARE(desk.run(request_for(empty, map), true)->unchanged, 1);
    QCOMPARE(desk.run(request_for(empty, map))->unchanged, 1);
    const auto bare = desk.write("b.csv", "code,name,lon,lat\nA1,甲,114.3,30.6\n");
    const auto bare_map = "layer='shelter'\nsystem='EPSG:4326'\n[columns]\ncode='code'\n"
                          "name='name'\nx='lon'\ny='lat'\n"s;
    QCOMPARE(desk.run(request_for(bare, bare_map))->unchanged, 1);
    QVERIFY(**desk.resource_store->find(desk.db(), Layer::shelter, "A1") == before);
    // "0" and "none" are told, not empty.
    const auto told = desk.write("t.csv", head + "A1,甲,114.3,30.6,0,,other,none,,,990901001002\n");
    QCOMPARE(desk.run(request_for(told, map))->updated, 1);
    const auto after = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    QCOMPARE(after.capacity, 0);
    QCOMPARE(after.kind, "other"s);
    QCOMPARE(after.level, Level::none);
    QCOMPARE(after.area, "990901001002"s);
    QCOMPARE(after.address, "路"s);
}

void ImportTest::the_area_that_was_given_stays_with_the_place() {
    ImportDesk desk;
    const auto areas = desk.write("d.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"990901001"},"geometry":
        {"type":"Polygon","coordinates":[[[114,30],[115,30],[115,31],[114,31],[114,30]]]}},
        {"type":"Feature","properties":{"code":"990901002"},"geometry":
        {"type":"Polygon","coordinates":[[[115,30],[116,30],[116,31],[115,31],[115,30]]]}}]})");
    QVERIFY(desk.run(request_for(areas, "layer='area'\n[columns]\ncode='code'\nname='code'\n"
                                        "[[parents]]\ncode='9909'\nname='市'\n"))
                ->stored);
    const auto import = [&](const std::string& place) {
        const auto file = desk.write("s.csv", heading + "A1,甲," + place + ",1,,\n");
        return desk.run(request_for(file, shelter_map));
    };
    const auto area = [&] {
        return (*desk.resource_store->find(desk.db(), Layer::shelter, "A1"))->area;
    };
    QVERIFY(import("114.9,30.5")->stored);
    QCOMPARE(area(), "990901001000"s);
    auto known = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    known.area = "990901002000"; // which looks after it, whatever the border says
    QVERIFY(desk.writer->run([&](Transaction& tx) -> Result<Answer> {
        Account admin;
        admin.role = Role::admin;
        return desk.target.resources.put(tx, admin, known);
    }));
    QCOMPARE(import("114.9,30.5")->unchanged, 1);
    QCOMPARE(area(), "990901002000"s);
    QVERIFY(import("114.9001,30.5")->stored); // surveyed anew
    QCOMPARE(area(), "990901002000"s);
    QVERIFY(import("114.2,30.5")->stored); // moved
    QCOMPARE(area(), "990901001000"s);
    QVERIFY(import("117.2,30.5")->stored); // to where nobody's area is known
    QCOMPARE(area(), "990901001000"s);
}

void ImportTest::keys_without_codes() {
    ImportDesk desk;
    const auto map = "layer='risk'\nsystem='EPSG:4326'\n[columns]\nname='name'\naddress='address'\n"
                     "x='lon'\ny='lat'\n"s;
    const auto text = "name,address,lon,lat\n诊所,一号,114.3,30.6\n诊所,二号,114.3,30.6\n"s;
    const auto file = desk.write("s.csv", text);
    const auto report = desk.run(request_for(file, map));
    QVERIFY(report && report->stored);
    QCOMPARE(report->inserted, 2);
    QCOMPARE(desk.run(request_for(file, map))->unchanged, 2);
    const auto twice = desk.write("t.csv", text + "诊所,二号,114.4,30.6\n");
    QCOMPARE(desk.run(request_for(twice, map))->refused_rows.at(0).fault, RowFault::duplicate);
    const auto keyed = "key=['name','address','lon']\n" + map;
    QCOMPARE(desk.run(request_for(twice, keyed))->inserted, 3);
}

void ImportTest::swaps_are_offered_and_taken() {
    ImportDesk desk;
    const auto file =
        desk.write("s.csv", heading + "A1,甲,114.3,30.6,1,,\nA2,乙,30.5,114.25,2,,\n");
    auto request = request_for(file, shelter_map);
    const auto offered = desk.run(request);
    QCOMPARE(offered->refused_rows.at(0).fault, RowFault::swapped);
    QVERIFY(offered->refused_rows.at(0).offer == (Place{114.25, 30.5}));
    request.accept_swaps = true;
    const auto taken = desk.run(request);
    QVERIFY(taken->stored);
    QCOMPARE(taken->flagged_rows.at(0).doubt, RowDoubt::swap_taken);
    const auto stored = **desk.resource_store->find(desk.db(), Layer::shelter, "A2");
    QVERIFY(stored.place == (Place{114.25, 30.5}));
    QCOMPARE(stored.flags, std::vector<std::string>{"swap_taken"});
}

void ImportTest::swap_below_ninety() {
    // In the west of China both numbers are possible latitudes; only the others tell.
    ImportDesk desk;
    auto text = heading;
    for (int i = 0; i < 30; ++i)
        text += "A" + std::to_string(i) + ",甲," + std::to_string(87.5 + 0.01 * (i % 6)) + "," +
                std::to_string(43.8 + 0.01 * (i / 6.0)) + ",1,,\n";
    const auto report =
        desk.run(request_for(desk.write("s.csv", text + "B,乙,43.81,87.52,1,,\n"), shelter_map));
    QCOMPARE(report->refused, 1);
    QCOMPARE(report->refused_rows.at(0).fault, RowFault::swapped);
    QCOMPARE(report->refused_rows.at(0).line, 32);
}

void ImportTest::mars_coordinates() {
    ImportDesk desk;
    auto request =
        request_for(desk.write("s.csv", heading + "A1,甲,114.3,30.6,1,,\n"), shelter_map);
    request.system = "GCJ-02";
    QVERIFY(desk.run(request)->stored);
    const auto stored = **desk.resource_store->find(desk.db(), Layer::shelter, "A1");
    QCOMPARE(stored.source_system, "GCJ-02"s);
    const auto moved = distance_m(stored.place, {114.3, 30.6});
    QVERIFY2(moved > 100 && moved < 1000, "GCJ-02 is some hundred metres off");
    request.system = "EPSG:99999999";
    const auto unknown = desk.run(request);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().field, "system"s);
}

void ImportTest::areas_in_three_levels() {
    ImportDesk desk;
    const auto streets =
        desk.write("streets.csv", "code,name\n990901001,东街道\n990901002,西街道\n");
    const auto map = "layer='area'\n[columns]\ncode='code'\nname='name'\n"s;
    const auto parents = "[[parents]]\ncode='9909'\nname='某市'\n[[parents]]\ncode='990901'\n"
                         "name='某区'\n"s;
    const auto report = desk.run(request_for(streets, map + parents));
    QVERIFY(report && report->stored);
    QCOMPARE(report->inserted, 2);
    const auto communities =
        desk.write("c.csv", "code,name\n990901001001,一社区\n99090100100,少一位\n");
    const auto refused = desk.run(request_for(communities, map));
    QCOMPARE(refused->refused_rows.at(0).fault, RowFault::bad_code);
    QCOMPARE(refused->refused_rows.at(0).line, 3);
    auto request = request_for(communities, map);
    request.skip_bad = true;
    QVERIFY(desk.run(request)->stored);
    const auto community = desk.area_store->get(desk.db(), "990901001001");
    QVERIFY(community);
    QCOMPARE(community->parent, "990901001000"s);
    QCOMPARE(community->level, AreaLevel::community);
    QCOMPARE(desk.area_store->get(desk.db(), "990901000000")->name, "某区"s);
}

void ImportTest::a_list_of_names_keeps_borders() {
    ImportDesk desk;
    const auto map = "layer='area'\n[columns]\ncode='code'\nname='name'\n"s;
    const auto parents = "[[parents]]\ncode='9909'\nname='某市'\n"s;
    const auto drawn = desk.write("d.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"990901","name":"某区"},"geometry":
        {"type":"Polygon","coordinates":[[[114,30],[115,30],[115,31],[114,31],[114,30]]]}}]})");
    QVERIFY(desk.run(request_for(drawn, map + parents))->stored);
    const auto named = desk.write("n.csv", "code,name\n990901,新名区\n");
    QVERIFY(desk.run(request_for(named, map + parents))->stored);
    const auto area = desk.area_store->get(desk.db(), "990901000000");
    QCOMPARE(area->name, "新名区"s);
    QCOMPARE(area->rings.size(), 1U);
    QCOMPARE(area->rings.at(0).size(), 5U);
    QVERIFY(area->centre.has_value());

    // Nor does it take away the area above that another list told.
    const auto told = desk.write("p.csv", "code,name,above\n990901001001,社区,9909\n");
    QVERIFY(desk.run(request_for(told, map + "parent='above'\n"))->stored);
    const auto bare = desk.write("q.csv", "code,name\n990901001001,社区\n");
    QCOMPARE(desk.run(request_for(bare, map))->unchanged, 1);
    QCOMPARE(desk.area_store->get(desk.db(), "990901001001")->parent, "990900000000"s);
}

void ImportTest::polygons_of_a_grid() {
    ImportDesk desk;
    const auto text = R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":0,"pop":12.6},"geometry":{"type":"Polygon",
        "coordinates":[[[530000,3392000],[531000,3392000],[531000,3393000],[530000,3392000]]]}},
        {"type":"Feature","properties":{"id":1},"geometry":{"type":"Point",
        "coordinates":[530000,3392000]}}]})"s;
    const auto file = desk.write("a.geojson", text);
    const auto map =
        "layer='area'\ncode_base=990901001001\n[columns]\ncode='id'\nname='社区 {id}'\n"
        "population='pop'\n[[parents]]\ncode='9909'\nname='市'\n[[parents]]\n"
        "code='990901'\nname='区'\n[[parents]]\ncode='990901001'\nname='街道'\n"s;
    const auto asked = desk.run(request_for(file, map));
    QVERIFY(asked && asked->question);
    QCOMPARE(asked->question->kind, QuestionKind::degrees_or_metres);
    QVERIFY(!asked->stored);
    auto request = request_for(file, map);
    request.system = "EPSG:4547";
    request.skip_bad = true;
    const auto report = desk.run(request);
    QVERIFY(report && report->stored);
    QCOMPARE(report->refused_rows.at(0).fault, RowFault::bad_geometry);
    const auto area = desk.area_store->get(desk.db(), "990901001001");
    QVERIFY(area);
    QCOMPARE(area->name, "社区 0"s);
    QCOMPARE(area->population, std::optional<std::int64_t>(13));
    QVERIFY(distance_m(area->rings.at(0).at(0), area->rings.at(0).at(1)) > 990);
    QVERIFY(distance_m(area->rings.at(0).at(0), area->rings.at(0).at(1)) < 1010);
}

void ImportTest::wrong_layer() {
    ImportDesk desk;
    auto request = request_for(desk.write("s.csv", heading), shelter_map);
    request.layer = "risk";
    QCOMPARE(desk.run(request).error().field, "layer"s);
    request.layer = "shelter";
    const auto empty = desk.run(request);
    QVERIFY(empty && !empty->stored);
    request.file = desk.path() / "absent.csv";
    QCOMPARE(desk.run(request).error().kind, FailureKind::not_found);
}

void ImportTest::the_command() {
    ImportDesk desk;
    desk.write("map.toml", shelter_map);
    desk.write("s.csv", heading + "A1,甲,0,30.6,1,,\n");
    desk.write("good.csv", heading + "A1,甲,114.3,30.6,1,,\n");
    const auto run = [&](const std::vector<std::string>& arguments) {
        std::vector<const char*> words = {"import"};
        for (const auto& word : arguments)
            words.push_back(word.c_str());
        const auto line = parse_command_line(words, import_flags(), {});
        if (!line)
            return std::make_pair(-1, line.error().detail);
        const auto command = import_command(*line);
        if (!command)
            return std::make_pair(-2, command.error().field);
        std::ostringstream out;
        std::ostringstream err;
        const int status = run_import_command(*command, *desk.writer, desk.target, out, err);
        return std::make_pair(status, out.str() + err.str());
    };
    const auto map = (desk.path() / "map.toml").string();
    const auto bad = run({(desk.path() / "s.csv").string(), "--map", map});
    QCOMPARE(bad.first, 3);
    QVERIFY2(bad.second.find("refused line 2: longitude is 0") != bad.second.npos,
             bad.second.c_str());
    const auto good =
        run({(desk.path() / "good.csv").string(), "--map", map, "--layer", "shelter"});
    QVERIFY2(good.first == 0 && good.second.find("stored") != good.second.npos,
             good.second.c_str());
    QCOMPARE(run({"--map", map}).second, "FILE"s);
    QCOMPARE(run({"x.csv"}).second, "--map"s);
    desk.write("list.toml", "[[import]]\nfile='good.csv'\nmap='map.toml'\n"
                            "[[import]]\nfile='absent.csv'\nmap='map.toml'\n");
    const auto list =
        run({"--all", (desk.path() / "list.toml").string(), "--base", desk.path().string()});
    QVERIFY2(list.first == 0 && list.second.find("unchanged 1") != list.second.npos,
             list.second.c_str());
}

void ImportTest::who_may() {
    Account account;
    account.role = Role::commander;
    QVERIFY(may_import(account).has_value());
    account.role = Role::admin;
    QVERIFY(may_import(account).has_value());
    account.role = Role::operator_;
    QVERIFY(may_import(account).error().kind == FailureKind::forbidden);
    // Its rows may lie anywhere, and it writes over what lies there.
    account.role = Role::commander;
    account.area = "420114001000";
    QVERIFY(may_import(account).error().kind == FailureKind::forbidden);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
