// What a bug report begins with: each program tells its version where there is no screen and
// nothing set up.
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct Said {
    int code = -1;
    QString out;
    QString err;
};

/// Nothing when it crashed or did not end.
std::optional<Said> run(const QString& program, const QString& flag) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(program, {flag});
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return Said{process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class ProductTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatItIs_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("libraries");
#ifdef CHENGYUN
        QTest::newRow("console") << QStringLiteral(CHENGYUN)
                                 << QStringList{u"Qt"_s, u"GStreamer"_s, u"SQLite"_s};
#endif
#ifdef CHENGYUN_HUB
        QTest::newRow("hub") << QStringLiteral(CHENGYUN_HUB)
                             << QStringList{u"SQLite"_s, u"Drogon"_s};
#endif
#ifdef CHENGYUN_MEDIA
        QTest::newRow("media") << QStringLiteral(CHENGYUN_MEDIA) << QStringList{u"GStreamer"_s};
#endif
    }
    void itSaysWhatItIs() {
        QFETCH(QString, program);
        QFETCH(QStringList, libraries);
        const auto version = run(program, u"--version"_s);
        QVERIFY(version);
        QCOMPARE(version->code, 0);
        QCOMPARE(version->err, QString());
        const auto lines = version->out.trimmed().split(u'\n');
        QCOMPARE(lines.size(), libraries.size() + 2);
        static const QRegularExpression first(u"^chengyun(-hub|-media)? \\d+\\.\\d+\\.\\d+$"_s);
        static const QRegularExpression commit(u"^commit ([0-9a-f]{12}(-modified)?|unknown)$"_s);
        QVERIFY2(first.match(lines[0]).hasMatch(), qPrintable(version->out));
        QVERIFY2(commit.match(lines[1]).hasMatch(), qPrintable(version->out));
        for (qsizetype i = 0; i < libraries.size(); ++i) {
            const QRegularExpression line(u'^' + libraries[i] + u" \\d+\\.\\d+\\.\\d+$"_s);
            QVERIFY2(line.match(lines[i + 2]).hasMatch(), qPrintable(version->out));
        }
        const auto help = run(program, u"--help"_s);
        QVERIFY(help);
        QCOMPARE(help->code, 0);
        QCOMPARE(help->err, QString());
        QVERIFY2(help->out.contains(u"--version"_s), qPrintable(help->out));
    }
};

QTEST_GUILESS_MAIN(ProductTest)
#include "product_test.moc"
