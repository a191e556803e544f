// The tables are Unicode's: compared with ICU's, up to the older of the two editions.
#include "core/text/unicode_tables.h"

#include <QTest>

#include <unicode/uchar.h>

using namespace chengyun::unicode;

class UnicodeTablesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tables_data() {
        QTest::addColumn<int>("property");
        QTest::newRow("white space") << int(UCHAR_WHITE_SPACE);
        QTest::newRow("default ignorable") << int(UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        QTest::newRow("pictographic") << int(UCHAR_EXTENDED_PICTOGRAPHIC);
        QTest::newRow("marks") << -1;
    }
    void tables() {
        QFETCH(int, property);
        UVersionInfo ours{16, 0, 0, 0};
        for (UChar32 code = 0; code <= UCHAR_MAX_VALUE; ++code) {
            // A character that came after our edition is in none of our tables.
            UVersionInfo age;
            u_charAge(code, age);
            if (std::lexicographical_compare(ours, ours + 4, age, age + 4))
                continue;
            const auto c = static_cast<char32_t>(code);
            bool here = false, there = false;
            switch (property) {
            case UCHAR_WHITE_SPACE:
                here = in(white_space, c);
                there = u_hasBinaryProperty(code, UCHAR_WHITE_SPACE);
                break;
            case UCHAR_DEFAULT_IGNORABLE_CODE_POINT:
                here = in(default_ignorable, c);
                there = u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
                break;
            case UCHAR_EXTENDED_PICTOGRAPHIC:
                here = in(pictographic, c);
                there = u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC);
                break;
            default:
                here = in(marks, c);
                there = (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
            }
            QVERIFY2(here == there, qPrintable(QString::number(code, 16)));
        }
    }
};

QTEST_APPLESS_MAIN(UnicodeTablesTest)
#include "unicode_tables_test.moc"
