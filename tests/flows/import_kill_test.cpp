// A hub that is killed in the middle of an import: nobody sees a part of it, then or later.
#include "hub/store/database.h"
#include "tests/support/hub_under_test.h"

#include <QJsonArray>
#include <QMap>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using chengyun::hub::Database;
using chengyun::test::HubUnderTest;

namespace {

constexpr int many = 6000;

QByteArray rows(const QByteArray& edition) {
    QByteArray out = "no,name,lon,lat,address\n";
    for (int i = 0; i < many; ++i)
        out += "K" + QByteArray::number(i) + ",避难所,114." + QByteArray::number(10000 + i) +
               ",30.5," + edition + "\n";
    return out;
}

} // namespace

class ImportKillTest : public QObject {
    Q_OBJECT

    static QJsonObject upload(HubUnderTest& hub, const QByteArray& token,
                              const QByteArray& edition) {
        const auto file = hub.request("POST", u"/api/v1/attachments"_s, token, rows(edition),
                                      {{"Idempotency-Key", chengyun::test::newKey()},
                                       {"Content-Type", "application/octet-stream"}});
        return {{u"file"_s, file.json()["id"_L1]},
                {u"name"_s, u"rows.csv"_s},
                {u"map"_s, u"layer = \"shelter\"\nsystem = \"EPSG:4326\"\n[columns]\n"
                           "code = \"no\"\nname = \"name\"\nx = \"lon\"\ny = \"lat\"\n"
                           "address = \"address\"\n"_s}};
    }

    /// How many rows of the file are seen, by edition.
    static QMap<QString, int> seen(HubUnderTest& hub, const QByteArray& token) {
        QMap<QString, int> out;
        const auto snapshot = hub.get(u"/api/v1/snapshot"_s, token).json();
        for (const auto& resource : snapshot["resources"_L1].toArray())
            if (resource["code"_L1].toString().startsWith(u'K'))
                ++out[resource["address"_L1].toString()];
        return out;
    }

private Q_SLOTS:
    void nobody_sees_a_part_data() {
        QTest::addColumn<QByteArray>("moment"); // asked of the database until it says yes
        QTest::addColumn<QString>("edition");
        QTest::newRow("rows are stored")
            << QByteArray(
                   "SELECT count(*) > 600 FROM resource_edition, edition WHERE since > shown")
            << u"first"_s;
        QTest::newRow("most rows are stored")
            << QByteArray(
                   "SELECT count(*) > 4000 FROM resource_edition, edition WHERE since > shown")
            << u"first"_s;
        QTest::newRow("shown, and being cleared away")
            << QByteArray("SELECT count(*) BETWEEN 1 AND 5500 FROM resource_edition, edition "
                          "WHERE until <> 0 AND until <= shown")
            << u"second"_s;
    }
    void nobody_sees_a_part() {
        QFETCH(QByteArray, moment);
        QFETCH(QString, edition);
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        auto token = hub.signIn(u"commander"_s);
        const auto first =
            hub.command("POST", u"/api/v1/imports"_s, token, upload(hub, token, "first"));
        QVERIFY2(first.json()["inserted"_L1].toInt() == many, first.body.constData());
        const auto second = upload(hub, token, "second");

        const auto database =
            Database::open(hub.dataDir().toStdString() + "/hub.sqlite", Database::Mode::read_only);
        QVERIFY(database);
        QTimer look;
        bool killed = false;
        QObject::connect(&look, &QTimer::timeout, &look, [&] {
            auto query = (*database)->prepare_once(moment.toStdString());
            if (killed || !query || !query->step() || query->integer(0) == 0)
                return;
            killed = true;
            hub.kill();
        });
        look.start(0);
        const auto key = chengyun::test::newKey();
        const auto answer = hub.command("POST", u"/api/v1/imports"_s, token, second, key);
        QTRY_VERIFY_WITH_TIMEOUT(killed, 60000);
        look.stop();

        QVERIFY2(hub.start(), hub.log().constData());
        token = hub.signIn(u"commander"_s);
        QCOMPARE(seen(hub, token), (QMap<QString, int>{{edition, many}}));
        // The same command again, as a client does that got no answer.
        const auto again = hub.command("POST", u"/api/v1/imports"_s, token, second, key);
        QVERIFY2(again.status == 200, again.body.constData());
        QCOMPARE(again.json()["updated"_L1].toInt(), many);
        if (answer.status == 200)
            QCOMPARE(again.body, answer.body);
        QCOMPARE(seen(hub, token), (QMap<QString, int>{{u"second"_s, many}}));
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                auto left = (*database)->prepare_once(
                    "SELECT count(*) FROM resource_edition WHERE until <> 0");
                return left && left->step() && left->integer(0) == 0;
            }(),
            60000);
        QCOMPARE(hub.stop(), 0);
        QProcess verify;
        verify.start(HubUnderTest::program(u"chengyun-hub"_s),
                     {u"verify"_s, u"--data-dir"_s, hub.dataDir()});
        QVERIFY(verify.waitForFinished(60000));
        QVERIFY2(verify.exitCode() == 0, verify.readAll().constData());
    }
};

QTEST_GUILESS_MAIN(ImportKillTest)
#include "import_kill_test.moc"
