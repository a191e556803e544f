// Each layout fills its grid, and no box lies over another.
#include "core/wall/layout.h"
#include "tests/core/wall/sample.h"

#include <QTest>

#include <set>

using namespace chengyun;
using chengyun::test::refusal;

class LayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void layouts_fill_their_grid_data() {
        QTest::addColumn<QByteArray>("layout");
        QTest::addColumn<int>("cells");
        for (const auto* name : {"1", "4", "6", "8", "9", "13", "16", "25", "36", "64"})
            QTest::newRow(name) << QByteArray(name) << QByteArray(name).toInt();
    }
    void layouts_fill_their_grid() {
        QFETCH(QByteArray, layout);
        QFETCH(int, cells);
        const auto name = layout.toStdString();
        QVERIFY(is_layout(name));
        const auto grid = grid_of(name);
        const auto boxes = cells_of(name);
        QCOMPARE(int(boxes.size()), cells);
        std::set<std::pair<std::int64_t, std::int64_t>> covered;
        for (const auto& box : boxes)
            for (auto column = box.column; column < box.column + box.columns; ++column)
                for (auto row = box.row; row < box.row + box.rows; ++row) {
                    QVERIFY(column >= 0 && column < grid.columns && row >= 0 && row < grid.rows);
                    QVERIFY2(covered.emplace(column, row).second, "a box lies over another");
                }
        QCOMPARE(std::int64_t(covered.size()), grid.columns * grid.rows);
        // The largest box is the first cell; the others follow as one reads.
        for (std::size_t i = 1; i < boxes.size(); ++i)
            QVERIFY(boxes[i].columns * boxes[i].rows <= boxes[0].columns * boxes[0].rows);
        for (std::size_t i = 2; i < boxes.size(); ++i)
            QVERIFY(std::pair(boxes[i - 1].row, boxes[i - 1].column) <
                    std::pair(boxes[i].row, boxes[i].column));
    }

    void the_choice_is_whole() {
        QCOMPARE(int(layouts().size()), 11);
        for (const auto layout : layouts())
            QVERIFY(is_layout(layout));
        QVERIFY(layouts().back() == free_layout);
        QVERIFY(!is_layout("5"));
        QVERIFY(cells_of("5").empty());
        QVERIFY(cells_of(free_layout).empty());
        QVERIFY((grid_of(free_layout) == GridSize{free_grid, free_grid}));
    }

    void free_boxes_are_checked_data() {
        QTest::addColumn<QList<QList<qint64>>>("boxes");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* name, const QList<QList<qint64>>& boxes,
                            const char* refused = "") {
            QTest::newRow(name) << boxes << QByteArray(refused);
        };
        constexpr auto most = std::numeric_limits<qint64>::max();
        row("none", {});
        row("all of it", {{0, 0, 48, 48}});
        row("side by side, with a gap", {{0, 0, 10, 48}, {20, 0, 28, 48}});
        row("touching", {{0, 0, 24, 48}, {24, 0, 24, 48}});
        row("one over another", {{0, 0, 24, 48}, {23, 40, 25, 8}}, "invalid_field boxes[1]");
        row("the same twice", {{1, 1, 2, 2}, {1, 1, 2, 2}}, "invalid_field boxes[1]");
        row("outside", {{40, 0, 9, 1}}, "invalid_field boxes[0]");
        row("before the edge", {{-1, 0, 9, 1}}, "invalid_field boxes[0]");
        row("flat", {{0, 0, 9, 0}}, "invalid_field boxes[0]");
        row("too large a number", {{47, 0, most, 1}}, "invalid_field boxes[0]");
        QList<QList<qint64>> many;
        for (int i = 0; i < 65; ++i)
            many.append({i % 48, i / 48, 1, 1});
        row("too many", many, "too_many boxes");
    }
    void free_boxes_are_checked() {
        using Boxes = QList<QList<qint64>>;
        QFETCH(Boxes, boxes);
        QFETCH(QByteArray, refused);
        std::vector<GridBox> all;
        for (const auto& box : boxes)
            all.push_back({box[0], box[1], box[2], box[3]});
        QCOMPARE(refusal(check_boxes(all)), refused);
    }
};

QTEST_APPLESS_MAIN(LayoutTest)
#include "layout_test.moc"
