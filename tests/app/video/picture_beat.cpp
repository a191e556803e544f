// How pictures come from streaming threads to the GUI thread.
#include "app/video/picture_beat.h"

#include <QTest>

#include <thread>

using namespace chengyun::console;

class PictureBeatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allThatHaveComeAreShownAtOnce();
    void aBurstIsShownOneByOne();
    void theOldestGoWhereTooManyWait();
    void nobodyIsShownAfterTheEnd();
    void oneMayEndAnother();
    void fromManyThreads();
};

namespace {

/// A picture that is known by its width.
Picture picture(int width) {
    return {QVideoFrame(QVideoFrameFormat({width, 2}, QVideoFrameFormat::Format_YUV420P)),
            QSizeF(width, 2),
            {}};
}

std::shared_ptr<PictureBox> box(QList<int>& widths) {
    auto out = std::make_shared<PictureBox>();
    out->show = [&widths](const Picture& shown) { widths.append(shown.frame.width()); };
    return out;
}

} // namespace

void PictureBeatTest::allThatHaveComeAreShownAtOnce() {
    auto& beat = PictureBeat::shared();
    QList<int> widths;
    std::vector<std::shared_ptr<PictureBox>> boxes;
    for (int i = 0; i < 64; ++i)
        boxes.push_back(box(widths));
    int seen = 0;
    // The first is shown, and before any event comes between, all others.
    boxes.front()->show = [&](const Picture& shown) {
        widths.append(shown.frame.width());
        QTimer::singleShot(0, this, [&] { seen = int(widths.size()); });
    };
    for (int i = 0; i < 64; ++i)
        beat.post(boxes[std::size_t(i)], picture(2 + 2 * i));
    QTRY_COMPARE(seen, 64);
    for (int i = 0; i < 64; ++i)
        QCOMPARE(widths[i], 2 + 2 * i);
}

void PictureBeatTest::aBurstIsShownOneByOne() {
    auto& beat = PictureBeat::shared();
    QList<int> widths;
    const auto one = box(widths);
    for (const int width : {2, 4, 6})
        beat.post(one, picture(width));
    QTRY_COMPARE(widths.size(), 1);
    QTRY_COMPARE(widths, (QList<int>{2, 4, 6}));
    QCOMPARE(beat.overwritten(*one), 0);
}

void PictureBeatTest::theOldestGoWhereTooManyWait() {
    auto& beat = PictureBeat::shared();
    QList<int> widths;
    const auto one = box(widths);
    for (const int width : {2, 4, 6, 8, 10})
        beat.post(one, picture(width));
    QTRY_COMPARE(widths, (QList<int>{6, 8, 10}));
    QCOMPARE(beat.overwritten(*one), 2);
}

void PictureBeatTest::nobodyIsShownAfterTheEnd() {
    auto& beat = PictureBeat::shared();
    QList<int> widths;
    QList<int> others;
    const auto one = box(widths);
    const auto other = box(others);
    beat.post(one, picture(2));
    beat.post(other, picture(2));
    one->show = {};
    QTRY_COMPARE(others.size(), 1);
    QCOMPARE(widths, QList<int>());
}

void PictureBeatTest::oneMayEndAnother() {
    auto& beat = PictureBeat::shared();
    QList<int> widths;
    const auto first = std::make_shared<PictureBox>();
    const auto second = box(widths);
    bool shown = false;
    first->show = [&, first = first.get()](const Picture&) {
        first->show = {};
        second->show = {};
        shown = true;
    };
    beat.post(first, picture(2));
    beat.post(second, picture(2));
    QTRY_VERIFY(shown);
    QCOMPARE(widths, QList<int>());
}

void PictureBeatTest::fromManyThreads() {
    auto& beat = PictureBeat::shared();
    constexpr int threads = 8;
    constexpr int pictures = 500;
    std::vector<QList<int>> widths(threads);
    std::vector<std::shared_ptr<PictureBox>> boxes;
    for (auto& one : widths)
        boxes.push_back(box(one));
    {
        std::vector<std::jthread> streams;
        for (const auto& one : boxes)
            streams.emplace_back([&beat, one] {
                for (int i = 1; i <= pictures; ++i)
                    beat.post(one, picture(2 * i));
            });
        QTRY_VERIFY(std::ranges::all_of(
            widths, [](const auto& one) { return one.contains(2 * pictures); }));
    }
    for (std::size_t i = 0; i < threads; ++i) {
        // In order, and none is lost without being counted.
        QVERIFY(std::ranges::is_sorted(widths[i]));
        QCOMPARE(int(widths[i].size()) + beat.overwritten(*boxes[i]), pictures);
    }
}

QTEST_GUILESS_MAIN(PictureBeatTest)
#include "picture_beat.moc"
