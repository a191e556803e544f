// The load chart inside a real Qt Quick window: what is in the data is on the screen.
#include "widgets/chart/load_plot.h"

#include <QApplication>
#include <QQuickWindow>
#include <QTest>

using namespace chengyun::console;

class LoadPlotTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void drawsEachSeries_data();
    void drawsEachSeries();
    void followsData();
    void aShorterListEndsThePicture_data();
    void aShorterListEndsThePicture();
    void tooSmallDrawsNothing();

private:
    static constexpr QRgb open_color = 0xff00ffff, fresh_color = 0xff00ff00,
                          late_color = 0xffff0000, ground_color = 0xff101010;
    /// How many pixels of the window have about this colour.
    int pixels(QRgb colour) { return pixels(colour, window_->grabWindow()); }
    static int pixels(QRgb colour, const QImage& picture);
    void set(const char* series, const QList<qreal>& values) {
        plot_->setProperty(series, QVariant::fromValue(values));
    }
    std::unique_ptr<QQuickWindow> window_;
    LoadPlot* plot_ = nullptr;
};

void LoadPlotTest::init() {
    window_ = std::make_unique<QQuickWindow>();
    window_->resize(640, 240);
    plot_ = new LoadPlot(window_->contentItem());
    plot_->setSize(QSizeF(640, 240));
    plot_->setProperty("ground", QColor::fromRgb(ground_color));
    plot_->setProperty("line", QColor(Qt::darkGray));
    plot_->setProperty("text", QColor(Qt::gray));
    plot_->setProperty("openColor", QColor::fromRgb(open_color));
    plot_->setProperty("freshColor", QColor::fromRgb(fresh_color));
    plot_->setProperty("lateColor", QColor::fromRgb(late_color));
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
}

int LoadPlotTest::pixels(QRgb colour, const QImage& picture) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            count += qAbs(qRed(pixel) - qRed(colour)) < 12 &&
                     qAbs(qGreen(pixel) - qGreen(colour)) < 12 &&
                     qAbs(qBlue(pixel) - qBlue(colour)) < 12;
        }
    return count;
}

void LoadPlotTest::drawsEachSeries_data() {
    QTest::addColumn<QByteArray>("series");
    QTest::addColumn<QRgb>("colour");
    QTest::newRow("open") << QByteArray("open") << open_color;
    QTest::newRow("fresh") << QByteArray("fresh") << fresh_color;
    QTest::newRow("late") << QByteArray("late") << late_color;
}

void LoadPlotTest::drawsEachSeries() {
    QFETCH(QByteArray, series);
    QFETCH(QRgb, colour);
    const QList<qreal> none(4, 0.0);
    set("times", {0, 900000, 1800000, 2700000});
    for (const char* name : {"open", "fresh", "late"})
        set(name, none);
    const int before = pixels(colour);
    set(series.constData(), {3, 9, 6, 4});
    QTRY_VERIFY(pixels(colour) > before + 200);
}

void LoadPlotTest::followsData() {
    set("times", {0, 900000, 1800000});
    set("open", {0, 0, 0});
    set("late", {0, 0, 0});
    set("fresh", {1, 1, 1});
    QTRY_VERIFY(pixels(fresh_color) > 100);
    const int small = pixels(fresh_color);
    set("fresh", {4, 4, 4});
    QTRY_VERIFY(pixels(fresh_color) > 2 * small);
    set("fresh", {0, 0, 0});
    // What is left is the legend's little square.
    QTRY_VERIFY(pixels(fresh_color) < small);
}

void LoadPlotTest::aShorterListEndsThePicture_data() {
    QTest::addColumn<QByteArray>("shorter");
    for (const char* name : {"times", "open", "fresh"})
        QTest::newRow(name) << QByteArray(name);
}

void LoadPlotTest::aShorterListEndsThePicture() {
    QFETCH(QByteArray, shorter);
    const QList<qreal> times{0, 900000, 1800000, 2700000}, nothing(4, 0.0);
    set("times", times);
    set("open", nothing);
    set("fresh", nothing);
    set("late", nothing);
    QTRY_VERIFY(pixels(ground_color) > 1000);
    const int legend = pixels(late_color);
    // What is late comes last: a picture that ends before it has none of it.
    set("late", {0, 0, 9, 9});
    QTRY_VERIFY(pixels(late_color) > legend + 200);
    set(shorter.constData(), shorter == "times" ? times.first(2) : nothing.first(2));
    QTRY_VERIFY(pixels(late_color) < legend + 200);
    // Without a single value in one of them there is nothing of any.
    set("late", {9, 9, 9, 9});
    QTRY_VERIFY(pixels(late_color) > legend + 200);
    set(shorter.constData(), {});
    QTRY_COMPARE(pixels(late_color), legend);
}

void LoadPlotTest::tooSmallDrawsNothing() {
    set("times", {0, 900000});
    set("open", {5, 5});
    set("fresh", {1, 1});
    set("late", {1, 1});
    QTRY_VERIFY(pixels(ground_color) > 1000);
    // Its last picture is all there is, as small as the item.
    plot_->setSize(QSizeF(4, 4));
    QImage small;
    QTRY_VERIFY((small = window_->grabWindow(), pixels(ground_color, small)) <= 25);
    plot_->setProperty("ground", QColor(Qt::blue)); // asks for a new one, which is not drawn
    QCOMPARE(window_->grabWindow(), small);
    plot_->setProperty("ground", QColor::fromRgb(ground_color));
    plot_->setSize(QSizeF(640, 240));
    QTRY_VERIFY(pixels(ground_color) > 1000);
    QTRY_VERIFY(pixels(open_color) > 200);
}

QTEST_MAIN(LoadPlotTest)
#include "load_plot.moc"
