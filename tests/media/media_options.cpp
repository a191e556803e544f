// The command line of chengyun-media: what is taken, and which option a refusal names.
#include "media/options.h"

#include <QTest>

using namespace chengyun;

class MediaOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaults();
    void taken();
    void version();
    void refused_data();
    void refused();
};

namespace {

Result<media::Options> parse(const QByteArrayList& words) {
    std::vector<const char*> arguments;
    for (const auto& word : words)
        arguments.push_back(word.constData());
    return media::parse_options(arguments);
}

} // namespace

void MediaOptions::defaults() {
    const auto options = parse({"--demo", ""});
    QVERIFY(options);
    QVERIFY(options->is_demo);
    QCOMPARE(options->address, std::string("127.0.0.1"));
    QCOMPARE(options->port, quint16(8554));
    QCOMPARE(options->cameras, 60);
}

void MediaOptions::taken() {
    const auto options = parse({"--demo", "clips", "--listen", "[::1]:0", "--cameras", "3",
                                "--max-sessions", "9", "--max-quiet", "5", "--quiet-seconds", "7"});
    QVERIFY(options);
    QCOMPARE(options->demo, std::string("clips"));
    QCOMPARE(options->address, std::string("[::1]"));
    QCOMPARE(options->port, quint16(0));
    QCOMPARE(options->cameras, 3);
    QCOMPARE(options->limits.max_sessions, 9);
    QCOMPARE(options->limits.max_quiet, 5);
    QCOMPARE(options->limits.quiet_seconds, 7);
}

void MediaOptions::version() {
    const auto options = parse({"--version"});
    QVERIFY(options);
    QVERIFY(options->version);
}

void MediaOptions::refused_data() {
    QTest::addColumn<QByteArrayList>("words");
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<QByteArray>("field");
    using K = FailureKind;
    QTest::newRow("nothing") << QByteArrayList{} << K::missing_field << QByteArray("--demo");
    QTest::newRow("no value") << QByteArrayList{"--demo"} << K::missing_field
                              << QByteArray("--demo");
    QTest::newRow("unknown") << QByteArrayList{"--demo", "x", "--speed", "2"} << K::unknown_field
                             << QByteArray("--speed");
    QTest::newRow("no port") << QByteArrayList{"--demo", "x", "--listen", "127.0.0.1"}
                             << K::invalid_field << QByteArray("--listen");
    QTest::newRow("no address") << QByteArrayList{"--demo", "x", "--listen", ":1"}
                                << K::invalid_field << QByteArray("--listen");
    QTest::newRow("port too large") << QByteArrayList{"--demo", "x", "--listen", "a:65536"}
                                    << K::invalid_field << QByteArray("--listen");
    QTest::newRow("port with tail") << QByteArrayList{"--demo", "x", "--listen", "a:80x"}
                                    << K::invalid_field << QByteArray("--listen");
    QTest::newRow("no cameras") << QByteArrayList{"--demo", "x", "--cameras", "0"}
                                << K::invalid_field << QByteArray("--cameras");
    QTest::newRow("negative") << QByteArrayList{"--demo", "x", "--max-sessions", "-1"}
                              << K::invalid_field << QByteArray("--max-sessions");
}

void MediaOptions::refused() {
    QFETCH(QByteArrayList, words);
    QFETCH(FailureKind, kind);
    QFETCH(QByteArray, field);
    const auto options = parse(words);
    QVERIFY(!options);
    QCOMPARE(options.error().kind, kind);
    QCOMPARE(options.error().field, field.toStdString());
}

QTEST_GUILESS_MAIN(MediaOptions)
#include "media_options.moc"
