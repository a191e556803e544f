// Backup, verify and restore as who runs a hub does them: with the program, also killed in between.
#include "tests/support/hub_under_test.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace chengyun::test;
using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int status = -1;
    QByteArray out, err;
};

QStringList arguments(const QString& command, const QStringList& operands, const QString& data) {
    return QStringList{command} + operands + QStringList{u"--data-dir"_s, data};
}

Ran run(const QString& command, const QStringList& operands, const QString& data) {
    QProcess process;
    process.start(HubUnderTest::program(u"chengyun-hub"_s), arguments(command, operands, data));
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

qint64 headOf(HubUnderTest& hub) {
    static const QRegularExpression line(u"\nchengyun_journal_head ([0-9.e+]+)"_s);
    const auto match = line.match(QString::fromUtf8(hub.get(u"/metrics"_s).body));
    return match.hasMatch() ? qint64(match.captured(1).toDouble()) : -1;
}

} // namespace

class KeepingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void there_and_back_killed_in_between() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log());
        const auto head = headOf(hub);
        QVERIFY(head > 0);
        QTemporaryDir dir;
        const auto backup = dir.filePath(u"backup"_s);
        // While the hub works.
        const auto made = run(u"backup"_s, {backup}, hub.dataDir());
        QVERIFY2(made.status == 0, made.err);
        const auto sound = run(u"verify"_s, {}, hub.dataDir());
        QVERIFY2(sound.status == 0, sound.out + sound.err);
        QVERIFY2(run(u"restore"_s, {backup, u"--force"_s}, hub.dataDir()).status != 0,
                 "under a hub that works");
        QCOMPARE(hub.stop(), 0);

        for (int i = 0; i < 12; ++i) {
            QProcess process;
            process.start(HubUnderTest::program(u"chengyun-hub"_s),
                          arguments(u"restore"_s, {backup, u"--force"_s}, hub.dataDir()));
            QVERIFY(process.waitForStarted());
            // Anywhere on its way; the first ones early.
            process.waitForFinished(QRandomGenerator::global()->bounded(1 + 40 * (i + 1)));
            process.kill();
            process.waitForFinished();
        }
        // No kill has left anything but a hub with its orders; nothing has been lost on the way.
        QVERIFY2(hub.start(), hub.log());
        QVERIFY(headOf(hub) >= head);
        QCOMPARE(hub.stop(), 0);
        const auto again = run(u"restore"_s, {backup, u"--force"_s}, hub.dataDir());
        QVERIFY2(again.status == 0, again.err);
        const QDir data(hub.dataDir());
        QVERIFY(data.entryList({u"restoring-*"_s}, QDir::Dirs).isEmpty());
        const auto asides = data.entryList({u"before-restore-*"_s}, QDir::Dirs);
        QVERIFY(!asides.isEmpty());
        for (const auto& aside : asides) {
            const auto kept = run(u"verify"_s, {}, data.filePath(aside));
            QVERIFY2(kept.status == 0, kept.out + kept.err);
        }
    }

    void what_was_edited_is_named_and_not_backed_up() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log());
        QCOMPARE(hub.stop(), 0);
        QProcess edit;
        edit.start(u"python3"_s,
                   {u"-c"_s,
                    u"import sqlite3, sys\n"
                    "d = sqlite3.connect(sys.argv[1])\n"
                    "i, j = d.execute('SELECT id, json FROM orders LIMIT 1').fetchone()\n"
                    "d.execute('UPDATE orders SET json = ? WHERE id = ?',\n"
                    "          (j.replace('\"title\":\"', '\"title\":\"!'), i))\n"
                    "d.commit()\n"
                    "print(i)\n"_s,
                    hub.dataDir() + u"/hub.sqlite"_s});
        QVERIFY(edit.waitForFinished());
        const auto id = edit.readAllStandardOutput().trimmed();
        QVERIFY(!id.isEmpty());
        const auto found = run(u"verify"_s, {}, hub.dataDir());
        QCOMPARE(found.status, 1);
        QVERIFY2(found.out.contains("orders " + id) && found.out.contains("in title"), found.out);
        QTemporaryDir dir;
        const auto refused = run(u"backup"_s, {dir.filePath(u"backup"_s)}, hub.dataDir());
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("title"), refused.err);
        QVERIFY(!QDir(dir.filePath(u"backup"_s)).exists());
    }
};

QTEST_GUILESS_MAIN(KeepingTest)
#include "keeping_test.moc"
