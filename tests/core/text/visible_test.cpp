#include "core/text/visible.h"

#include <QTest>

using namespace chengyun;
using Why = BadCharacter::Why;

namespace {

/// "U+202E turns text round", or nothing.
QByteArray said(const QByteArray& text, Lines lines = Lines::one) {
    const auto bad = bad_character(text.toStdString(), lines);
    return bad ? QByteArray::fromStdString(text_of(*bad)) : QByteArray();
}

} // namespace

class VisibleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void good_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* title, const char* text) {
            QTest::newRow(title) << QByteArray(text);
        };
        row("nothing", "");
        row("Chinese", "关山街道：“排水”《预案》（第3版）——３０％、「泵」……￥");
        row("ideographic space", "一　二");
        row("no-break space", "3\u00a0km");
        row("rare Han characters", "𠮷𰻞㐂䶮");
        row("a form of a Han character", "葛\U000e0100");
        row("private use", "\ue000\U000f0000");
        row("replacement character", "\ufffd");
        row("accents, composed and not", "é e\u0301");
        row("Uyghur", "ئۈرۈمچى");
        row("joiner between letters", "می\u200cخواهم");
        row("Mongolian with its selectors", "ᠨ\u180dᠠ\u180eᠠ");
        row("Tibetan", "བོད་སྐྱོང་");
        row("Thai", "ก้อนน้ำ");
        row("emoji", "🚒🔥");
        row("emoji with its selector", "⚠️ ❤️");
        row("keycap", "1️⃣");
        row("flag", "🇨🇳");
        row("skin tone", "👍🏽");
        row("joined", "👩‍🚒");
        row("joined with a skin tone", "👩🏽‍🚒");
        row("joined with selectors", "👩‍❤️‍👨 🏴‍☠️ 🏳️‍🌈");
        row("family", "👨‍👩‍👧‍👦");
    }
    void good() {
        QFETCH(QByteArray, text);
        QCOMPARE(said(text), QByteArray());
        QCOMPARE(QByteArray::fromStdString(showable(text.toStdString())), text);
    }

    void bad_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* title, const QByteArray& text, const char* reason,
                            const QByteArray& shown) {
            QTest::newRow(title) << text << QByteArray(reason) << shown;
        };
        row("NUL", QByteArray("a\0b", 3), "U+0000 is a control character, which is not allowed",
            "a�b");
        row("C1", "a\u0085b", "U+0085 is a control character, which is not allowed", "a�b");
        row("line separator", "a\u2028b", "U+2028 is a control character, which is not allowed",
            "a�b");
        row("paragraph separator", "\u2029", "U+2029 is a control character, which is not allowed",
            "�");
        row("override", "消防\u202e队", "U+202E turns text round", "消防�队");
        row("embedding", "\u202b", "U+202B turns text round", "�");
        row("isolate", "a\u2067b\u2069", "U+2067 turns text round", "a�b�");
        row("mark of direction", "a\u200fb", "U+200F turns text round", "a�b");
        row("Arabic letter mark", "\u061c", "U+061C turns text round", "�");
        row("zero width space", "排\u200b水", "U+200B cannot be seen", "排�水");
        row("word joiner", "a\u2060b", "U+2060 cannot be seen", "a�b");
        row("byte order mark", "\ufeff排水", "U+FEFF cannot be seen", "�排水");
        row("soft hyphen", "a\u00adb", "U+00AD cannot be seen", "a�b");
        row("Hangul filler", "\u3164", "U+3164 cannot be seen", "�");
        row("an object left behind", "a\ufffc", "U+FFFC cannot be seen", "a�");
        row("tags", "🏴\U000e0067\U000e007f", "U+E0067 cannot be seen", "🏴��");
        row("no character", "a\uffff", "U+FFFF is no character", "a�");
        row("no character either", "\ufdd0", "U+FDD0 is no character", "�");
        row("no character of another plane", "\U0010fffe", "U+10FFFE is no character", "�");
        row("joiner between Han", "排\u200d水", "U+200D cannot be seen", "排�水");
        row("joiner at the end", "👩\u200d", "U+200D cannot be seen", "👩�");
        row("non-joiner between emoji", "👩\u200c🚒", "U+200C cannot be seen", "👩�🚒");
        row("two selectors", "❤\ufe0f\ufe0f", "U+FE0F cannot be seen", "❤\ufe0f�");
        row("selector of nothing", " \ufe0f", "U+FE0F cannot be seen", " �");
        row("mark of nothing", "\u0301", "U+0301 has no character below it", "�");
        row("mark of a blank", "a \u0301", "U+0301 has no character below it", "a �");
        row("a pile of marks", "a" + QByteArray("\u0301").repeated(9),
            "U+0301 has no character below it", "a" + QByteArray("\u0301").repeated(8) + "�");
        row("broken", "a\xff\xfe", "not valid UTF-8", "a��");
    }
    void bad() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        QCOMPARE(said(text), reason);
        QTEST(QByteArray::fromStdString(showable(text.toStdString())), "shown");
    }

    /// The short way says nothing that the long one does not.
    void plain_is_good() {
        int plain = 0;
        for (char32_t code = 0; code <= 0x10ffff; ++code) {
            if (code >= 0xd800 && code <= 0xdfff)
                continue;
            const auto text = QString(QChar::fromUcs4(code)).toStdString();
            for (const auto lines : {Lines::one, Lines::many}) {
                const auto count = plain_characters(text, lines);
                if (!count)
                    continue;
                ++plain;
                QCOMPARE(*count, std::size_t(1));
                // Before it nothing stands; behind it what needs nothing does.
                const auto long_way = bad_character(text + "é", lines);
                QVERIFY2(!long_way, qPrintable(QString::number(code, 16)));
            }
        }
        QVERIFY(plain > 40'000);
        QVERIFY(!plain_characters("水é", Lines::one));
        QVERIFY(!plain_characters("水\xe6\xb0", Lines::one));
        QVERIFY(!plain_characters("a\nb", Lines::one));
        QCOMPARE(plain_characters("水\n水", Lines::many), std::optional<std::size_t>(3));
        QCOMPARE(plain_characters("", Lines::one), std::optional<std::size_t>(0));
    }

    void where_it_stands() {
        const auto bad = bad_character("消防\u202e队", Lines::one);
        QVERIFY(bad);
        QCOMPARE(bad->at, std::size_t(6));
        QCOMPARE(bad->length, std::size_t(3));
        QCOMPARE(bad->code, U'\u202e');
        QVERIFY(bad->why == Why::turns_text);
    }

    void lines() {
        QCOMPARE(said("a\r\n\tb", Lines::many), QByteArray());
        QCOMPARE(said("a\nb", Lines::one),
                 QByteArray("U+000A is a control character, which is not allowed"));
        QCOMPARE(said("a\n\u0301", Lines::many), QByteArray("U+0301 has no character below it"));
    }

    void blank_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("blank");
        QTest::newRow("nothing") << QByteArray("") << true;
        QTest::newRow("spaces") << QByteArray(" \t\r\n\u3000\u00a0\u2003") << true;
        QTest::newRow("unseen") << QByteArray("\u200b\u202e\ufeff\u2800\u3164\uffff") << true;
        QTest::newRow("marks alone") << QByteArray("\u0301\ufe0f\u200d") << true;
        QTest::newRow("a full stop") << QByteArray("\u3000。") << false;
        QTest::newRow("an emoji") << QByteArray("🔥") << false;
        QTest::newRow("private use") << QByteArray("\ue000") << false;
        QTest::newRow("broken") << QByteArray("\xff") << false;
    }
    void blank() {
        QFETCH(QByteArray, text);
        QTEST(is_blank(text.toStdString()), "blank");
    }
};

QTEST_APPLESS_MAIN(VisibleTest)
#include "visible_test.moc"
