// Which walls, contents and presets are refused at the edge.
#include "core/text/limits.h"
#include "core/wall/wall_codec.h"
#include "tests/core/wall/sample.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

namespace {

using ChangeWall = void (*)(Wall&);
using ChangeContent = void (*)(PaneContent&);
using ChangePreset = void (*)(WallPreset&);

WallPreset sample_preset() {
    WallPreset preset;
    preset.id = "0190a000-0000-7000-8000-00000000b001";
    preset.wall = sample_wall().id;
    preset.name = "平时";
    preset.key = "1";
    preset.mode = "peace";
    preset.screens = {{"1", "4", {}, {{0, content("map")}, {3, content("orders")}}},
                      {"*", "free", {{0, 40, 48, 8}}, {{0, content("title")}}}};
    return preset;
}

} // namespace

Q_DECLARE_METATYPE(ChangeWall)
Q_DECLARE_METATYPE(ChangeContent)
Q_DECLARE_METATYPE(ChangePreset)

class WallTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void walls_are_checked_data() {
        QTest::addColumn<ChangeWall>("change");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* name, const char* refused, ChangeWall change) {
            QTest::newRow(name) << change << QByteArray(refused);
        };
        row("good", "", [](Wall&) {});
        row("of an area", "", [](Wall& w) { w.area = "420114001000"; });
        row("no id", "invalid_field id", [](Wall& w) { w.id = "1"; });
        row("no name", "missing_field name", [](Wall& w) { w.name = " "; });
        row("no area's code", "invalid_field area", [](Wall& w) { w.area = "4201"; });
        row("too small", "invalid_field scale_percent", [](Wall& w) { w.scale_percent = 99; });
        row("too large", "invalid_field scale_percent", [](Wall& w) { w.scale_percent = 301; });
        row("no screen", "missing_field screens", [](Wall& w) { w.screens.clear(); });
        row("too many", "too_many screens", [](Wall& w) {
            w.screens.clear();
            for (int i = 0; i < 17; ++i)
                w.screens.push_back({std::to_string(i), i * 400, 0, 400, 300});
        });
        row("sixteen", "", [](Wall& w) {
            w.screens.clear();
            for (int i = 0; i < 16; ++i)
                w.screens.push_back({std::to_string(i), i * 400, 0, 400, 300});
        });
        row("a name twice", "invalid_field screens[1].name",
            [](Wall& w) { w.screens[1].name = "1"; });
        row("the name of the whole wall", "invalid_field screens[0].name",
            [](Wall& w) { w.screens[0].name = "*"; });
        row("one over another", "invalid_field screens[1]", [](Wall& w) { w.screens[1].x = 1919; });
        row("a screen of nothing", "invalid_field screens[0].width",
            [](Wall& w) { w.screens[0].width = 0; });
        row("far away", "invalid_field screens[1].x",
            [](Wall& w) { w.screens[1].x = std::numeric_limits<std::int64_t>::max(); });
    }
    void walls_are_checked() {
        QFETCH(ChangeWall, change);
        QFETCH(QByteArray, refused);
        auto wall = sample_wall();
        change(wall);
        QCOMPARE(refusal(check(wall)), refused);
    }

    void contents_are_checked_data() {
        QTest::addColumn<ChangeContent>("change");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* name, const char* refused, ChangeContent change) {
            QTest::newRow(name) << change << QByteArray(refused);
        };
        row("good", "", [](PaneContent&) {});
        row("a kind of later", "", [](PaneContent& c) { c.kind = "vital_signs_2"; });
        row("no kind", "invalid_field kind", [](PaneContent& c) { c.kind.clear(); });
        row("no word", "invalid_field kind", [](PaneContent& c) { c.kind = "Map"; });
        row("a number first", "invalid_field kind", [](PaneContent& c) { c.kind = "2map"; });
        row("too long a kind", "invalid_field kind",
            [](PaneContent& c) { c.kind = std::string(33, 'a'); });
        row("an announcement of nothing", "missing_field text",
            [](PaneContent& c) { c.kind = "announcement"; });
        row("an announcement", "", [](PaneContent& c) {
            c.kind = "announcement";
            c.text = "一\n二";
        });
        row("a title of nothing", "missing_field title", [](PaneContent& c) { c.kind = "title"; });
        row("lines in a title", "unseen_character title",
            [](PaneContent& c) { c.title = "一\n二"; });
        row("too long a text", "invalid_field text",
            [](PaneContent& c) { c.text = std::string(2001, 'a'); });
        row("options", "", [](PaneContent& c) { c.options = {{"centre", "114.2,30.5"}}; });
        row("no option's name", "invalid_field options",
            [](PaneContent& c) { c.options = {{"a b", "1"}}; });
        row("too long an option", "invalid_field options.zoom",
            [](PaneContent& c) { c.options = {{"zoom", std::string(201, '1')}}; });
        row("too many options", "too_many options", [](PaneContent& c) {
            for (char i = 'a'; i <= 'u'; ++i)
                c.options.emplace(std::string(1, i), "1");
        });
    }
    void contents_are_checked() {
        QFETCH(ChangeContent, change);
        QFETCH(QByteArray, refused);
        auto shown = content("map");
        change(shown);
        QCOMPARE(refusal(check(shown)), refused);
    }

    void presets_are_checked_data() {
        QTest::addColumn<ChangePreset>("change");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* name, const char* refused, ChangePreset change) {
            QTest::newRow(name) << change << QByteArray(refused);
        };
        row("good", "", [](WallPreset&) {});
        row("without key and mode", "", [](WallPreset& p) {
            p.key.clear();
            p.mode.clear();
        });
        row("no wall", "invalid_field wall", [](WallPreset& p) { p.wall.clear(); });
        row("no name", "missing_field name", [](WallPreset& p) { p.name.clear(); });
        row("no key", "invalid_field key", [](WallPreset& p) { p.key = "F1"; });
        row("no mode", "invalid_field mode", [](WallPreset& p) { p.mode = "war"; });
        row("no screen", "missing_field screens", [](WallPreset& p) { p.screens.clear(); });
        row("a screen twice", "invalid_field screens[1].screen",
            [](WallPreset& p) { p.screens[1] = p.screens[0]; });
        row("no layout", "invalid_field screens[0].layout",
            [](WallPreset& p) { p.screens[0].layout = "5"; });
        row("across the wall, but not free", "invalid_field screens[1].layout",
            [](WallPreset& p) { p.screens[1].layout = "4"; });
        row("boxes of a layout", "invalid_field screens[0].boxes",
            [](WallPreset& p) { p.screens[0].boxes = {{0, 0, 1, 1}}; });
        row("boxes one over another", "invalid_field screens[1].boxes[1]",
            [](WallPreset& p) { p.screens[1].boxes.push_back({0, 47, 1, 1}); });
        row("no such cell", "invalid_field screens[0].panes[1].cell",
            [](WallPreset& p) { p.screens[0].panes[1].cell = 4; });
        row("a cell twice", "invalid_field screens[0].panes[1].cell",
            [](WallPreset& p) { p.screens[0].panes[1].cell = 0; });
        row("no content", "invalid_field screens[0].panes[0].content.kind",
            [](WallPreset& p) { p.screens[0].panes[0].content.kind = "?"; });
    }
    void presets_are_checked() {
        QFETCH(ChangePreset, change);
        QFETCH(QByteArray, refused);
        auto preset = sample_preset();
        change(preset);
        QCOMPARE(refusal(check(preset)), refused);
    }

    void a_device_is_its_walls() {
        Account device;
        device.role = Role::wall;
        device.name = device_name(sample_wall().id);
        QCOMPARE(wall_of(device), std::optional(sample_wall().id));
        device.name = "ming";
        QVERIFY(!wall_of(device));
        device.name = device_name(sample_wall().id);
        device.role = Role::operator_; // whoever is called so is no machine
        QVERIFY(!wall_of(device));
    }

    void boards_come_back_from_json() {
        const auto wall = sample_wall();
        auto board = empty_board(wall);
        board = *put_up(wall, board, {"1", 0, content("map"), 0}, {"a", "李"}, now);
        board = *put_up(wall, board, {"1", 0, content("announcement"), 5}, {"b", "王"}, now);
        const auto read = json::read<WallBoard>(json::write(board));
        QVERIFY(read.has_value());
        QVERIFY(*read == board);
        QVERIFY(*json::read<Wall>(json::write(wall)) == wall);
        QVERIFY(*json::read<WallPreset>(json::write(sample_preset())) == sample_preset());
    }
};

QTEST_APPLESS_MAIN(WallTest)
#include "wall_test.moc"
