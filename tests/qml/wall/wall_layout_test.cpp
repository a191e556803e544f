// Walls made, and screens divided freely, at a seat: by mouse and keys.
#include "tests/qml/test_seat.h"
#include "tests/qml/wall/wall_sample.h"

#include "app/link/session.h"
#include "app/wall/free_layout.h"
#include "app/wall/wall_model.h"
#include "core/wall/arrangement.h"

#include <QApplication>
#include <QQuickItem>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

class WallLayoutTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    void begin(Role role = Role::commander) {
        seat_ = std::make_unique<TestSeat>(false);
        putWallInto(seat_->hub.snapshot);
        seat_->hub.account.role = role;
        QVERIFY(
            seat_->hall->session().signInWithFile(seat_->hub.sessionFile(seat_->folder.path())));
        QVERIFY(QTest::qWaitFor([this] { return seat_->ready(); }, 60000));
        QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, u"go.wall"_s),
                                  Q_ARG(QVariant, QVariant()));
        QVERIFY(seat_->part("wall.page"));
        QTRY_COMPARE(seat_->part("wall.page.board")->property("count").toInt(), 5);
    }
    /// The dialog in which a screen is drawn, with the keys.
    void draw(const QString& screen) {
        QMetaObject::invokeMethod(seat_->part("wall.page.freeDialog"), "begin",
                                  Q_ARG(QString, screen));
        QTRY_VERIFY(seat_->part("wall.page.freeDialog")->property("opened").toBool());
        QTRY_VERIFY(canvas()->hasActiveFocus());
    }
    [[nodiscard]] QQuickItem* canvas() const {
        return qobject_cast<QQuickItem*>(seat_->part("wall.page.freeDialog.canvas"));
    }
    [[nodiscard]] QObject* drawn() const { return seat_->part("wall.page.freeDialog.drawn"); }
    [[nodiscard]] QRectF boxOf(int row) const {
        const auto& boxes = *qobject_cast<FreeLayout*>(drawn());
        return boxes.data(boxes.index(row), FreeLayout::BoxRole).toRectF();
    }
    [[nodiscard]] int count() const { return drawn()->property("count").toInt(); }
    /// A point of the window over a place of the grid.
    [[nodiscard]] QPoint at(double column, double row) const {
        const double unitX = canvas()->property("unitX").toDouble();
        const double unitY = canvas()->property("unitY").toDouble();
        const double left = (canvas()->width() - unitX * free_grid) / 2;
        return canvas()->mapToScene({left + column * unitX, row * unitY}).toPoint();
    }
    void drag(QPoint from, QPoint to) {
        auto* window = &seat_->window();
        QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(window, (from + to) / 2);
        QTest::mouseMove(window, to);
        QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, to);
    }
    template <class Body>
    std::optional<Body> sent(const QByteArray& command) {
        auto& hub = seat_->hub;
        if (!QTest::qWaitFor([&] { return !hub.commands.isEmpty(); }, 20000) ||
            !hub.commands.constLast().startsWith(command))
            return std::nullopt;
        const auto read = json::read<Body>(hub.bodies.constLast().toStdString());
        return read ? std::optional(*read) : std::nullopt;
    }

private Q_SLOTS:
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u'\n')));
    }

    void drawn_by_keys() {
        begin();
        if (QTest::currentTestFailed())
            return;
        draw(u"1"_s);
        QCOMPARE(count(), 4);
        seat_->key(Qt::Key_PageDown); // the first
        seat_->key(Qt::Key_Left, Qt::ShiftModifier);
        seat_->key(Qt::Key_PageDown);
        seat_->key(Qt::Key_Delete);
        QCOMPARE(count(), 3);
        seat_->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(count(), 4);
        seat_->key(Qt::Key_Y, Qt::ControlModifier);
        seat_->key(Qt::Key_N);
        QCOMPARE(count(), 4);
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        const auto layout = sent<SetLayout>("POST");
        QVERIFY(layout.has_value());
        QCOMPARE(layout->layout, std::string(free_layout));
        QVERIFY(check_boxes(layout->boxes).has_value());
        QCOMPARE(layout->boxes[0].columns, std::int64_t{23});
        QVERIFY(layout->formers == (std::vector<std::int64_t>{0, 2, 3, -1}));
        QTRY_VERIFY(!seat_->part("wall.page.freeDialog")->property("visible").toBool());
    }

    void drawn_by_mouse() {
        begin();
        if (QTest::currentTestFailed())
            return;
        draw(u"*"_s);
        QCOMPARE(count(), 0);
        drag(at(4, 4), at(20, 20));
        QCOMPARE(boxOf(0), QRectF(4, 4, 16, 16));
        drag(at(8, 8), at(28, 28)); // moved by 20 and 20
        QCOMPARE(count(), 1);
        QCOMPARE(boxOf(0), QRectF(24, 24, 16, 16));
        drag(at(2, 2), at(12, 12));
        QCOMPARE(count(), 2);
        drag(at(39.7, 39.5), at(44, 46)); // sized by its corner
        QCOMPARE(boxOf(0), QRectF(24, 24, 20, 22));
        drag(at(2, 24), at(46, 30)); // over the first one: not there
        QCOMPARE(count(), 2);
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        const auto layout = sent<SetLayout>("POST");
        QVERIFY(layout.has_value());
        QCOMPARE(layout->screen, std::string(whole_wall));
        QCOMPARE(int(layout->boxes.size()), 2);
        QVERIFY2(layout->boxes[0] == (GridBox{24, 24, 20, 22}),
                 qPrintable(QString::fromStdString(json::write(*layout))));
        QVERIFY2(layout->boxes[1] == (GridBox{2, 2, 10, 10}),
                 qPrintable(QString::fromStdString(json::write(*layout))));
    }

    void a_wall_is_made() {
        begin();
        if (QTest::currentTestFailed())
            return;
        auto* dialog = seat_->part("wall.page.wallDialog");
        QMetaObject::invokeMethod(dialog, "begin",
                                  Q_ARG(WallModel*, static_cast<WallModel*>(nullptr)));
        QTRY_VERIFY(dialog->property("opened").toBool());
        QTRY_VERIFY(seat_->part("wall.page.wallDialog.name")->property("activeFocus").toBool());
        seat_->type(u"侧屏"_s);
        seat_->part("wall.page.wallDialog.across")->setProperty("value", 3);
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        const auto wall = sent<Wall>("PUT /api/v1/walls/");
        QVERIFY(wall.has_value());
        QVERIFY(check(*wall).has_value());
        QCOMPARE(wall->name, std::string("侧屏"));
        QVERIFY(wall->screens == arranged({3, 1, 1920, 1080, 0}, {}));
    }

    void who_may_not_configure_makes_none() {
        begin(Role::operator_);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!seat_->part("wall.wall")->property("mayConfigure").toBool());
        QVERIFY(seat_->part("wall.page.freeDialog")); // but divides screens
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    WallLayoutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "wall_layout_test.moc"
