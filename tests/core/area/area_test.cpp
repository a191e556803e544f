#include "core/area/area.h"
#include "tests/core/describe.h"

#include <QTest>

using namespace chengyun;

class AreaTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void full_code_data();
    void full_code();
    void levels_data();
    void levels();
    void contains_data();
    void contains();
};

void AreaTest::full_code_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("full"); // empty: refused
    QTest::newRow("city") << QByteArray("4201") << QByteArray("420100000000");
    QTest::newRow("district") << QByteArray("420114") << QByteArray("420114000000");
    QTest::newRow("street") << QByteArray("420114001") << QByteArray("420114001000");
    QTest::newRow("community") << QByteArray("420114001002") << QByteArray("420114001002");
    QTest::newRow("empty") << QByteArray("") << QByteArray();
    QTest::newRow("five digits") << QByteArray("42011") << QByteArray();
    QTest::newRow("thirteen digits") << QByteArray("4201140010021") << QByteArray();
    QTest::newRow("letters") << QByteArray("42011a") << QByteArray();
    QTest::newRow("full-width digits") << QByteArray("４２") << QByteArray();
    QTest::newRow("leading zero lost or added") << QByteArray("042011") << QByteArray();
}

void AreaTest::full_code() {
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, full);
    const auto result = full_area_code(code.toStdString());
    if (full.isEmpty())
        QCOMPARE(outcome(result), "invalid_field area");
    else
        QCOMPARE(result.has_value() ? *result : std::string(), full.toStdString());
}

void AreaTest::levels_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QByteArray>("parent");
    QTest::newRow("state city") << QByteArray("310000000000") << QByteArray("city") << QByteArray();
    QTest::newRow("city") << QByteArray("420100000000") << QByteArray("city") << QByteArray();
    QTest::newRow("district") << QByteArray("420114000000") << QByteArray("district")
                              << QByteArray("420100000000");
    QTest::newRow("district ending in zero")
        << QByteArray("310110000000") << QByteArray("district") << QByteArray("310100000000");
    QTest::newRow("street") << QByteArray("420114001000") << QByteArray("street")
                            << QByteArray("420114000000");
    QTest::newRow("street ending in zero")
        << QByteArray("420114100000") << QByteArray("street") << QByteArray("420114000000");
    QTest::newRow("community") << QByteArray("420114001002") << QByteArray("community")
                               << QByteArray("420114001000");
    QTest::newRow("community ending in zero")
        << QByteArray("420114001200") << QByteArray("community") << QByteArray("420114001000");
    QTest::newRow("malformed") << QByteArray("42") << QByteArray("community") << QByteArray();
}

void AreaTest::levels() {
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, level);
    QFETCH(QByteArray, parent);
    QCOMPARE(name(area_level(code.toStdString())), level);
    QCOMPARE(parent_area(code.toStdString()), parent.toStdString());
}

void AreaTest::contains_data() {
    QTest::addColumn<QByteArray>("outer");
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<bool>("contained");
    const auto row = [](const char* title, const char* outer, const char* inner, bool yes) {
        QTest::newRow(title) << QByteArray(outer) << QByteArray(inner) << yes;
    };
    row("everywhere has all", "", "420114001002", true);
    row("everywhere has nowhere", "", "", true);
    row("nowhere lies in no district", "420114000000", "", false);
    row("itself", "420114001000", "420114001000", true);
    row("city has district", "420100000000", "420114000000", true);
    row("state city has its districts", "310000000000", "310115000000", true);
    row("district has community", "420114000000", "420114001002", true);
    row("street has community", "420114001000", "420114001002", true);
    row("not its sister", "420114001000", "420114002001", false);
    row("not upwards", "420114001000", "420114000000", false);
    row("other district", "420114000000", "420115001002", false);
    row("a prefix of digits is no scope", "420114", "420114001002", false);
    row("inner malformed", "420114000000", "420114", false);
}

void AreaTest::contains() {
    QFETCH(QByteArray, outer);
    QFETCH(QByteArray, inner);
    QFETCH(bool, contained);
    QCOMPARE(area_contains(outer.toStdString(), inner.toStdString()), contained);
}

QTEST_APPLESS_MAIN(AreaTest)
#include "area_test.moc"
