// What is done to walls: judged at once by the hub's rules, and then in the outbox.
#include "app/link/hub_clock.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/wall/free_layout.h"
#include "app/wall/wall_commands.h"
#include "app/wall/wall_model.h"
#include "app/wall/wall_store.h"
#include "core/wall/arrangement.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/wall/wall_hall.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::Outbox;
using console::WallCommands;

namespace {

struct Desk {
    QTemporaryDir folder;
    SharedDesk shared_{folder.path()};
    console::WallStore store{shared_.feed};
    WallCommands commands{store, shared_.outbox, shared_.session, shared_.clock};
    QString wall = QString::fromStdString(wallId);

    explicit Desk(const WallBoard& board = filledBoard()) {
        shared_.link.become(QUrl(u"http://127.0.0.1:9"_s), u"wang"_s, "t");
        auto snapshot = wallHall();
        snapshot.values<WallBoard>() = {board};
        Q_EMIT shared_.feed.loaded(shared(std::move(snapshot)));
    }
    /// Waits for the command on disk; its body.
    QByteArray kept() {
        Outbox& outbox = shared_.outbox;
        if (!QTest::qWaitFor([&] { return outbox.rowCount() == 1; }))
            return "nothing";
        return outbox.bodyOf(outbox.data(outbox.index(0), Outbox::KeyRole).toString());
    }
    [[nodiscard]] QString kind() {
        Outbox& outbox = shared_.outbox;
        return outbox.data(outbox.index(0), Outbox::KindRole).toString();
    }
};

QVariantMap camera() {
    return {{u"kind"_s, u"camera"_s},
            {u"subject"_s, u"cam-2"_s},
            {u"title"_s, u" 张湾街 "_s},
            {u"options"_s, QVariantMap{{u"zoom"_s, 14}}}};
}

} // namespace

class WallCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_put_up_is_what_was_chosen() {
        Desk desk;
        QVERIFY(desk.commands.putUp(desk.wall, u"左"_s, 1, camera(), 5));
        const auto sent = json::read<PutUp>(desk.kept().toStdString());
        QVERIFY(sent.has_value());
        PutUp expected;
        expected.screen = "左";
        expected.cell = 1;
        expected.content = contentOf("camera", "cam-2", "张湾街");
        expected.content.options = {{"zoom", "14"}};
        expected.minutes = 5;
        QVERIFY(*sent == expected);
        QCOMPARE(desk.kind(), u"wall.put_up"_s);
        QVERIFY(!desk.shared_.outbox.pendingKind(desk.wall).isEmpty());
    }

    void each_command_has_its_body() {
        {
            Desk desk;
            QVERIFY(desk.commands.takeDown(desk.wall, u"左"_s, 0));
            QVERIFY(*json::read<TakeDown>(desk.kept().toStdString()) == (TakeDown{"左", 0}));
        }
        {
            Desk desk;
            QVERIFY(desk.commands.setLayout(desk.wall, u"右"_s, u"9"_s));
            QVERIFY(*json::read<SetLayout>(desk.kept().toStdString()) ==
                    (SetLayout{"右", "9", {}}));
        }
        {
            Desk desk;
            QVERIFY(desk.commands.move(desk.wall, u"左"_s, 0, u"右"_s, 0));
            QVERIFY(*json::read<MovePane>(desk.kept().toStdString()) ==
                    (MovePane{{"左", 0}, {"右", 0}}));
        }
        {
            Desk desk;
            QVERIFY(desk.commands.setLocked(desk.wall, true));
            QVERIFY(*json::read<SetLock>(desk.kept().toStdString()) == SetLock{true});
        }
        {
            Desk desk;
            QVERIFY(desk.commands.keepPreset(desk.wall, u"汛期"_s, u"F"_s, u"emergency"_s));
            const auto preset = json::read<WallPreset>(desk.kept().toStdString());
            QVERIFY(preset.has_value());
            QVERIFY(check(*preset).has_value());
            QCOMPARE(preset->key, std::string("f"));
            QVERIFY(preset->screens == preset_screens(filledBoard()));
        }
    }

    /// As drawn, with the panes in their boxes.
    void a_screen_is_divided_as_it_was_drawn() {
        Desk desk;
        console::FreeLayout drawn;
        drawn.begin(&desk.store, desk.wall, u"左"_s);
        drawn.setCurrent(0);
        QVERIFY(drawn.removeCurrent());
        QVERIFY(desk.commands.setFreeLayout(desk.wall, u"左"_s, &drawn));
        const auto sent = json::read<SetLayout>(desk.kept().toStdString());
        QVERIFY(sent.has_value());
        QCOMPARE(sent->layout, std::string(free_layout));
        QVERIFY(sent->boxes == drawn.boxes());
        QVERIFY(sent->formers == (std::vector<std::int64_t>{1, 2, 3}));
    }
    void nothing_drawn_is_no_layout() {
        Desk desk;
        const console::FreeLayout drawn;
        QVERIFY(!desk.commands.setFreeLayout(desk.wall, u"左"_s, &drawn));
        QCOMPARE(desk.commands.failureField(), u"boxes"_s);
        QVERIFY(desk.commands.setFreeLayout(desk.wall, u"*"_s, &drawn)); // takes it all away
    }

    void a_wall_is_made() {
        Desk desk;
        const QVariantMap form{{u"name"_s, u" 侧屏 "_s}, {u"area"_s, QString()}, {u"scale"_s, 180},
                               {u"across"_s, 3},         {u"down"_s, 2},         {u"width"_s, 1920},
                               {u"height"_s, 1080},      {u"gap"_s, 12}};
        QVERIFY2(desk.commands.writeWall({}, form), qPrintable(desk.commands.failureText()));
        const auto sent = json::read<Wall>(desk.kept().toStdString());
        QVERIFY(sent.has_value());
        QVERIFY(check(*sent).has_value());
        QCOMPARE(sent->name, std::string("侧屏"));
        QCOMPARE(sent->version, std::int64_t{0});
        QCOMPARE(sent->scale_percent, std::int64_t{180});
        QVERIFY(sent->screens == arranged({3, 2, 1920, 1080, 12}, {}));
    }
    /// Screens keep their names, by which what stands on them is known.
    void a_wall_is_changed() {
        Desk desk;
        console::WallModel model;
        model.setStore(&desk.store);
        model.setWall(desk.wall);
        auto form = model.form();
        QCOMPARE(form[u"across"_s].toInt(), 2);
        QCOMPARE(form[u"gap"_s].toInt(), 20);
        form[u"name"_s] = u"主屏"_s;
        form[u"across"_s] = 3;
        QVERIFY(desk.commands.writeWall(desk.wall, form));
        const auto sent = json::read<Wall>(desk.kept().toStdString());
        QCOMPARE(sent->id, wallId);
        QCOMPARE(sent->version, twoScreens().version);
        QCOMPARE(int(sent->screens.size()), 3);
        QCOMPARE(sent->screens[0].name, std::string("左"));
        QCOMPARE(sent->screens[1].name, std::string("右"));
    }
    void a_wall_that_cannot_be_is_not_sent_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("field");
        QTest::newRow("no name") << u"name"_s << QVariant(u"  "_s) << u"name"_s;
        QTest::newRow("no such scale") << u"scale"_s << QVariant(90) << u"scale_percent"_s;
        QTest::newRow("twice twenty screens") << u"down"_s << QVariant(20) << u"screens"_s;
        QTest::newRow("no numbers") << u"width"_s << QVariant(u"wide"_s) << u"screens[0].width"_s;
        QTest::newRow("one over another") << u"gap"_s << QVariant(-10) << u"screens[1]"_s;
    }
    void a_wall_that_cannot_be_is_not_sent() {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        Desk desk;
        QVariantMap form{{u"name"_s, u"侧屏"_s}, {u"scale"_s, 200},  {u"across"_s, 2},
                         {u"down"_s, 1},         {u"width"_s, 1920}, {u"height"_s, 1080},
                         {u"gap"_s, 0}};
        form[key] = value;
        QVERIFY(!desk.commands.writeWall({}, form));
        QTEST(desk.commands.failureField(), "field");
        QCOMPARE(desk.shared_.outbox.rowCount(), 0);
    }

    void refuses_at_once_data() {
        QTest::addColumn<bool>("locked");
        QTest::addColumn<QString>("screen");
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("field");
        QTest::newRow("locked") << true << u"左"_s << 0 << 0 << u"locked"_s;
        QTest::newRow("no such screen") << false << u"中"_s << 0 << 0 << u"screen"_s;
        QTest::newRow("no such cell") << false << u"左"_s << 4 << 0 << u"cell"_s;
        QTest::newRow("two days") << false << u"左"_s << 0 << 2880 << u"minutes"_s;
    }
    void refuses_at_once() {
        QFETCH(bool, locked);
        QFETCH(QString, screen);
        QFETCH(int, cell);
        QFETCH(int, minutes);
        auto board = filledBoard();
        board.locked = locked;
        Desk desk(board);
        QVERIFY(!desk.commands.putUp(desk.wall, screen, cell, camera(), minutes));
        QTEST(desk.commands.failureField(), "field");
        QVERIFY(!desk.commands.failureText().isEmpty());
        QCOMPARE(desk.shared_.outbox.rowCount(), 0);
    }

    void an_empty_cell_is_not_taken_down() {
        Desk desk;
        QVERIFY(!desk.commands.takeDown(desk.wall, u"左"_s, 1));
        QCOMPARE(desk.commands.failureField(), u"cell"_s);
    }

    /// The name replaces; a key or mode of another preset is not taken away from it.
    void presets_are_told_apart_by_their_names() {
        Desk desk;
        WallPreset known;
        known.id = presetId;
        known.wall = wallId;
        known.name = "汛期";
        known.key = "f";
        known.mode = "emergency";
        known.screens = preset_screens(filledBoard());
        known.version = 9;
        Change body;
        body.values<WallPreset>() = {known};
        Q_EMIT desk.shared_.feed.arrived(
            shared({entry(51, "wall.preset_changed", "wall_preset", body)}));
        QVERIFY(!desk.commands.keepPreset(desk.wall, u"平时"_s, u"f"_s, QString()));
        QCOMPARE(desk.commands.failureField(), u"key"_s);
        QVERIFY(!desk.commands.keepPreset(desk.wall, u"平时"_s, QString(), u"emergency"_s));
        QCOMPARE(desk.commands.failureField(), u"mode"_s);
        QVERIFY(desk.commands.keepPreset(desk.wall, u"汛期"_s, u"f"_s, u"emergency"_s));
        const auto sent = json::read<WallPreset>(desk.kept().toStdString());
        QCOMPARE(sent->id, presetId);
        QCOMPARE(sent->version, std::int64_t{9});
    }
};

QTEST_GUILESS_MAIN(WallCommandsTest)
#include "wall_commands_test.moc"
