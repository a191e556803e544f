// Which coded pictures a decoder gets.
#include "app/video/key_gate.h"

#include <QTest>

using namespace chengyun::console;
using namespace std::chrono_literals;

class KeyGateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void passes_data();
    void passes();
    void opensWithoutAKeyPicture();
    void beginsAnewAfterARest();
};

void KeyGateTest::beginsAnewAfterARest() {
    KeyGate gate;
    QVERIFY(gate.passes({.key = true, .gap = false, .late = {}}));
    QVERIFY(gate.passes({}));
    gate.rest();
    QVERIFY(!gate.passes({}));
    // A camera that sends no key pictures comes back all the same.
    for (int picture = 1; picture < KeyGate::patience; ++picture)
        QVERIFY(!gate.passes({}));
    QVERIFY(gate.passes({}));
}

void KeyGateTest::opensWithoutAKeyPicture() {
    KeyGate gate;
    for (int picture = 0; picture < KeyGate::patience; ++picture)
        QVERIFY(!gate.passes({}));
    QVERIFY(gate.passes({}));
    // From then on a gap is a gap.
    QVERIFY(!gate.passes({.key = false, .gap = true, .late = {}}));
    for (int picture = 0; picture < 2 * KeyGate::patience; ++picture)
        QVERIFY(!gate.passes({}));
    QVERIFY(gate.passes({.key = true, .gap = false, .late = {}}));
}

void KeyGateTest::passes_data() {
    // One letter a picture: K key, d other, G other after a gap, N key after a gap,
    // L other far too late, T key far too late, B key a little too late to go on from.
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("passed"); // x goes to the decoder, . does not
    QTest::newRow("whole") << QByteArray("KdddKdd") << QByteArray("xxxxxxx");
    QTest::newRow("joined in the middle") << QByteArray("ddKdd") << QByteArray("..xxx");
    QTest::newRow("begins with a gap mark") << QByteArray("NddG") << QByteArray("xxx.");
    QTest::newRow("gap") << QByteArray("KddGddKdd") << QByteArray("xxx...xxx");
    QTest::newRow("gap before a key") << QByteArray("KddNdd") << QByteArray("xxxxxx");
    QTest::newRow("behind") << QByteArray("KdLddKdd") << QByteArray("xx...xxx");
    QTest::newRow("a late key does not help") << QByteArray("KdLTdKdd") << QByteArray("xx...xxx");
    QTest::newRow("nor one that nearly is") << QByteArray("KdLBdKdd") << QByteArray("xx...xxx");
    QTest::newRow("a little late is no matter") << QByteArray("KdBdd") << QByteArray("xxxxx");
}

void KeyGateTest::passes() {
    QFETCH(QByteArray, stream);
    QByteArray passed;
    KeyGate gate;
    for (const char picture : stream) {
        KeyGate::Unit unit;
        unit.key = QByteArrayLiteral("KNTB").contains(picture);
        unit.gap = QByteArrayLiteral("GN").contains(picture);
        if (picture == 'L' || picture == 'T')
            unit.late = KeyGate::latest + 1ms;
        if (picture == 'B')
            unit.late = KeyGate::caught_up + 1ms;
        passed += gate.passes(unit) ? 'x' : '.';
    }
    QTEST(passed, "passed");
}

QTEST_GUILESS_MAIN(KeyGateTest)
#include "key_gate.moc"
