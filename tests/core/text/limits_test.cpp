#include "core/text/limits.h"
#include "tests/core/describe.h"

#include <QTest>

using namespace chengyun;

class LimitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void characters_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("count"); // -1: not UTF-8
        const auto row = [](const char* title, const QByteArray& text, int count) {
            QTest::newRow(title) << text << count;
        };
        row("empty", "", 0);
        row("ascii", "abc", 3);
        row("NUL is a character", QByteArray("\0", 1), 1);
        row("two bytes", "é", 1);
        row("three bytes", "水利", 2);
        row("four bytes", "𠮷🚒", 2);
        row("last one", "\xf4\x8f\xbf\xbf", 1);
        row("beyond the last one", "\xf4\x90\x80\x80", -1);
        row("first of three", "\xe0\xa0\x80", 1);
        row("overlong slash", "\xc0\xaf", -1);
        row("overlong in three", "\xe0\x9f\xbf", -1);
        row("overlong in four", "\xf0\x8f\xbf\xbf", -1);
        row("before the surrogates", "\xed\x9f\xbf", 1);
        row("surrogate", "\xed\xa0\x80", -1);
        row("after the surrogates", "\xee\x80\x80", 1);
        row("lone continuation", "\x80", -1);
        row("cut off", "\xe6\xb0", -1);
        row("cut off inside", "\xe6\xb0z", -1);
        row("never a lead", "\xff", -1);
        row("five bytes", "\xf8\x88\x80\x80\x80", -1);
        row("GB18030", "\xd6\xd0", -1); // 中
    }
    void characters() {
        QFETCH(QByteArray, text);
        QFETCH(int, count);
        const auto found = chengyun::characters(text.toStdString());
        QCOMPARE(found ? int(*found) : -1, count);
    }

    void text_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("required");
        QTest::addColumn<bool>("many");
        QTest::addColumn<QByteArray>("expected"); // at most five characters
        const auto row = [](const char* title, const QByteArray& text, bool required, bool many,
                            const char* expected) {
            QTest::newRow(title) << text << required << many << QByteArray(expected);
        };
        row("fits", "水利水利水", true, false, "ok");
        row("one too many", "水利水利水利", true, false, "invalid_field f");
        row("empty", "", false, false, "ok");
        row("empty though required", "", true, false, "missing_field f");
        row("blank though required", " \t\r\n", true, true, "missing_field f");
        row("blank", "   ", false, false, "ok");
        row("lines", "a\r\n\tb", false, true, "ok");
        row("lines not welcome", "a\nb", false, false, "unseen_character f");
        row("NUL", QByteArray("a\0b", 3), false, true, "unseen_character f");
        row("escape", "\x1b[2J", false, true, "unseen_character f");
        row("delete", "\x7f", false, true, "unseen_character f");
        row("nothing to be seen though required", "\u3000\u200b", true, false, "missing_field f");
        row("nothing to be seen", "\u200b", false, false, "unseen_character f");
        row("turned round", "消\u202e防", false, false, "unseen_character f");
        row("broken", "\xff", false, true, "invalid_field f");
        row("broken though required", "\xff", true, true, "invalid_field f");
    }
    void text() {
        QFETCH(QByteArray, text);
        QFETCH(bool, required);
        QFETCH(bool, many);
        QTEST(outcome(check_text(text.toStdString(), "f", 5, required,
                                 many ? Lines::many : Lines::one)),
              "expected");
    }

    void ids_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("good");
        QTest::newRow("version 7") << QByteArray("01890a5d-ac96-774b-bcce-b302099a8057") << true;
        QTest::newRow("upper case") << QByteArray("01890A5D-AC96-774B-BCCE-B302099A8057") << false;
        QTest::newRow("braces") << QByteArray("{01890a5d-ac96-774b-bcce-b302099a8057}") << false;
        QTest::newRow("no dashes") << QByteArray("01890a5dac96774bbcceb302099a8057") << false;
        QTest::newRow("short") << QByteArray("01890a5d") << false;
        QTest::newRow("empty") << QByteArray("") << false;
    }
    void ids() {
        QFETCH(QByteArray, id);
        QFETCH(bool, good);
        QCOMPARE(outcome(check_id(id.toStdString(), "x.id")), good ? "ok" : "invalid_field x.id");
    }

    void areas_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("good");
        QTest::newRow("community") << QByteArray("420114001002") << true;
        QTest::newRow("district") << QByteArray("420114000000") << true;
        QTest::newRow("short form") << QByteArray("420114") << false;
        QTest::newRow("letters") << QByteArray("42011400100x") << false;
        QTest::newRow("too long") << QByteArray("4201140010020") << false;
        QTest::newRow("empty") << QByteArray("") << false;
    }
    void areas() {
        QFETCH(QByteArray, code);
        QFETCH(bool, good);
        QCOMPARE(outcome(check_area(code.toStdString(), "area")),
                 good ? "ok" : "invalid_field area");
    }

    void ranges_data() {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<bool>("good");
        QTest::newRow("below") << qint64(0) << false;
        QTest::newRow("lowest") << qint64(1) << true;
        QTest::newRow("highest") << qint64(9) << true;
        QTest::newRow("above") << qint64(10) << false;
    }
    void ranges() {
        QFETCH(qint64, value);
        QFETCH(bool, good);
        QCOMPARE(outcome(check_range(value, "n", 1, 9)), good ? "ok" : "invalid_field n");
    }

    void the_first_failure_is_told() {
        const Result<> fine;
        const Result<> one = fail(FailureKind::invalid_field, "one");
        const Result<> two = fail(FailureKind::invalid_field, "two");
        QCOMPARE(outcome(first_failure(fine, one, two)), "invalid_field one");
        QCOMPARE(outcome(first_failure(two, fine, one)), "invalid_field two");
        QCOMPARE(outcome(first_failure(fine, fine)), "ok");
    }
};

QTEST_APPLESS_MAIN(LimitsTest)
#include "limits_test.moc"
