// Which cameras can see a place, and the screen that is made of them.
#include "core/linkage/around.h"

#include <QTest>

using namespace chengyun;

namespace {

constexpr Place here{114.0, 30.0};

/// So many metres to the north and to the east of `here`.
Place off(double north, double east = 0) {
    return {here.lon + east / (111'195 * 0.8660254), here.lat + north / 111'195};
}

Resource camera(const std::string& id, Place place,
                std::map<std::string, std::string> attributes = {}) {
    Resource made;
    made.id = id;
    made.name = "camera " + id;
    made.layer = Layer::camera;
    made.place = place;
    made.stream = "rtsp://10.0.0.1/" + id;
    made.attributes = std::move(attributes);
    return made;
}

/// "8: 0=map 1=camera:a".
QByteArray shown(const PresetScreen& screen) {
    auto text = QByteArray::fromStdString(screen.layout) + ':';
    for (const auto& pane : screen.panes) {
        text += ' ' + QByteArray::number(qlonglong(pane.cell)) + '=' +
                QByteArray::fromStdString(pane.content.kind);
        if (!pane.content.subject.empty())
            text += ':' + QByteArray::fromStdString(pane.content.subject);
    }
    return text;
}

} // namespace

class AroundTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_camera_sees_what_its_record_says_data() {
        QTest::addColumn<double>("north"); // of the place, where the camera stands
        QTest::addColumn<double>("east");
        QTest::addColumn<QByteArray>("attributes"); // "range=100 bearing=180"
        QTest::addColumn<bool>("sees");
        const auto row = [](const char* name, double north, double east, const char* attributes,
                            bool sees) {
            QTest::newRow(name) << north << east << QByteArray(attributes) << sees;
        };
        row("near", 300, 0, "", true);
        row("as far as is usual", 2990, 0, "", true);
        row("farther than is usual", 3010, 0, "", false);
        row("farther, by its record", 4500, 0, "range=4600", true);
        row("by the Chinese name", 4500, 0, "可视距离=4600", true);
        row("beyond all reach", 5100, 0, "range=9000", false);
        row("nearer, by its record", 300, 0, "range=200", false);
        row("no number", 300, 0, "range=long", true);
        row("not a distance", 300, 0, "range=-5", true);
        row("looks at it", 300, 0, "bearing=180", true);
        row("looks away", 300, 0, "bearing=0", false);
        row("at the edge of what it sees", 300, 0, "bearing=136", true);
        row("beside that", 300, 0, "bearing=134", false);
        row("through north", 0, 300, "bearing=-100", true); // looks west, where the place is
        row("narrow", 300, 0, "bearing=160 angle=30", false);
        row("wide", 300, 0, "朝向=100 视场角=180", true);
        row("just beside it, whatever it looks at", 10, 0, "bearing=0", true);
    }
    void a_camera_sees_what_its_record_says() {
        QFETCH(double, north);
        QFETCH(double, east);
        QFETCH(QByteArray, attributes);
        QFETCH(bool, sees);
        std::map<std::string, std::string> known;
        for (const auto& pair : attributes.split(' '))
            if (!pair.isEmpty())
                known[pair.split('=')[0].toStdString()] = pair.split('=')[1].toStdString();
        QCOMPARE(chengyun::sees(camera("a", off(north, east), known), here).has_value(), sees);
    }

    void what_shows_nothing_is_left_out() {
        auto silent = camera("a", off(10));
        silent.stream.clear();
        auto broken = camera("b", off(10));
        broken.state = Availability::unavailable;
        auto shelter = camera("c", off(10));
        shelter.layer = Layer::shelter;
        QVERIFY(cameras_around(here, std::vector{silent, broken, shelter}).empty());
    }

    void the_nearest_come_first_and_six_at_most() {
        std::vector<Resource> cameras;
        for (int i = 9; i > 0; --i)
            cameras.push_back(camera(std::to_string(i), off(i * 50)));
        cameras.push_back(camera("0", off(50))); // on the mast of "1"
        const auto found = cameras_around(here, cameras);
        QByteArray ids;
        for (const auto& one : found)
            ids += QByteArray::fromStdString(one.id);
        QCOMPARE(ids, QByteArray("012345"));
        QVERIFY(std::abs(found[0].metres - 50) < 1);
    }

    void the_layout_fits_the_number_data() {
        QTest::addColumn<QByteArray>("thing");
        QTest::addColumn<int>("cameras");
        QTest::addColumn<int>("shows");
        QTest::addColumn<QByteArray>("screen");
        const auto row = [](const char* name, const char* thing, int cameras, LinkageShows shows,
                            const char* screen) {
            QTest::newRow(name) << QByteArray(thing) << cameras << int(shows) << QByteArray(screen);
        };
        using enum LinkageShows;
        row("an order, four cameras", "order", 4, around,
            "6: 0=map 1=camera:0 2=camera:1 3=camera:2 4=camera:3 5=order:x");
        row("an order, six cameras", "order", 6, around,
            "8: 0=map 1=camera:0 2=camera:1 3=camera:2 4=camera:3 5=camera:4 6=camera:5 "
            "7=order:x");
        row("an order, no camera", "order", 0, around, "free: 0=map 1=order:x");
        row("a risk, one camera", "resource", 1, around, "6: 0=map 1=camera:0");
        row("a risk, no camera", "resource", 0, around, "1: 0=map");
        row("the map alone", "order", 4, map, "1: 0=map");
        row("the sheet alone", "order", 4, sheet, "1: 0=order:x");
    }
    void the_layout_fits_the_number() {
        QFETCH(QByteArray, thing);
        QFETCH(int, cameras);
        QFETCH(int, shows);
        QFETCH(QByteArray, screen);
        std::vector<CameraAround> around;
        for (int i = 0; i < cameras; ++i)
            around.push_back({std::to_string(i), "c", double(i)});
        const auto made = group_screen("1", {thing.toStdString(), "x", "flood", here},
                                       LinkageShows(shows), around);
        QCOMPARE(shown(made), screen);
        WallPreset preset{"0190a000-0000-7000-8000-00000000a001",
                          "0190a000-0000-7000-8000-00000000a002",
                          "n",
                          {},
                          {},
                          {made},
                          0};
        QVERIFY(check(preset).has_value()); // it is a screen that a wall takes
    }

    void an_order_without_a_place_is_shown_by_its_sheet() {
        const auto made = group_screen("1", {"order", "x", "flood", {}}, LinkageShows::around, {});
        QCOMPARE(shown(made), QByteArray("1: 0=order:x"));
    }
};

QTEST_APPLESS_MAIN(AroundTest)
#include "around_test.moc"
