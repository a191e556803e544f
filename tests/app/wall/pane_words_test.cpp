// Which pane is meant by words, as somebody types them into the command bar.
#include "app/wall/pane_words.h"

#include <QTest>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

const QStringList walls{u"Hall wall"_s, u"指挥大厅主屏"_s};

struct Expected {
    QString rest;
    int wall = 0, screen = 0, pane = 0;
    std::optional<QPoint> side = std::nullopt;
    int minutes = 0;
};

std::optional<PaneWords> words(const Expected& e) {
    return PaneWords{e.rest, e.wall, e.screen, e.pane, e.side, e.minutes};
}

} // namespace

class PaneWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<PaneWords>>("expected");
        const auto row = [](const QString& text, const Expected& expected) {
            QTest::newRow(qPrintable(text)) << text << words(expected);
        };
        const QPoint upperLeft(-1, -1), lowerRight(1, 1), left(-1, 0), middle(0, 0), upper(0, -1);
        // Chinese, with blanks and without.
        row(u"墙 1 左上"_s, {{}, 1, 0, 0, upperLeft});
        row(u"墙1左上"_s, {{}, 1, 0, 0, upperLeft});
        row(u"墙１左上角"_s, {{}, 1, 0, 0, upperLeft});
        row(u"汉阳大道 墙 1 左上"_s, {u"汉阳大道"_s, 1, 0, 0, upperLeft});
        row(u"墙 1 左上 汉阳大道 路口"_s, {u"汉阳大道 路口"_s, 1, 0, 0, upperLeft});
        row(u"汉阳大道　大屏 2 右下"_s, {u"汉阳大道"_s, 2, 0, 0, lowerRight});
        row(u"大屏幕二 中间"_s, {{}, 2, 0, 0, middle});
        row(u"墙 左边"_s, {{}, 0, 0, 0, left});
        row(u"墙 上"_s, {{}, 0, 0, 0, upper});
        row(u"墙 上中"_s, {{}, 0, 0, 0, upper});
        row(u"墙 1 3"_s, {{}, 1, 0, 3});
        row(u"墙 1 窗格 3"_s, {{}, 1, 0, 3});
        row(u"墙 1 第3格"_s, {{}, 1, 0, 3});
        row(u"墙 1 屏 2 左上"_s, {{}, 1, 2, 0, upperLeft});
        row(u"墙1屏2第4窗格"_s, {{}, 1, 2, 4});
        row(u"墙 1 2号屏 4"_s, {{}, 1, 2, 4});
        row(u"屏 2 右下"_s, {{}, 0, 2, 0, lowerRight});
        row(u"负荷 屏2"_s, {u"负荷"_s, 0, 2});
        row(u"内涝 墙 1 左上 5 分钟"_s, {u"内涝"_s, 1, 0, 0, upperLeft, 5});
        row(u"墙 1 左上 5分"_s, {{}, 1, 0, 0, upperLeft, 5});
        row(u"指挥大厅主屏 左上"_s, {{}, 2, 0, 0, upperLeft});
        row(u"内涝 指挥大厅主屏"_s, {u"内涝"_s, 2});
        row(u"指挥大厅主屏 3"_s, {{}, 2, 0, 3});
        // English.
        row(u"wall 1 upper left"_s, {{}, 1, 0, 0, upperLeft});
        row(u"Wall 1, top-left"_s, {{}, 1, 0, 0, upperLeft});
        row(u"wall1 left"_s, {{}, 1, 0, 0, left});
        row(u"bridge camera wall 2 lower right"_s, {u"bridge camera"_s, 2, 0, 0, lowerRight});
        row(u"WALL 1 SCREEN 2 PANE 3"_s, {{}, 1, 2, 3});
        row(u"wall 1 centre for 15 minutes"_s, {{}, 1, 0, 0, middle, 15});
        row(u"wall middle of screen 2"_s, {{}, 0, 2, 0, middle});
        row(u"load hall wall upper left"_s, {u"load"_s, 1, 0, 0, upperLeft});
        row(u"screen 2 bottom right"_s, {{}, 0, 2, 0, lowerRight});
        // About a wall, and then onto one: the last words count.
        row(u"wall 3 collapsed wall 1 left"_s, {u"wall 3 collapsed"_s, 1, 0, 0, left});
        row(u"围墙倒塌 墙 1"_s, {u"围墙倒塌"_s, 1});
        // What is said twice ends it: the rest is looked for.
        row(u"墙 1 左 右 汉阳"_s, {u"右 汉阳"_s, 1, 0, 0, left});
        row(u"墙 1 左上 2032"_s, {u"2032"_s, 1, 0, 0, upperLeft});
        row(u"屏 1 右下 2032"_s, {u"2032"_s, 0, 1, 0, lowerRight});
        row(u"wall 1 pane 2 left"_s, {u"left"_s, 1, 0, 2});
        row(u"wall 1 2 3"_s, {u"3"_s, 1, 0, 2});
    }
    void reads() {
        QFETCH(QString, text);
        QTEST(readPaneWords(text, walls), "expected");
    }

    void means_no_pane_data() {
        QTest::addColumn<QString>("text");
        for (const auto& text : {u""_s,
                                 u" "_s,
                                 u"墙"_s,
                                 u"wall"_s,
                                 u"大屏"_s,
                                 u"screen"_s,
                                 u"屏"_s,
                                 u"上屏"_s,
                                 u"围墙 1"_s,
                                 u"防火墙1"_s,
                                 u"wallpaper 1"_s,
                                 u"firewall 1"_s,
                                 u"左上"_s,
                                 u"1"_s,
                                 u"墙 上下班拥堵"_s,
                                 u"wall upset"_s,
                                 u"wall 1st"_s,
                                 u"wall 0"_s,
                                 u"墙 99999 左"_s,
                                 u"wall 99999999999999999999999999"_s,
                                 u"wall -"_s,
                                 u"屏风 2"_s,
                                 u"5 分钟"_s,
                                 u"wall 5 minutes"_s})
            QTest::newRow(text.isEmpty() ? "nothing" : qPrintable(text)) << text;
    }
    void means_no_pane() {
        QFETCH(QString, text);
        QVERIFY(!readPaneWords(text, walls).has_value());
    }

    /// Nothing that is typed or pasted does harm.
    void hostile_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("a book") << u"wall 1 left "_s.repeated(100'000);
        QTest::newRow("walls only") << u"墙"_s.repeated(999);
        QTest::newRow("blanks only") << u" "_s.repeated(999);
        QTest::newRow("nul") << QString(u"wall 1 \0 left"_s);
        QTest::newRow("half a pair") << u"wall 1 "_s + QChar(0xD83D);
        QTest::newRow("emoji") << u"墙 1 😀"_s;
        QTest::newRow("turned round") << u"wall \u202E1 left"_s;
        QTest::newRow("combining") << u"wall 1\u0301\u0301\u0301"_s;
        QTest::newRow("links only") << u"wall "_s + u"for the of "_s.repeated(80);
        QTest::newRow("other digits") << u"wall ١ left"_s;
        QTest::newRow("lines") << u"wall 1\nleft\t\r\n"_s;
    }
    void hostile() {
        QFETCH(QString, text);
        for (const auto& names : {walls, QStringList(), QStringList{QString()}}) {
            const auto read = readPaneWords(text, names);
            if (!read)
                continue;
            QVERIFY(read->rest.size() <= text.size());
            for (const int number : {read->wall, read->screen, read->pane, read->minutes})
                QVERIFY(number >= 0 && number <= 9'999);
        }
    }
};

QTEST_GUILESS_MAIN(PaneWordsTest)
#include "pane_words_test.moc"
