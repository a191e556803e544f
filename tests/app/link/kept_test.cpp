// Values by key, as stores keep them.
#include "app/link/kept.h"

#include <QStringList>
#include <QTest>

using chengyun::console::Kept;

namespace {

struct Thing {
    std::string id;
    int version = 0;
    bool operator==(const Thing&) const = default;
};
using Things = Kept<Thing, &Thing::id>;

QString said(const Things& things) {
    QStringList words;
    for (const auto& thing : things.all()) {
        // Each is found where it stands.
        if (things.find(thing.id) != &thing)
            return QStringLiteral("not found: ") + QString::fromStdString(thing.id);
        words.append(QString::fromStdString(thing.id) + QString::number(thing.version));
    }
    return words.join(u' ');
}

Things three() {
    Things things;
    things.replace({{"a", 5}, {"b", 5}, {"c", 5}});
    return things;
}

} // namespace

class KeptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesNoOlderOne() {
        auto things = three();
        QVERIFY(!things.take({"b", 4}));
        QVERIFY(!things.take({"b", 5}));
        QVERIFY(things.take({"b", 6}));
        QVERIFY(things.take({"d", 1}));
        QCOMPARE(said(things), QStringLiteral("a5 b6 c5 d1"));
    }

    void putsWhatComes() {
        auto things = three();
        const auto known = things.put({"b", 4});
        QVERIFY(!known.fresh);
        QCOMPARE(known.at, 1U);
        const auto other = things.put({"d", 1});
        QVERIFY(other.fresh);
        QCOMPARE(other.at, 3U);
        QCOMPARE(said(things), QStringLiteral("a5 b4 c5 d1"));
    }

    void removes_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<int>("hole");
        QTest::addColumn<QString>("left");
        QTest::newRow("the first") << QByteArray("a") << 0 << QStringLiteral("c5 b5");
        QTest::newRow("the last") << QByteArray("c") << 2 << QStringLiteral("a5 b5");
        QTest::newRow("none") << QByteArray("x") << -1 << QStringLiteral("a5 b5 c5");
    }
    void removes() {
        QFETCH(QByteArray, id);
        QFETCH(int, hole);
        auto things = three();
        const auto found = things.remove(id.toStdString());
        QCOMPARE(found ? int(*found) : -1, hole);
        QTEST(said(things), "left");
        QVERIFY(!things.contains(id.toStdString()));
    }

    void removesMany() {
        auto things = three();
        things.removeIf([](const Thing& thing) { return thing.id != "c"; });
        QCOMPARE(said(things), QStringLiteral("c5"));
        things.put({"a", 1});
        QCOMPARE(said(things), QStringLiteral("c5 a1"));
    }
};

QTEST_APPLESS_MAIN(KeptTest)
#include "kept_test.moc"
