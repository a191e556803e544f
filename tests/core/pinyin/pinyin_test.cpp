#include "core/pinyin/pinyin.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace chengyun;

class PinyinTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void all_threads_agree();
};

void PinyinTest::names_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("initials");
    QTest::addColumn<QByteArray>("full");
    const auto row = [](const char* text, const char* initials, const char* full) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(initials) << QByteArray(full);
    };
    row("", "", "");
    row("汉阳门", "hym", "hanyangmen");
    row("武漢市蔡甸區", "whscdq", "wuhanshicaidianqu");
    row("宜蘭縣政府消防局", "ylxzfxfj", "yilanxianzhengfuxiaofangju");
    row("奓山街道", "zsjd", "zhashanjiedao");
    row("重庆路", "cql", "chongqinglu");
    row("人民银行大厦", "rmyhds", "renminyinhangdasha");
    row("长江二桥", "cjeq", "changjiangerqiao");
    row("绿江女子中学", "ljnzzx", "lvjiangnvzizhongxue");
    row("3号楼A座", "3hlaz", "3haolouazuo");
    row("Ｂ２层", "b2c", "b2ceng");
    row("Café（东）", "cafed", "cafedong");
    row("  -／。", "", "");
    row("𠮷野", "y", "ye"); // the first beyond the basic plane, and unknown to ICU
}

void PinyinTest::names() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, initials);
    QFETCH(QByteArray, full);
    QCOMPARE(QByteArray::fromStdString(pinyin_initials(text.toStdString())), initials);
    QCOMPARE(QByteArray::fromStdString(pinyin(text.toStdString())), full);
}

void PinyinTest::all_threads_agree() {
    const std::string name = "蔡甸区消防救援大队\xFF\xC3"; // ends in bytes that are not UTF-8
    std::vector<std::string> found(8);
    {
        std::vector<std::jthread> threads;
        for (auto& slot : found)
            threads.emplace_back([&] { slot = pinyin_initials(name); });
    }
    for (const auto& one : found)
        QCOMPARE(one, std::string("cdqxfjydd"));
}

QTEST_GUILESS_MAIN(PinyinTest)
#include "pinyin_test.moc"
