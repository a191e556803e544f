// A screen that is divided freely: drawn, moved, sized, and undone.
#include "app/wall/free_layout.h"
#include "tests/app/wall/wall_hall.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::FreeLayout;

namespace {

struct Desk {
    console::Source source;
    console::WallStore store{source};
    FreeLayout layout;
    QAbstractItemModelTester tester{&layout,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Desk(const QString& screen = u"左"_s, WallBoard board = filledBoard()) {
        auto snapshot = wallHall();
        snapshot.values<WallBoard>() = {std::move(board)};
        Q_EMIT source.loaded(shared(std::move(snapshot)));
        layout.begin(&store, QString::fromStdString(wallId), screen);
    }
    [[nodiscard]] QRectF box(int row) const {
        return layout.data(layout.index(row), FreeLayout::BoxRole).toRectF();
    }
};

} // namespace

class FreeLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Each layout fills the grid as it filled the screen.
    void begins_with_what_is_there_data() {
        QTest::addColumn<QString>("name");
        for (const auto& name : layouts())
            if (name != free_layout)
                QTest::newRow(std::string(name).c_str())
                    << QString::fromStdString(std::string(name));
    }
    void begins_with_what_is_there() {
        QFETCH(QString, name);
        auto board = filledBoard();
        board.screens[0].layout = name.toStdString();
        board.screens[0].panes = {paneOf(0, contentOf("camera", "cam-1", "汉阳大道"))};
        Desk desk(u"左"_s, board);
        QCOMPARE(std::size_t(desk.layout.count()), cells_of(name.toStdString()).size());
        QVERIFY(check_boxes(desk.layout.boxes()).has_value());
        double area = 0;
        for (int row = 0; row < desk.layout.count(); ++row)
            area += desk.box(row).width() * desk.box(row).height();
        QCOMPARE(area, double(free_grid * free_grid));
        QCOMPARE(desk.layout.data(desk.layout.index(0), FreeLayout::ContentRole)
                     .toMap()[u"title"_s]
                     .toString(),
                 u"汉阳大道"_s);
        QVERIFY(!desk.layout.canUndo());
    }
    void nothing_lies_across_at_first() {
        Desk desk(u"*"_s);
        QCOMPARE(desk.layout.count(), 0);
        QVERIFY(desk.layout.addSomewhere());
        QCOMPARE(desk.box(0), QRectF(0, 0, 24, 24));
        QCOMPARE(desk.layout.current(), 0);
    }

    void fits_data() {
        QTest::addColumn<QRectF>("wanted");
        QTest::addColumn<QRectF>("expected");
        // Over nothing but one box at 0, 0, 24 × 24.
        QTest::newRow("on the grid") << QRectF(26.2, 1.9, 4, 4.2) << QRectF(26, 2, 4, 4);
        QTest::newRow("to the box beside") << QRectF(24.8, 10, 5, 4) << QRectF(24, 10, 6, 4);
        QTest::newRow("to the edges") << QRectF(27, 27, 20.3, 20.5) << QRectF(27, 27, 21, 21);
        QTest::newRow("to the half") << QRectF(30, 23.3, 6, 5) << QRectF(30, 24, 6, 4);
        QTest::newRow("drawn backwards") << QRectF(40, 40, -10, -6) << QRectF(30, 34, 10, 6);
        QTest::newRow("out of the grid") << QRectF(40, 40, 100, 100) << QRectF(40, 40, 8, 8);
        QTest::newRow("over the box") << QRectF(10, 10, 30, 30) << QRectF();
        QTest::newRow("a click") << QRectF(30, 30, 0, 0) << QRectF();
        QTest::newRow("no numbers") << QRectF(qQNaN(), 0, qInf(), 5) << QRectF();
    }
    void fits() {
        QFETCH(QRectF, wanted);
        Desk desk(u"*"_s);
        QVERIFY(desk.layout.add({0, 0, 24, 24}));
        QTEST(desk.layout.fitted(wanted, -1), "expected");
    }
    void a_moved_box_keeps_its_size() {
        Desk desk(u"*"_s);
        QVERIFY(desk.layout.add({0, 0, 24, 24}));
        QVERIFY(desk.layout.add({30, 30, 5, 7}));
        QCOMPARE(desk.layout.movedTo(1, {24.7, 3}), QRectF(24, 3, 5, 7));
        QCOMPARE(desk.layout.movedTo(1, {42.6, 44}), QRectF(43, 41, 5, 7)); // to both edges
        QCOMPARE(desk.layout.movedTo(1, {10, 10}), QRectF());
        QCOMPARE(desk.layout.movedTo(7, {10, 10}), QRectF());
    }

    /// By keys: what would lie over another or outside stays as it is.
    void by_keys() {
        Desk desk(u"*"_s);
        QVERIFY(desk.layout.addSomewhere());
        QVERIFY(desk.layout.addSomewhere());
        QCOMPARE(desk.box(1), QRectF(24, 0, 24, 24));
        QVERIFY(!desk.layout.moveBy(1, 0));
        QVERIFY(!desk.layout.moveBy(-1, 0));
        QVERIFY(desk.layout.sizeBy(-4, 0));
        QVERIFY(desk.layout.moveBy(4, 2));
        QCOMPARE(desk.box(1), QRectF(28, 2, 20, 24));
        QVERIFY(!desk.layout.sizeBy(0, -24));
        desk.layout.setCurrent(-1);
        QVERIFY(!desk.layout.moveBy(0, 1));
        QVERIFY(!desk.layout.removeCurrent());
    }

    void undone_and_done_again() {
        Desk desk;
        const auto before = desk.layout.boxes();
        desk.layout.setCurrent(1);
        QVERIFY(desk.layout.removeCurrent());
        QCOMPARE(desk.layout.count(), 3);
        QVERIFY(desk.layout.addSomewhere());
        QCOMPARE(desk.layout.count(), 4);
        QVERIFY(desk.layout.undo());
        QVERIFY(desk.layout.undo());
        QVERIFY(!desk.layout.undo());
        QVERIFY(desk.layout.boxes() == before);
        QVERIFY(desk.layout.redo());
        QCOMPARE(desk.layout.count(), 3);
        QVERIFY(desk.layout.addSomewhere());
        QVERIFY(!desk.layout.canRedo());
    }

    /// What stands in a box goes with it.
    void panes_are_known_by_their_boxes() {
        Desk desk;
        desk.layout.setCurrent(1);
        QVERIFY(desk.layout.removeCurrent());
        QVERIFY(desk.layout.addSomewhere());
        QVERIFY(desk.layout.formers() == (std::vector<std::int64_t>{0, 2, 3, -1}));
        SetLayout command{"左", "free", desk.layout.boxes(), desk.layout.formers()};
        const auto after = set_layout(twoScreens(), filledBoard(), command);
        QVERIFY(after.has_value());
        QCOMPARE(find_pane(after->screens[0], 2)->content.kind, std::string("orders"));
        QVERIFY(!find_pane(after->screens[0], 3));
    }
};

QTEST_GUILESS_MAIN(FreeLayoutTest)
#include "free_layout_test.moc"
