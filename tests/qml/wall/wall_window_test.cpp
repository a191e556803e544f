// The windows of a wall's machine, in front of a small hub.
#include "tests/qml/patrol/patrol_sample.h"
#include "tests/qml/wall/wall_sample.h"

#include "app/hall/hall.h"
#include "app/icons/icon_provider.h"
#include "app/link/session.h"
#include "app/screens/warning_count.h"
#include "app/shell/languages.h"
#include "app/wall/wall_seat.h"

#include <QApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

void gather(QQuickItem* root, const QByteArray& type, QList<QQuickItem*>& found) {
    const QByteArray name(root->metaObject()->className());
    if (root->isVisible() && name.startsWith(type + "_QMLTYPE"))
        found.append(root);
    for (auto* child : root->childItems())
        gather(child, type, found);
}

struct Machine {
    SmallHub hub;
    QTemporaryDir folder;
    WarningCount warnings;
    Languages languages{QString(), u"zh_CN"_s};
    std::unique_ptr<Hall> hall;
    std::unique_ptr<WallSeat> wallSeat;
    std::unique_ptr<QQmlApplicationEngine> engine;

    explicit Machine(const QList<int>& shown = {}, bool knowsWho = true) {
        putWallInto(hub.snapshot);
        hub.account.role = Role::wall;
        hub.account.name = device_name(wallId);
        auto made = Hall::make({.stateFolder = folder.path(),
                                .cacheFolder = folder.filePath(u"cache"_s),
                                .mapSourcesFile = {},
                                .version = u"test"_s},
                               languages);
        if (!made)
            qFatal("no hall");
        hall = std::move(*made);
        wallSeat = std::make_unique<WallSeat>(
            hall->session(),
            WallSeatOptions{.folder = folder.path(),
                            .sessionFile = knowsWho ? hub.sessionFile(folder.path()) : QString(),
                            .url = {},
                            .code = {}});
        engine = std::make_unique<QQmlApplicationEngine>();
        engine->addImageProvider(u"icon"_s, new IconProvider);
        auto properties = hall->properties();
        properties.insert(u"wallSeat"_s, QVariant::fromValue(wallSeat.get()));
        properties.insert(u"machine"_s, u"main"_s);
        properties.insert(u"shown"_s, QVariant::fromValue(shown));
        properties.insert(u"place"_s, QRectF(0, 0, 1600, shown.isEmpty() ? 450 : 900));
        engine->setInitialProperties(properties);
        engine->loadFromModule("Chengyun.Wall", "WallProgram");
        if (engine->rootObjects().isEmpty())
            qFatal("no windows");
        wallSeat->start();
    }
    ~Machine() { engine.reset(); }

    [[nodiscard]] QQuickWindow* window(int at = 0) const {
        QObject* found = nullptr;
        QMetaObject::invokeMethod(engine->rootObjects().constFirst(), "objectAt",
                                  Q_RETURN_ARG(QObject*, found), Q_ARG(int, at));
        return qobject_cast<QQuickWindow*>(found);
    }
    [[nodiscard]] QList<QQuickItem*> items(const char* type, int window = 0) const {
        QList<QQuickItem*> found;
        gather(this->window(window)->contentItem(), type, found);
        return found;
    }
    [[nodiscard]] double scale() const {
        return engine->singletonInstance<QObject*>("Chengyun.Style", "Theme")
            ->property("scale")
            .toDouble();
    }
};

} // namespace

class WallWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_what_stands_on_it() {
        Machine machine;
        QVERIFY(QTest::qWaitForWindowExposed(machine.window()));
        QVERIFY(machine.window()->flags() & Qt::FramelessWindowHint);
        QTRY_COMPARE(machine.items("WallPane").size(), 5);
        for (const auto* type : {"OrderPane", "OrdersPane", "TitlePane", "MapPane"})
            QTRY_COMPARE(machine.items(type).size(), 1);
        QTRY_COMPARE(machine.items("QueueRow").size(), 3);
        // Nobody could take what rings in front of a wall: one of the orders is late.
        auto* alarm = machine.hall->value(u"alarm"_s).value<QObject*>();
        auto* bell = alarm->property("bell").value<QObject*>();
        QCOMPARE(bell->property("unacknowledged").toInt(), 0);
        QVERIFY(!bell->property("ringing").toBool());
        // 3840 pixels of the wall in 1600 here: 200 % of a screen of 450 lines.
        QVERIFY(qAbs(machine.scale() - 2.0 * 450 / 1080) < 0.01);
        QCOMPARE(machine.warnings.lines(), QStringList());
    }

    /// Each window has its own screen, and nothing of the other.
    void each_window_has_its_screen() {
        Machine machine({0, 1});
        QVERIFY(QTest::qWaitForWindowExposed(machine.window(1)));
        QTRY_COMPARE(machine.items("WallPane").size(), 4);
        QTRY_COMPARE(machine.items("MapPane", 1).size(), 1);
        QCOMPARE(machine.items("WallPane", 1).size(), 1);
        QCOMPARE(machine.warnings.lines(), QStringList());
    }

    /// What is put up stands there; what is taken down is gone; what stays is not made anew.
    void follows_what_is_put_up() {
        Machine machine;
        QTRY_COMPARE(machine.items("OrdersPane").size(), 1);
        const auto* orders = machine.items("OrdersPane").constFirst();
        auto board = machine.hub.snapshot.values<WallBoard>().front();
        board.screens[0].layout = "9";
        board.screens[0].panes[0] = paneOf(0, "duty", "", "");
        board.screens[0].panes[1] = paneOf(7, "orders", "", "");
        std::ranges::sort(board.screens[0].panes, {}, &Pane::cell);
        board.version = 20;
        pushBoard(machine.hub, board);
        QTRY_COMPARE(machine.items("DutyPane").size(), 1);
        QCOMPARE(machine.items("OrderPane").size(), 0);
        QCOMPARE(machine.items("OrdersPane").constFirst(), orders);
        QCOMPARE(machine.warnings.lines(), QStringList());
    }

    /// A patrol group goes on by itself: no pointer holds it still.
    void shows_a_patrol_group() {
        Machine machine;
        QTRY_COMPARE(machine.items("OrdersPane").size(), 1);
        Snapshot more;
        putPatrolInto(more, {u"rtsp://127.0.0.1:1/1"_s, u"rtsp://127.0.0.1:1/2"_s});
        Entry entry;
        entry.kind = "patrol.changed";
        entry.entity = "patrol_group";
        entry.id = entry.subject = patrolGroupId;
        entry.body.values<Resource>() = more.values<Resource>();
        entry.body.values<PatrolGroup>() = more.values<PatrolGroup>();
        machine.hub.push(entry);
        auto board = machine.hub.snapshot.values<WallBoard>().front();
        board.screens[0].panes[1] = paneOf(1, "patrol", patrolGroupId, "汉江沿线");
        board.version = 20;
        pushBoard(machine.hub, board);
        QTRY_COMPARE(machine.items("PatrolPane").size(), 1);
        auto* pane = machine.items("PatrolPane").constFirst();
        auto* round = pane->property("round").value<QObject*>();
        QTRY_COMPARE(round->property("count").toInt(), 2);
        QVERIFY(round->property("number").toInt() > 0);
        QTest::mouseClick(machine.window(), Qt::LeftButton, {},
                          pane->mapToScene({pane->width() / 2, pane->height() / 2}).toPoint());
        QVERIFY(!round->property("held").toBool());
        QCOMPARE(machine.warnings.lines(), QStringList());
    }

    /// Without the hub all of it stays, with its age.
    void keeps_all_without_the_hub() {
        Machine machine;
        QTRY_COMPARE(machine.items("WallPane").size(), 5);
        QVERIFY(!machine.items("WallPane").constFirst()->property("stale").toBool());
        machine.hub.vanish();
        QTRY_VERIFY_WITH_TIMEOUT(
            machine.hall->session().state() == chengyun::console::Session::State::Offline, 20000);
        QCOMPARE(machine.items("WallPane").size(), 5);
        for (const auto* pane : machine.items("WallPane"))
            QVERIFY(pane->property("stale").toBool());
        QVERIFY(machine.wallSeat->state() == WallSeat::State::Running);
    }

    /// A wall that is revoked shows nothing of the hall, and says so.
    void goes_dark_when_it_is_revoked() {
        Machine machine;
        QTRY_COMPARE(machine.items("WallPane").size(), 5);
        machine.hub.endSessions();
        QTRY_VERIFY_WITH_TIMEOUT(machine.wallSeat->state() == WallSeat::State::Revoked, 20000);
        QTRY_COMPARE(machine.items("WallPane").size(), 0);
        QCOMPARE(machine.items("WallSurface").size(), 0);
        QCOMPARE(machine.items("WallNotice").size(), 1);
        QVERIFY(!machine.items("WallNotice").constFirst()->property("title").toString().isEmpty());
    }

    void says_what_to_type_when_it_knows_nobody() {
        Machine machine({}, false);
        QVERIFY(QTest::qWaitForWindowExposed(machine.window()));
        QVERIFY(machine.wallSeat->state() == WallSeat::State::Missing);
        QCOMPARE(machine.items("WallNotice").size(), 1);
        const auto command =
            machine.items("WallNotice").constFirst()->property("command").toString();
        QVERIFY2(command.contains(u"--wall main"_s), qPrintable(command));
        QCOMPARE(machine.warnings.lines(), QStringList());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    WallWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "wall_window_test.moc"
