// Presets of walls, by hand and by the mode of the hall.
#include "hub/duty/duty_capability.h"
#include "tests/hub/wall/wall_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;
using chengyun::hub::test::WallHall;

class WallPresetsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<WallHall> hall_;

    void make_wall(const std::string& area = {}) {
        must(hall_->put(hall_->commander, WallHall::wall(area)));
    }
    void switch_mode(Mode mode) {
        auto& duty = hall_->capabilities.get<DutyCapability>().service();
        SetDuty command;
        command.mode = mode;
        command.reason = "rain";
        command.version = must(duty.now(*hall_->reader)).version;
        must(hall_->run([&](Transaction& tx) { return duty.set(tx, hall_->commander, command); }));
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<WallHall>();
        hall_->add_areas();
    }

    void presets() {
        make_wall();
        auto preset = WallHall::preset("usual", "map");
        preset.key = "1";
        const auto made = must(hall_->put(hall_->li, preset)); // operators keep them, too
        preset.version = made.seq;
        preset.name = "as usual";
        must(hall_->put(hall_->commander, preset));
        const auto up = must(hall_->run(
            [&](Transaction& tx) { return hall_->walls.put_up_preset(tx, hall_->li, preset.id); }));
        QCOMPARE(hall_->shown(), QByteArray("map"));
        QCOMPARE(up.change.values<WallBoard>().front().preset, preset.id);
        QCOMPARE(hall_->entries().back().body.note.at("preset"), std::string("as usual"));
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->shown(), QByteArray());
        must(hall_->run(
            [&](Transaction& tx) { return hall_->walls.remove_preset(tx, hall_->li, preset.id); }));
        QVERIFY(hall_->seen_by(hall_->li).values<WallPreset>().empty());
        QCOMPARE(refusal(hall_->run([&](Transaction& tx) {
                     return hall_->walls.put_up_preset(tx, hall_->li, preset.id);
                 })),
                 QByteArray("not_found preset"));
    }
    void presets_differ_in_key_and_mode() {
        make_wall();
        auto one = WallHall::preset("one", "map", 1), two = WallHall::preset("two", "load", 2);
        one.key = two.key = "1";
        must(hall_->put(hall_->li, one));
        QCOMPARE(refusal(hall_->put(hall_->li, two)), QByteArray("conflict key"));
        two.key = "2";
        two.mode = "emergency";
        must(hall_->put(hall_->li, two));
        auto three = WallHall::preset("three", "duty", 3);
        three.mode = "emergency";
        QCOMPARE(refusal(hall_->put(hall_->li, three)), QByteArray("conflict mode"));
        three.mode.clear();
        three.wall = WallHall::wall({}, 2).id;
        QCOMPARE(refusal(hall_->put(hall_->li, three)), QByteArray("not_found wall"));
    }
    void a_preset_of_another_street_is_not_there() {
        make_wall(Hall::east);
        must(hall_->put(hall_->east_operator, WallHall::preset("p", "map")));
        const auto id = WallHall::preset("p", "map").id;
        auto& walls = hall_->walls;
        QVERIFY(hall_
                    ->run([&](Transaction& tx) {
                        return walls.put_up_preset(tx, hall_->west_operator, id);
                    })
                    .has_error());
        QVERIFY(hall_
                    ->run([&](Transaction& tx) {
                        return walls.remove_preset(tx, hall_->west_operator, id);
                    })
                    .has_error());
    }

    void the_mode_brings_its_preset() {
        make_wall();
        auto usual = WallHall::preset("usual", "map", 1),
             alert = WallHall::preset("alert", "orders", 2);
        usual.mode = "peace";
        alert.mode = "emergency";
        must(hall_->put(hall_->li, usual));
        must(hall_->put(hall_->li, alert));
        switch_mode(Mode::emergency);
        QCOMPARE(hall_->shown(), QByteArray("orders"));
        QCOMPARE(hall_->told().last(), QStringLiteral("wall.preset_put_up commander"));
        must(hall_->lock(hall_->li, true));
        switch_mode(Mode::peace); // the mode is switched; what somebody has locked stays
        QCOMPARE(hall_->shown(), QByteArray("orders"));
        must(hall_->lock(hall_->li, false));
        switch_mode(Mode::emergency);
        switch_mode(Mode::peace);
        QCOMPARE(hall_->shown(), QByteArray("map"));
    }
};

QTEST_GUILESS_MAIN(WallPresetsTest)
#include "wall_presets_test.moc"
