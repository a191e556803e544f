#include "app/map/map_palette.h"
#include "tests/app/map/tile_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::console::fixture;

namespace {

void make_mbtiles(const QString& file, TileKey key, const QByteArray& picture,
                  const QString& format = QStringLiteral("png")) {
    {
        auto database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("make"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("CREATE TABLE metadata(name TEXT, value TEXT)")));
        QVERIFY(
            query.exec(QStringLiteral("INSERT INTO metadata VALUES('format', '%1')").arg(format)));
        QVERIFY(query.exec(QStringLiteral(
            "CREATE TABLE tiles(zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)")));
        query.prepare(QStringLiteral("INSERT INTO tiles VALUES(?, ?, ?, ?)"));
        query.addBindValue(key.z);
        query.addBindValue(key.x);
        query.addBindValue((1 << key.z) - 1 - key.y); // south first, as the format has it
        query.addBindValue(picture);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("make"));
}

} // namespace

class TileServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paints_water_where_it_is_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << QStringLiteral("chengyun-zh-dark") << true;
        QTest::newRow("light") << QStringLiteral("chengyun-en-light") << false;
    }

    void paints_water_where_it_is() {
        QFETCH(QString, name);
        QFETCH(bool, dark);
        const auto& palette = map_palette(dark);
        auto server = TileServer::start(lake(), {});
        QVERIFY(server.has_value());
        QNetworkAccessManager network;
        const TileKey key = key_at({114.05, 30.55}, 14);
        const Answer answer = get(network, tile_path(**server, name, key));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.type, QByteArray("image/png"));
        const QImage wet = QImage::fromData(answer.body);
        QCOMPARE(wet.size(), QSize(embedded_tile_side, embedded_tile_side));
        QCOMPARE(wet.pixel(200, 200), palette.water);
        const Answer land = get(network, tile_path(**server, name, key_at({114.2, 30.55}, 14)));
        QCOMPARE(QImage::fromData(land.body).pixel(200, 200), palette.ground);
        // The shore, at a zoom where the lake is a million pixels wide.
        const Answer deep = get(network, tile_path(**server, name, key_at({114.05, 30.55}, 22)));
        QCOMPARE(QImage::fromData(deep.body).pixel(200, 200), palette.water);
    }

    void refuses_what_it_does_not_serve_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("source") << QStringLiteral("/tiles/absent/1/0/0.png") << 404;
        QTest::newRow("traversal") << QStringLiteral("/tiles/../../../etc/passwd") << 403;
        QTest::newRow("encoded") << QStringLiteral("/tiles/%2e%2e/1/0/0.png") << 404;
        QTest::newRow("huge") << QStringLiteral("/tiles/chengyun-zh-dark/1/99999999999/0.png")
                              << 404;
        QTest::newRow("provider") << QStringLiteral("/providers/chengyun-zh-dark/other") << 404;
        QTest::newRow("provider of nothing") << QStringLiteral("/providers/absent/street") << 404;
        QTest::newRow("root") << QStringLiteral("/") << 404;
    }
    void refuses_what_it_does_not_serve() {
        QFETCH(QString, path);
        QFETCH(int, status);
        auto server = TileServer::start(lake(), {});
        QVERIFY(server.has_value());
        QNetworkAccessManager network;
        QCOMPARE(get(network, (*server)->address() + path).status, status);
    }

    void refuses_strangers() {
        auto server = TileServer::start(lake(), {});
        QVERIFY(server.has_value());
        const QUrl address((*server)->address());
        QNetworkAccessManager network;
        QUrl bare = address;
        bare.setPath(QStringLiteral("/tiles/chengyun-zh-dark/0/0/0.png"));
        QCOMPARE(get(network, bare.toString()).status, 403);
        // The right secret under another name: a page that pointed its own name at loopback.
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(address.port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET " + address.path().toLatin1() +
                     "/tiles/chengyun-zh-dark/0/0/0.png HTTP/1.1\r\nHost: evil.test\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 12);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 403"));
    }

    void closes_on_nonsense_and_goes_on_serving() {
        auto server = TileServer::start(lake(), {});
        QVERIFY(server.has_value());
        const QUrl address((*server)->address());
        for (const QByteArray& text : {QByteArray("\0\0\0\0\r\n\r\n", 8), QByteArray(20000, 'x'),
                                       QByteArray("GET / HTTP/1.1\r\nContent-Length: 9\r\n\r\n")}) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, quint16(address.port()));
            QVERIFY(socket.waitForConnected());
            socket.write(text);
            QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        }
        QNetworkAccessManager network;
        QCOMPARE(
            get(network, tile_path(**server, QStringLiteral("chengyun-zh-dark"), {0, 0, 0})).status,
            200);
    }

    void serves_many_at_once() {
        auto server = TileServer::start(lake(), {});
        QVERIFY(server.has_value());
        QNetworkAccessManager network;
        int good = 0;
        int finished = 0;
        const TileKey first = key_at({114.05, 30.55}, 12);
        for (int i = 0; i < 100; ++i) {
            // Some of them the same: painted once, answered each.
            const TileKey key{12, first.x + i % 10, first.y + (i / 10) % 5};
            auto* reply = network.get(QNetworkRequest(
                QUrl(tile_path(**server, QStringLiteral("chengyun-zh-dark"), key))));
            connect(reply, &QNetworkReply::finished, this, [&, reply] {
                ++finished;
                good += !QImage::fromData(reply->readAll()).isNull();
                reply->deleteLater();
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(finished, 100, 60000);
        QCOMPARE(good, 100);
    }

    void several_requests_in_one_packet_are_answered_in_order() {
        auto server = TileServer::start(lake(), {});
        QVERIFY(server.has_value());
        const QUrl address((*server)->address());
        const QByteArray host = "127.0.0.1:" + QByteArray::number(address.port());
        const auto request = [&](const QByteArray& path, const QByteArray& more) {
            return "HEAD " + address.path().toLatin1() + path + " HTTP/1.1\r\nHost: " + host +
                   "\r\n" + more + "\r\n";
        };
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(address.port()));
        QVERIFY(socket.waitForConnected());
        socket.write(request("/tiles/chengyun-zh-dark/0/0/0.png", {}) + request("/absent", {}) +
                     request("/providers/chengyun-zh-dark/street", "Connection: close\r\n"));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray all = socket.readAll();
        const auto first = all.indexOf("HTTP/1.1 200");
        const auto second = all.indexOf("HTTP/1.1 404");
        QVERIFY2(first == 0 && second > 0 && all.indexOf("HTTP/1.1 200", second) > second,
                 all.constData());
    }

    void describes_all_providers_of_the_plugin() {
        auto server = TileServer::start(lake(), {});
        QVERIFY(server.has_value());
        QNetworkAccessManager network;
        const QString repository =
            (*server)->sources().front().toMap().value(QStringLiteral("repository")).toString();
        for (const char* name : {"street", "satellite", "cycle", "transit", "night-transit",
                                 "terrain", "hiking", "street-hires", "terrain-hires"}) {
            const Answer answer = get(network, repository + QLatin1StringView(name));
            QCOMPARE(answer.status, 200);
            const QString tiles = QJsonDocument::fromJson(answer.body)
                                      .object()
                                      .value(QStringLiteral("UrlTemplate"))
                                      .toString();
            QVERIFY(tiles.startsWith((*server)->address() +
                                     QStringLiteral("/tiles/chengyun-zh-dark/")));
        }
    }

    void mbtiles_count_rows_from_the_south() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.mbtiles"));
        QImage red(256, 256, QImage::Format_RGB32);
        red.fill(0xffff0000);
        make_mbtiles(file, {3, 6, 2}, encode_png(red));
        TileServerOptions options;
        MapSource source;
        source.name = QStringLiteral("file");
        source.kind = SourceKind::mbtiles;
        source.url = file;
        options.sources = {source};
        auto server = TileServer::start(lake(), options);
        QVERIFY2(server.has_value(), server ? "" : server.error().detail.c_str());
        QNetworkAccessManager network;
        const Answer there = get(network, tile_path(**server, source.name, {3, 6, 2}));
        QCOMPARE(there.status, 200);
        QCOMPARE(QImage::fromData(there.body).pixel(9, 9), 0xffff0000u);
        QCOMPARE(get(network, tile_path(**server, source.name, {3, 6, 5})).status, 404);
    }

    void mbtiles_may_hold_webp() {
        QTemporaryDir folder;
        TileServerOptions options;
        MapSource source;
        source.name = QStringLiteral("file");
        source.kind = SourceKind::mbtiles;
        source.url = folder.filePath(QStringLiteral("a.mbtiles"));
        const QByteArray picture("RIFF....WEBPVP8L");
        make_mbtiles(source.url, {3, 6, 2}, picture, QStringLiteral("webp"));
        options.sources = {source};
        auto server = TileServer::start(lake(), options);
        QVERIFY(server.has_value());
        QCOMPARE((*server)->leftOut(), QVariantList());
        QNetworkAccessManager network;
        const Answer answer = get(network, tile_path(**server, source.name, {3, 6, 2}));
        QCOMPARE(answer.type, QByteArray("image/webp"));
        QCOMPARE(answer.body, picture);
    }

    void a_file_that_is_wrong_is_left_out_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("kind");
        QTest::newRow("not there") << QByteArray() << QStringLiteral("not_found");
        QTest::newRow("no MBTiles") << QByteArray("this is no database, nor was it ever one")
                                    << QStringLiteral("wrong_type");
    }
    void a_file_that_is_wrong_is_left_out() {
        QFETCH(QByteArray, content);
        QFETCH(QString, kind);
        QTemporaryDir folder;
        TileServerOptions options;
        MapSource source;
        source.name = QStringLiteral("file");
        source.kind = SourceKind::mbtiles;
        source.url = folder.filePath(QStringLiteral("a.mbtiles"));
        if (QFile file(source.url); !content.isEmpty()) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        options.sources = {source};
        options.left_out = {{QStringLiteral("earlier"),
                             fail(FailureKind::missing_field, "source[0].url", "required")}};
        const auto server = TileServer::start(lake(), options);
        QVERIFY2(server.has_value(), server ? "" : server.error().detail.c_str());
        const auto left_out = (*server)->leftOut();
        QCOMPARE(left_out.size(), 2);
        QCOMPARE(left_out[0].toMap()[QStringLiteral("field")].toString(), QStringLiteral("url"));
        QCOMPARE(left_out[1].toMap()[QStringLiteral("name")].toString(), source.name);
        QCOMPARE(left_out[1].toMap()[QStringLiteral("kind")].toString(), kind);
        // Nobody is offered it, and the built-in map is served.
        QCOMPARE((*server)->sources().size(), qsizetype(embedded_sources().size()));
        QNetworkAccessManager network;
        QCOMPARE(get(network, tile_path(**server, source.name, {3, 6, 2})).status, 404);
        QCOMPARE(get(network, tile_path(**server, embedded_sources()[0].name, {3, 6, 2})).status,
                 200);
    }

    void the_built_in_map_is_there() {
        const auto map = embedded_base_map();
        QVERIFY2(map.has_value(), map ? "" : map.error().detail.c_str());
        QVERIFY((*map)->feature_count() > 50);
        QVERIFY((*map)->extent().contains(world_of({114.05, 30.55})));
    }
};

QTEST_MAIN(TileServerTest)
#include "tile_server_test.moc"
