// What is optional and wrong is left out: the seat starts, says so, and works.
#include "tests/qml/test_seat.h"

#include <QQuickItem>
#include <QTest>

using namespace chengyun::console;

class LeftOutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrong_maps_do_not_stop_the_seat_data() {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("said");
        QTest::newRow("no TOML") << QByteArray("[[source]\nname = \"a\"")
                                 << QStringLiteral("their file is no TOML");
        QTest::newRow("a typo") << QByteArray("[[source]]\nname='a'\nkind='xyz'\n"
                                              "url='http://h/{z}/{x}/{y}'\nmaxzoom=3\n")
                                << QStringLiteral("“maxzoom” is no setting of a map.");
        QTest::newRow("no key file") << QByteArray("[[source]]\nname='a'\nkind='xyz'\n"
                                                   "url='http://h/{z}/{x}/{y}?{key}'\n"
                                                   "key_file='absent.key'\n")
                                     << QStringLiteral("its key file cannot be read.");
        QTest::newRow("no map file") << QByteArray("[[source]]\nname='a'\nkind='mbtiles'\n"
                                                   "url='absent.mbtiles'\n")
                                     << QStringLiteral("its file is not there.");
    }
    void wrong_maps_do_not_stop_the_seat() {
        QFETCH(QByteArray, toml);
        QFETCH(QString, said);
        TestSeat seat(true, QStringLiteral("en"), toml);
        QVERIFY(seat.ready());
        seat.seat()->setProperty("screen", QStringLiteral("system"));
        seat.seat()->setProperty("systemPage", QStringLiteral("look"));
        const auto lines = [&] {
            const auto* page = seat.item("LookPage");
            return page ? page->property("leftOutMaps").value<QStringList>() : QStringList();
        };
        QTRY_COMPARE(lines().size(), 1);
        QVERIFY2(lines()[0].contains(said), qPrintable(lines()[0]));
        // In the other language at once, as everything else.
        seat.languages->use(QStringLiteral("zh_CN"));
        QTRY_VERIFY(lines().value(0).contains(QStringLiteral("未启用")));
        QCOMPARE(seat.warnings.count(), 0);
    }
};

QTEST_MAIN(LeftOutTest)
#include "left_out_test.moc"
