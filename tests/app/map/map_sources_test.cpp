#include "app/map/map_sources.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace chengyun;
using namespace chengyun::console;

class MapSourcesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_all_kinds() {
        const auto read = read_map_sources(R"(
[[source]]
name = "streets"
title = "Streets"
kind = "xyz"
url = "https://{s}.example.test/{z}/{x}/{y}.png?k={key}"
key = "secret"
subdomains = ["a", "b"]
datum = "GCJ-02"
attribution = "Somebody"
min_zoom = 3
max_zoom = 18

[[source]]
name = "survey"
kind = "wmts"
url = "https://survey.example.test/wmts?token={key}"
key = "secret"
layer = "vec"
matrix_set = "w"

[[source]]
name = "file"
kind = "mbtiles"
url = "district.mbtiles"
)",
                                           QStringLiteral("/maps"));
        QVERIFY(read.left_out.empty());
        const auto& sources = read.sources;
        QCOMPARE(sources.size(), std::size_t(3));
        const MapSource& streets = sources[0];
        QCOMPARE(streets.title, QStringLiteral("Streets"));
        QCOMPARE(int(streets.datum), int(Datum::gcj02));
        QCOMPARE(streets.max_zoom, 18);
        QCOMPARE(upstream_address(streets, 3, 1, 2),
                 QStringLiteral("https://b.example.test/3/1/2.png?k=secret"));
        QCOMPARE(hosts_of(streets),
                 (QStringList{QStringLiteral("a.example.test"), QStringLiteral("b.example.test")}));
        const QString survey = upstream_address(sources[1], 4, 5, 6);
        for (const char* part : {"token=secret", "SERVICE=WMTS", "REQUEST=GetTile", "LAYER=vec",
                                 "TILEMATRIXSET=w", "TILEMATRIX=4", "TILEROW=6", "TILECOL=5"})
            QVERIFY2(survey.contains(QLatin1StringView(part)), qPrintable(survey));
        QCOMPARE(sources[2].url, QStringLiteral("/maps/district.mbtiles"));
        QVERIFY(hosts_of(sources[2]).isEmpty());
    }

    void rows_from_the_south() {
        MapSource source;
        source.kind = SourceKind::xyz;
        source.url = QStringLiteral("http://h/{z}/{x}/{-y}");
        QCOMPARE(upstream_address(source, 3, 1, 2), QStringLiteral("http://h/3/1/5"));
    }

    void a_key_may_stand_in_a_file() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("from-file\n");
        file.close();
        const auto read = read_map_sources(
            "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}?{key}'\nkey_file='key'\n",
            folder.path());
        QCOMPARE(read.sources.size(), std::size_t(1));
        QCOMPARE(read.sources.front().key, QStringLiteral("from-file"));
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* name, const char* toml, const char* field) {
            QTest::newRow(name) << QByteArray(toml) << QByteArray(field);
        };
        row("broken", "[[source", "");
        row("nested brackets that end", "a=[[[[[[{b=[", "");
        row("unknown table", "[other]\n", "other");
        row("unknown key", "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\nfoo=1\n",
            "source[0].foo");
        row("no url", "[[source]]\nname='a'\nkind='xyz'\n", "source[0].url");
        row("kind", "[[source]]\nname='a'\nkind='tms'\nurl='http://h/{z}/{x}/{y}'\n",
            "source[0].kind");
        row("scheme", "[[source]]\nname='a'\nkind='xyz'\nurl='file:///{z}/{x}/{y}'\n",
            "source[0].url");
        row("template", "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}'\n",
            "source[0].url");
        row("name", "[[source]]\nname='../a'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\n",
            "source[0].name");
        row("embedded name",
            "[[source]]\nname='chengyun-en'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\n",
            "source[0].name");
        row("zoom", "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\nmax_zoom=30\n",
            "source[0].max_zoom");
        row("zooms crossed",
            "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}/"
            "{y}'\nmin_zoom=9\nmax_zoom=3\n",
            "source[0].min_zoom");
        row("doubled",
            "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\n"
            "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\n",
            "source[1].name");
        row("subdomains", "[[source]]\nname='a'\nkind='xyz'\nurl='http://{s}.h/{z}/{x}/{y}'\n",
            "source[0].subdomains");
        row("wmts without layer", "[[source]]\nname='a'\nkind='wmts'\nurl='http://h/w'\n",
            "source[0].layer");
        row("key file",
            "[[source]]\nname='a'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\n"
            "key_file='absent'\n",
            "source[0].key_file");
    }
    void refusals() {
        QFETCH(QByteArray, toml);
        QFETCH(QByteArray, field);
        const auto read = read_map_sources(toml.toStdString(), QStringLiteral("/nowhere"));
        QCOMPARE(read.left_out.size(), std::size_t(1));
        QCOMPARE(QByteArray::fromStdString(read.left_out[0].why.field), field);
        // Two of one name: the first stays.
        QCOMPARE(read.sources.size(), std::size_t(field == "source[1].name" ? 1 : 0));
    }

    void a_wrong_one_takes_no_other_with_it() {
        const auto read = read_map_sources("[[source]]\nname='a'\nkind='tms'\n"
                                           "[[source]]\nname='b'\nkind='xyz'\n"
                                           "url='http://h/{z}/{x}/{y}'\n"
                                           "[[source]]\nkind='xyz'\n",
                                           QStringLiteral("/nowhere"));
        QCOMPARE(read.sources.size(), std::size_t(1));
        QCOMPARE(read.sources[0].name, QStringLiteral("b"));
        QCOMPARE(read.left_out.size(), std::size_t(2));
        QCOMPARE(read.left_out[0].name, QStringLiteral("a"));
        QCOMPARE(read.left_out[1].name, QStringLiteral("source[2]"));
    }

    void only_a_file_of_a_sane_size_is_read_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("read");
        QTest::newRow("a file") << QByteArray("good.toml") << true;
        QTest::newRow("nothing") << QByteArray("missing.toml") << false;
        QTest::newRow("a folder") << QByteArray("folder") << false;
        QTest::newRow("a pipe that nobody writes into") << QByteArray("pipe") << false;
        QTest::newRow("more than any list") << QByteArray("large.toml") << false;
    }
    void only_a_file_of_a_sane_size_is_read() {
        QFETCH(QByteArray, name);
        QFETCH(bool, read);
        const QTemporaryDir folder;
        const auto write = [&](const char* file, const QByteArray& text) {
            QFile out(folder.filePath(QLatin1StringView(file)));
            return out.open(QIODevice::WriteOnly) && out.write(text) == text.size();
        };
        const QByteArray source = "[[source]]\nname='b'\nkind='xyz'\nurl='http://h/{z}/{x}/{y}'\n";
        QVERIFY(write("good.toml", source));
        QVERIFY(write("large.toml", source + QByteArray(2 << 20, '#')));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
        QCOMPARE(
            mkfifo(QFile::encodeName(folder.filePath(QStringLiteral("pipe"))).constData(), 0600),
            0);
        const auto sources = read_map_sources_file(folder.filePath(QLatin1StringView(name)));
        QCOMPARE(sources.sources.size(), std::size_t(read ? 1 : 0));
        QCOMPARE(sources.left_out.size(), std::size_t(read ? 0 : 1));
    }

    /// What toml++ answers with an assertion, which would end the program (found by fuzzing).
    void hostile_text_is_left_out_data() {
        QTest::addColumn<QByteArray>("toml");
        QTest::newRow("a header that breaks off") << QByteArray("[a.");
        QTest::newRow("a bracket inside nested lists") << QByteArray("a=[[[]");
        QTest::newRow("a key that breaks off") << QByteArray("[[source]]\na.b.");
        QTest::newRow("no UTF-8") << QByteArray("a=\"\xff\xfe\"");
        QTest::newRow("NUL") << QByteArray("a=\0", 3);
        QTest::newRow("deep") << QByteArray("a=") + QByteArray(100000, '[');
    }
    void hostile_text_is_left_out() {
        QFETCH(QByteArray, toml);
        const auto read = read_map_sources(toml.toStdString(), QStringLiteral("/nowhere"));
        QVERIFY(read.sources.empty());
        QCOMPARE(read.left_out.size(), std::size_t(1));
        QCOMPARE(read.left_out[0].name, QString());
    }
};

QTEST_GUILESS_MAIN(MapSourcesTest)
#include "map_sources_test.moc"
