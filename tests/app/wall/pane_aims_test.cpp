// Which pane of the walls as they are a text means.
#include "app/wall/pane_aims.h"
#include "app/wall/wall_store.h"
#include "tests/app/wall/wall_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;

namespace {

/// Wall 1 is "side" with a layout of 6, wall 2 the one of wall_hall.h.
struct Walls {
    console::Source source;
    console::WallStore store{source};
    console::PaneAims aims{store};

    Walls() {
        auto snapshot = wallHall();
        Wall side;
        side.id = "0192f1a0-0000-7000-8000-00000000a009";
        side.name = "Side";
        side.screens = {{"1", 0, 0, 1920, 1080}};
        side.version = 1;
        auto board = empty_board(side);
        board.screens[0].layout = "6";
        board.screens[0].panes = {paneOf(0, contentOf("map"))};
        board.locked = true;
        board.locked_by_name = "李班长";
        snapshot.values<Wall>().push_back(side);
        snapshot.values<WallBoard>().push_back(board);
        Q_EMIT source.loaded(shared(std::move(snapshot)));
    }
};

} // namespace

class PaneAimsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pane");
        const auto row = [](const QString& text, const QString& pane) {
            QTest::newRow(qPrintable(text)) << text << pane;
        };
        // Six: a large one at the upper left, five around it.
        row(u"wall 1 upper left"_s, u"Side 1/0"_s);
        row(u"wall 1 upper right"_s, u"Side 1/1"_s);
        row(u"wall 1 lower right"_s, u"Side 1/5"_s);
        row(u"wall 1 left"_s, u"Side 1/0"_s);
        row(u"wall 1 middle"_s, u"Side 1/0"_s);
        row(u"wall 1 4"_s, u"Side 1/3"_s);
        row(u"wall 1"_s, u"Side 1/1"_s); // the first that is empty
        // Two screens, 左 with four panes and 右 with one, and the bezels between them.
        row(u"墙 2 左上"_s, u"指挥大厅主屏 左/0"_s);
        row(u"墙 2 左下"_s, u"指挥大厅主屏 左/2"_s);
        row(u"墙 2 右"_s, u"指挥大厅主屏 右/0"_s);
        row(u"墙 2 屏 1 右下"_s, u"指挥大厅主屏 左/3"_s);
        row(u"墙 2 屏 2 左上"_s, u"指挥大厅主屏 右/0"_s);
        row(u"墙 2 5"_s, u"指挥大厅主屏 右/0"_s);
        row(u"墙 2 屏 1 4"_s, u"指挥大厅主屏 左/3"_s);
        row(u"指挥大厅主屏"_s, u"指挥大厅主屏 左/1"_s);
        row(u"屏 2"_s, u"!"_s);
        row(u"墙 3 左上"_s, u"!"_s);
        row(u"墙 2 屏 3"_s, u"!"_s);
        row(u"墙 2 屏 2 窗格 2"_s, u"!"_s);
        row(u"wall 1 7"_s, u"!"_s);
    }
    void finds() {
        QFETCH(QString, text);
        QFETCH(QString, pane);
        const Walls walls;
        const auto aim = walls.aims.read(text);
        const bool there = aim.contains(u"wall"_s);
        QCOMPARE(aim[u"problem"_s].toString().isEmpty(), there);
        QCOMPARE(there ? aim[u"wallName"_s].toString() + u' ' + aim[u"screen"_s].toString() + u'/' +
                             aim[u"cell"_s].toString()
                       : u"!"_s,
                 pane);
    }

    void says_what_stands_there() {
        const Walls walls;
        const auto camera = walls.aims.read(u"内涝 墙 2 左上 5 分钟"_s);
        QCOMPARE(camera[u"rest"_s].toString(), u"内涝"_s);
        QCOMPARE(camera[u"minutes"_s].toInt(), 5);
        QCOMPARE(camera[u"content"_s].toMap()[u"title"_s].toString(), u"汉阳大道"_s);
        QVERIFY(!camera[u"locked"_s].toBool());
        const auto locked = walls.aims.read(u"wall 1 2"_s);
        QVERIFY(locked[u"content"_s].toMap().isEmpty());
        QVERIFY(locked[u"locked"_s].toBool());
        QCOMPARE(locked[u"lockedBy"_s].toString(), u"李班长"_s);
        QVERIFY(walls.aims.read(u"汉阳大道"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PaneAimsTest)
#include "pane_aims_test.moc"
