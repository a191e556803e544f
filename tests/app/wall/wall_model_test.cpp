// A wall as it is looked at: folded from the feed, its panes in their places.
#include "app/wall/wall_model.h"
#include "tests/app/wall/wall_hall.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::WallModel;
using console::WallStore;

namespace {

struct Desk {
    console::Source source;
    WallStore store{source};
    WallModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Desk(bool cells = false) {
        model.setCells(cells);
        model.setStore(&store);
        model.setWall(QString::fromStdString(wallId));
        Q_EMIT source.loaded(shared(wallHall()));
    }
    void arrive(std::string_view kind, const Change& body, const std::string& id = wallId) {
        auto one = entry(50, std::string(kind), "wall", body);
        one.id = id;
        Q_EMIT source.arrived(shared({one}));
    }
    void board(const WallBoard& board) {
        Change body;
        body.values<WallBoard>() = {board};
        arrive(wall_kinds::put_up, body);
    }
    /// "camera@左0" of each row, in their order.
    [[nodiscard]] QStringList rows() const {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto at = model.at(row);
            all.append(at[u"kind"_s].toString() + u'@' + at[u"screen"_s].toString() +
                       QString::number(at[u"cell"_s].toInt()));
        }
        return all;
    }
};

} // namespace

class WallModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Pixels of the wall, from the corner of all screens; the gap between them stays.
    void places_are_the_walls() {
        const Desk desk;
        QVERIFY(desk.model.isKnown());
        QCOMPARE(desk.model.size(), QSizeF(3860, 1080));
        QCOMPARE(desk.rows(), (QStringList{u"camera@左0"_s, u"orders@左3"_s, u"map@右0"_s}));
        QCOMPARE(desk.model.at(0)[u"box"_s].toRectF(), QRectF(0, 0, 960, 540));
        QCOMPARE(desk.model.at(1)[u"box"_s].toRectF(), QRectF(960, 540, 960, 540));
        QCOMPARE(desk.model.at(2)[u"box"_s].toRectF(), QRectF(1940, 0, 1920, 1080));
        QCOMPARE(desk.model.at(0)[u"byName"_s].toString(), u"王调度"_s);
        QCOMPARE(desk.model.at(0)[u"content"_s].toMap()[u"title"_s].toString(), u"汉阳大道"_s);
        QCOMPARE(desk.model.screens().size(), 2);
    }

    /// A picture that moves is the same row: a camera must not be connected anew.
    void a_content_keeps_its_row() {
        Desk desk;
        QSignalSpy removed(&desk.model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&desk.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
        auto board = filledBoard(3);
        board.screens[0].layout = "9";
        std::swap(board.screens[0].panes[0].content, board.screens[0].panes[1].content);
        desk.board(board);
        QCOMPARE(desk.rows(), (QStringList{u"camera@左3"_s, u"orders@左0"_s, u"map@右0"_s}));
        QCOMPARE(removed.count() + inserted.count(), 0);
        QCOMPARE(changed.count(), 2);
        for (const auto& change : changed)
            QVERIFY(!change[2].value<QList<int>>().contains(WallModel::ContentRole));
    }

    void what_is_taken_down_goes() {
        Desk desk;
        auto board = filledBoard(3);
        board.screens[0].panes.erase(board.screens[0].panes.begin());
        desk.board(board);
        QCOMPARE(desk.rows(), (QStringList{u"orders@左3"_s, u"map@右0"_s}));
        // What is older than what is known comes too late.
        desk.board(filledBoard(2));
        QCOMPARE(desk.model.rowCount(), 2);
    }

    void the_same_twice_are_two_rows() {
        Desk desk;
        auto board = filledBoard(3);
        board.screens[0].panes.push_back(paneOf(3, contentOf("camera", "cam-1", "汉阳大道")));
        board.screens[0].panes.erase(board.screens[0].panes.begin() + 1);
        desk.board(board);
        QCOMPARE(desk.rows(), (QStringList{u"camera@左0"_s, u"map@右0"_s, u"camera@左3"_s}));
    }

    void cells_stay_where_they_are() {
        Desk desk(true);
        QCOMPARE(desk.model.rowCount(), 5);
        QCOMPARE(desk.model.at(1)[u"kind"_s].toString(), QString());
        QCOMPARE(desk.model.rowOf(u"左"_s, 3), 3);
        QCOMPARE(desk.model.rowOf(u"右"_s, 0), 4);
        QCOMPARE(desk.model.rowOf(u"右"_s, 1), -1);
        QSignalSpy inserted(&desk.model, &QAbstractItemModel::rowsInserted);
        auto board = filledBoard(3);
        std::swap(board.screens[0].panes[0].content, board.screens[0].panes[1].content);
        desk.board(board);
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(desk.model.at(0)[u"kind"_s].toString(), u"orders"_s);
    }

    void arrows_go_to_the_next_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<QPoint>("way");
        QTest::addColumn<int>("to");
        QTest::newRow("right") << 0 << QPoint(1, 0) << 1;
        QTest::newRow("down") << 0 << QPoint(0, 1) << 2;
        QTest::newRow("to the next screen") << 3 << QPoint(1, 0) << 4;
        QTest::newRow("back") << 4 << QPoint(-1, 0) << 1;
        QTest::newRow("no farther") << 4 << QPoint(1, 0) << 4;
        QTest::newRow("none yet") << -1 << QPoint(1, 0) << 0;
    }
    void arrows_go_to_the_next() {
        QFETCH(int, from);
        QFETCH(QPoint, way);
        const Desk desk(true);
        QTEST(desk.model.rowToward(from, way.x(), way.y()), "to");
    }

    /// What lies across the wall has boxes of its own, over all screens.
    void across_lies_over_all() {
        Desk desk;
        auto board = filledBoard(3);
        ScreenBoard across;
        across.screen = whole_wall;
        across.layout = free_layout;
        across.boxes = {{12, 12, 24, 24}};
        across.panes = {paneOf(0, contentOf("title", {}, "防汛应急"))};
        board.screens.push_back(across);
        desk.board(board);
        const auto row = desk.model.at(desk.model.rowOf(u"*"_s, 0));
        QVERIFY(row[u"across"_s].toBool());
        QCOMPARE(row[u"box"_s].toRectF(), QRectF(965, 270, 1930, 540));
        QCOMPARE(desk.model.screens().size(), 2);
    }

    void a_wall_that_is_removed_shows_nothing() {
        Desk desk;
        QSignalSpy list(&desk.store, &WallStore::wallsChanged);
        desk.arrive(wall_kinds::removed, {});
        QVERIFY(!desk.model.isKnown());
        QCOMPARE(desk.model.rowCount(), 0);
        QCOMPARE(list.count(), 1);
        QVERIFY(desk.store.walls().isEmpty());
    }

    void presets_come_and_go() {
        Desk desk;
        WallPreset preset;
        preset.id = presetId;
        preset.wall = wallId;
        preset.name = "汛期";
        preset.mode = "emergency";
        Change body;
        body.values<WallPreset>() = {preset};
        desk.arrive(wall_kinds::preset_changed, body, presetId);
        QCOMPARE(desk.model.presets().size(), 1);
        QCOMPARE(desk.model.presets()[0].toMap()[u"mode"_s].toString(), u"emergency"_s);
        desk.arrive(wall_kinds::preset_removed, {}, presetId);
        QCOMPARE(desk.model.presets().size(), 0);
    }

    /// Another account's hall: nothing of the one before stays.
    void another_hall_replaces_all() {
        Desk desk;
        Q_EMIT desk.source.loaded(shared(hall()));
        QVERIFY(!desk.model.isKnown());
        QCOMPARE(desk.model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(WallModelTest)
#include "wall_model_test.moc"
