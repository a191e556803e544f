// `chengyun-hub import` beside a hub that runs: refused, and told what to do instead.
#include "tests/support/hub_under_test.h"

#include <QTest>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;

class ImportCommandTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;
    QTemporaryDir dir;

    struct Run {
        int status = -1;
        QString out, err;
    };
    Run import(const QStringList& arguments) {
        QProcess process;
        process.start(HubUnderTest::program(u"chengyun-hub"_s),
                      QStringList{u"import"_s} + arguments +
                          QStringList{u"--data-dir"_s, hub.dataDir(), u"--listen"_s,
                                      hub.url({}).authority()});
        process.waitForFinished(60000);
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    QString write(const QString& name, const QByteArray& text) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(name));
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(hub.start(), hub.log().constData()); }

    void it_says_that_a_hub_runs_and_what_to_send_it() {
        const auto file = write(u"it's new.csv"_s, "name,lon,lat\n避难所甲,114.0,30.5\n");
        const auto map =
            write(u"map.toml"_s, "layer = \"shelter\"\nsystem = \"EPSG:4326\"\n[columns]\n"
                                 "name = \"name\"\nx = \"lon\"\ny = \"lat\"\n");
        const auto run = import({file, u"--map"_s, map, u"--skip-bad"_s});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.contains("a hub is running on "_L1 + hub.dataDir()), qPrintable(run.err));
        QVERIFY2(run.err.contains("Idempotency-Key: "_L1), qPrintable(run.err));
        // As a shell reads it, with what was asked for.
        QVERIFY2(run.err.contains(u"'@"_s + QString(file).replace(u"'"_s, u"'\\''"_s) + u"'"_s),
                 qPrintable(run.err));
        QVERIFY2(run.err.contains("--rawfile map '"_L1 + map + u"'"_s), qPrintable(run.err));
        QVERIFY2(run.err.contains("skip_bad: true"_L1), qPrintable(run.err));
        QVERIFY2(run.err.contains(hub.url(u"/api/v1/imports"_s).toString()), qPrintable(run.err));

        // And the shell does it.
        const auto command = run.err.mid(run.err.indexOf("curl"_L1));
        QProcess shell;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TOKEN"_s, QString::fromLatin1(hub.signIn(u"commander"_s)));
        environment.insert(u"no_proxy"_s, u"127.0.0.1"_s);
        shell.setProcessEnvironment(environment);
        shell.start(u"sh"_s, {u"-c"_s, command});
        QVERIFY(shell.waitForFinished(60000));
        const auto report = QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
        QVERIFY2(report["inserted"_L1].toInt() == 1, shell.readAllStandardError().constData());
    }

    void a_list_is_refused_too() {
        const auto list = write(u"list.toml"_s, "");
        const auto run = import({u"--all"_s, list, u"--base"_s, dir.path()});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("a hub is running"_L1), qPrintable(run.err));
    }
};

QTEST_GUILESS_MAIN(ImportCommandTest)
#include "import_command_test.moc"
