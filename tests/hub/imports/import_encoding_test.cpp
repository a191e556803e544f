// Text in the wrong encoding is refused, with the one that makes sense of it.
#include "hub/imports/encoding.h"
#include "tests/hub/imports/import_desk.h"
#include "tests/hub/verify.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;

namespace {

// One list, as two encodings have it.
const auto gb18030_list = "name,x\n\xBC\xD7\xB2\xD6\xBF\xE2,1\n\xD2\xD2\xB2\xD6\xBF\xE2,2\n"s;
const auto big5_list = "name,x\n\xA5\xD2\xAD\xDC\xAE\x77,1\n\xA4\x41\xAD\xDC\xAE\x77,2\n"s;

} // namespace

class ImportEncodingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void encodings_data();
    void encodings();
    void the_line_that_is_not_utf8();
    void foreign_characters_data();
    void foreign_characters();
};

void ImportEncodingTest::encodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QByteArray>("offered");
    const auto utf8 = "name,x\n甲仓库,1\n乙仓库,2\n"s;
    const auto row = [](const char* name, const std::string& bytes, const char* stated,
                        const char* offered) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(stated)
                            << QByteArray(offered);
    };
    row("GB18030 as UTF-8", gb18030_list, "", "GB18030 it reads “甲仓库,1”");
    row("Big5 as UTF-8", big5_list, "", "Big5 it reads “甲倉庫,1”");
    row("GB18030 as Big5", gb18030_list, "Big5", "GB18030 it reads “甲仓库,1”");
    row("Big5 as GB18030", big5_list, "GB18030", "Big5 it reads “甲倉庫,1”");
    row("UTF-8 as GB18030", utf8, "GB18030", "UTF-8 it reads “甲仓库,1”");
    row("UTF-8 as Big5", utf8, "Big5", "UTF-8 it reads “甲仓库,1”");
    row("UTF-16", "n\0,\0x\0\n\0\x32\x75\xD3\x4E\x93\x5E,\0\x31\0\n\0"s, "",
        "UTF-16LE it reads “甲仓库,1”");
    row("right", gb18030_list, "GB18030", nullptr);
    row("right too", big5_list, "Big5", nullptr);
    row("UTF-8", utf8, "", nullptr);
    row("no Chinese at all", "name,x\nDepot,1\n", "GB18030", nullptr);
}

void ImportEncodingTest::encodings() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, stated);
    QFETCH(QByteArray, offered);
    const auto text = to_utf8(bytes.toStdString(), stated.toStdString());
    QCOMPARE(text.has_value(), offered.isNull());
    if (offered.isNull())
        return;
    QCOMPARE(text.error().kind, FailureKind::malformed);
    QCOMPARE(text.error().field, "map.encoding"s);
    QVERIFY2(text.error().detail.find(offered.toStdString()) != std::string::npos,
             text.error().detail.c_str());
}

void ImportEncodingTest::the_line_that_is_not_utf8() {
    const auto text = to_utf8("name\nDepot\n\xFF\xFF\xFF\n", "");
    VERIFY_REFUSED(text, malformed);
    QCOMPARE(QByteArray::fromStdString(text.error().detail),
             QByteArray("line 3 is not UTF-8; nor does it make sense as GB18030, Big5, UTF-16 or "
                        "UTF-8"));
}

void ImportEncodingTest::foreign_characters_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("common") << QByteArray("甲仓库（东）·１") << true;
    QTest::newRow("rare") << QByteArray("𠮷田𫝆") << true;
    QTest::newRow("compatibility") << QByteArray("\xEF\xA4\xA5") << true;
    QTest::newRow("lost") << QByteArray("甲\xEF\xBF\xBD库") << false;
    QTest::newRow("private") << QByteArray("甲\xEE\x80\x81库") << false;
    QTest::newRow("private, far") << QByteArray("甲\xF3\xB0\x80\x80库") << false;
    QTest::newRow("none") << QByteArray("甲\xEF\xBF\xBF库") << false;
}

void ImportEncodingTest::foreign_characters() {
    QFETCH(QByteArray, name);
    QFETCH(bool, good);
    ImportDesk desk;
    const auto report =
        desk.import_text("c.csv", "name,x,y\n" + name.toStdString() + ",114.1,30.5\n",
                         "layer='risk'\nsystem='EPSG:4326'\n[columns]\nname='name'\nx='x'\n"
                         "y='y'\n");
    VERIFY_OK(report);
    QCOMPARE(report->stored, good);
    if (!good)
        QCOMPARE(report->refused_rows.at(0).field, "name"s);
}

QTEST_GUILESS_MAIN(ImportEncodingTest)
#include "import_encoding_test.moc"
