#include "core/wire/version.h"

#include <QTest>

using namespace chengyun;

class VersionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ours() {
        QVERIFY(wire_major(wire_version) > 0);
        QVERIFY(!is_newer_wire(wire_version));
    }
    void newer_data() {
        QTest::addColumn<QByteArray>("told");
        QTest::addColumn<bool>("newer");
        const auto next = QByteArray::number(wire_major(wire_version) + 1);
        QTest::newRow("the next") << next + ".0" << true;
        QTest::newRow("much later") << QByteArray("99.3") << true;
        QTest::newRow("a minor one") << QByteArray("1.99") << false;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("without a minor number") << next << false;
        QTest::newRow("nothing that is a version") << QByteArray("new") << false;
        QTest::newRow("negative") << QByteArray("-9.0") << false;
        QTest::newRow("larger than numbers are") << QByteArray("99999999999999999999.0") << false;
    }
    void newer() {
        QFETCH(QByteArray, told);
        QFETCH(bool, newer);
        QCOMPARE(is_newer_wire({told.constData(), static_cast<std::size_t>(told.size())}), newer);
    }
};

QTEST_APPLESS_MAIN(VersionTest)
#include "version_test.moc"
