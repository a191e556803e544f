// Tiles of other machines: who is contacted, what is kept and for how long, what is given up, and
// what happens while the way out is slow or cut.
#include "app/map/remote_tiles.h"
#include "app/map/tile_cache.h"
#include "tests/app/map/tile_fixture.h"

#include <QDateTime>
#include <QDirIterator>
#include <QJsonDocument>
#include <QMutex>
#include <QNetworkProxyFactory>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::console::fixture;

namespace {

/// Sees every host that any network access of this process is about to contact, but for loopback,
/// about which Qt asks no proxy.
class Watcher : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        const QMutexLocker lock(&mutex);
        if (query.queryType() != QNetworkProxyQuery::TcpServer)
            hosts.insert(query.peerHostName());
        return {QNetworkProxy::NoProxy};
    }
    static inline QMutex mutex;
    static inline QSet<QString> hosts;
};

/// All files below a folder.
QStringList files_in(const QString& folder) {
    QStringList files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    return files;
}

/// As if it had been fetched, or wanted, so many days ago.
void age(const QString& path, QFileDevice::FileTime time, int days) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days), time));
}

QRgb left_of(const Answer& answer) {
    return QImage::fromData(answer.body).pixel(10, 10);
}

/// A seat with one source, which it fetches from `upstream`.
struct Seat {
    QTemporaryDir folder;
    TileServerOptions options;
    std::unique_ptr<TileServer> server;
    QNetworkAccessManager network;

    explicit Seat(const MapSource& source, qint64 most = qint64{1} << 30) {
        options.cache_folder = folder.path();
        options.max_cache_bytes = most;
        options.sources = {source};
        start();
    }
    void start() {
        server.reset();
        auto made = TileServer::start(lake(), options);
        if (!made)
            qFatal("no tile server");
        server = std::move(*made);
    }
    [[nodiscard]] QString path(TileKey key) const {
        return tile_path(*server, options.sources[0].name, key);
    }
    Answer ask(TileKey key) { return get(network, path(key)); }
    std::unique_ptr<QNetworkReply> want(TileKey key) {
        return std::unique_ptr<QNetworkReply>(network.get(QNetworkRequest(QUrl(path(key)))));
    }
    [[nodiscard]] QStringList kept() const { return files_in(folder.path()); }
};

MapSource gcj02(MapSource source) {
    source.datum = Datum::gcj02;
    return source;
}

} // namespace

class RemoteTilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QNetworkProxyFactory::setApplicationProxyFactory(new Watcher); }

    void the_watcher_sees_strangers() {
        Watcher::hosts.clear();
        QNetworkAccessManager network;
        get(network, QStringLiteral("http://elsewhere.invalid/"));
        QVERIFY(Watcher::hosts.contains(QStringLiteral("elsewhere.invalid")));
        // A configured host is contacted by the server, and only that one.
        Watcher::hosts.clear();
        TileServerOptions options;
        MapSource source;
        source.name = QStringLiteral("up");
        source.kind = SourceKind::xyz;
        source.url = QStringLiteral("http://tiles.invalid/{z}/{x}/{y}");
        options.sources = {source};
        auto server = TileServer::start(lake(), options);
        QVERIFY(server.has_value());
        QCOMPARE((*server)->allowed_hosts(), QStringList{QStringLiteral("tiles.invalid")});
        QCOMPARE(get(network, tile_path(**server, source.name, {1, 0, 0})).status, 502);
        QCOMPARE(Watcher::hosts, QSet<QString>{QStringLiteral("tiles.invalid")});
    }

    void fetches_once_keeps_it_and_contacts_only_what_is_configured() {
        Watcher::hosts.clear();
        Upstream upstream;
        QTemporaryDir folder;
        TileServerOptions options;
        options.cache_folder = folder.path();
        MapSource source = upstream.source();
        source.key = QStringLiteral("sesame");
        source.url += QStringLiteral("?k={key}");
        options.sources = {source};
        QNetworkAccessManager network;
        for (int run = 0; run < 2; ++run) {
            // The second server finds the first one's tile on disk.
            auto server = TileServer::start(lake(), options);
            QVERIFY(server.has_value());
            QCOMPARE((*server)->allowed_hosts(), QStringList{QStringLiteral("127.0.0.1")});
            const Answer answer = get(network, tile_path(**server, source.name, {5, 3, 4}));
            QCOMPARE(answer.status, 200);
            QCOMPARE(QImage::fromData(answer.body).pixel(10, 10), 0xffffffffu);
            for (const QVariant& described : (*server)->sources())
                QVERIFY(!QJsonDocument::fromVariant(described).toJson().contains("sesame"));
        }
        QCOMPARE(upstream.paths, QList<QByteArray>{"/5/3/4?k=sesame"});
        QCOMPARE(Watcher::hosts, QSet<QString>{});
    }

    void does_not_follow_an_upstream_elsewhere() {
        Upstream upstream;
        upstream.status = "302 Found";
        upstream.location = "http://elsewhere.invalid/";
        Watcher::hosts.clear();
        TileServerOptions options;
        const MapSource source = upstream.source();
        options.sources = {source};
        auto server = TileServer::start(lake(), options);
        QVERIFY(server.has_value());
        QNetworkAccessManager network;
        QCOMPARE(get(network, tile_path(**server, source.name, {5, 3, 4})).status, 502);
        QCOMPARE(Watcher::hosts, QSet<QString>{});
    }

    void moves_gcj02_pictures_to_wgs84() {
        Upstream upstream;
        TileServerOptions options;
        MapSource source = upstream.source();
        source.datum = Datum::gcj02;
        options.sources = {source};
        auto server = TileServer::start(lake(), options);
        QVERIFY(server.has_value());
        const TileKey key = key_at({114.05, 30.55}, 13);
        const PixelShift shift = gcj02_shift(key);
        // About Wuhan GCJ-02 lies some 540 m east and 240 m north of WGS-84.
        QVERIFY2(shift.east < -20 && shift.east > -40, qPrintable(QString::number(shift.east)));
        QNetworkAccessManager network;
        const Answer answer = get(network, tile_path(**server, source.name, key));
        QCOMPARE(answer.status, 200);
        const QImage image = QImage::fromData(answer.body);
        // The edge between white and black is at 128 upstream, and moves by the shift.
        const int edge = 128 + int(std::lround(shift.east));
        QCOMPARE(image.pixel(edge - 3, 100), 0xffffffffu);
        QCOMPARE(image.pixel(edge + 3, 100), 0xff000000u);
        // What comes in at the right is the neighbour's left half.
        QCOMPARE(image.pixel(255, 100), 0xffffffffu);
    }

    /// As long as a part of it cannot be had, a tile is not there: a hole would stay in the map.
    void a_gcj02_tile_is_whole_or_not_there() {
        Upstream upstream;
        Seat seat(gcj02(upstream.source()));
        const TileKey key = key_at({114.05, 30.55}, 13);
        // The picture of the same number covers most of it.
        const QByteArray part =
            "/13/" + QByteArray::number(key.x) + '/' + QByteArray::number(key.y);
        upstream.statuses[part] = "503 Busy";
        QCOMPARE(seat.ask(key).status, 502);
        QCOMPARE(seat.kept().size(), 3);
        upstream.statuses.clear();
        upstream.paths.clear();
        const Answer whole = seat.ask(key);
        QCOMPARE(whole.status, 200);
        QCOMPARE(upstream.paths, QList<QByteArray>{part});
        QCOMPARE(qAlpha(QImage::fromData(whole.body).pixel(60, 100)), 255);
    }
    /// Where the source has nothing, nothing is to be waited for.
    void a_gcj02_tile_is_empty_where_its_source_is() {
        Upstream upstream;
        Seat seat(gcj02(upstream.source()));
        const TileKey key = key_at({114.05, 30.55}, 13);
        upstream.statuses["/13/" + QByteArray::number(key.x) + '/' + QByteArray::number(key.y)] =
            "404 Not Found";
        const Answer answer = seat.ask(key);
        QCOMPARE(answer.status, 200);
        QCOMPARE(qAlpha(QImage::fromData(answer.body).pixel(60, 100)), 0);
        upstream.status = "404 Not Found";
        QCOMPARE(seat.ask(key_at({115.05, 30.55}, 13)).status, 404);
    }

    /// By a plugin of Qt's that is a package of its own.
    void pictures_in_webp_can_be_shown() {
        Upstream upstream;
        upstream.picture = QByteArray::fromBase64(
            "UklGRlgAAABXRUJQVlA4TEsAAAAvA8AAAH9AkG1TnOMcf2gG2UYqznAO9XEeR1EkqVFr4fD/wwwkWuY/"
            "cBgG+wo/MtTucyErK0sIEARAXFoy4MCBAweKdET0P/YysAAA");
        Seat seat(upstream.source());
        const Answer answer = seat.ask({5, 3, 4});
        QCOMPARE(answer.type, QByteArray("image/webp"));
        QCOMPARE(QImage::fromData(answer.body).size(), QSize(4, 4));
    }

    void an_old_tile_is_shown_until_there_is_a_new_one() {
        Upstream upstream;
        Seat seat(upstream.source());
        const TileKey key{5, 3, 4};
        QCOMPARE(left_of(seat.ask(key)), 0xffffffffu);
        QCOMPARE(seat.kept().size(), 1);
        age(seat.kept()[0], QFileDevice::FileModificationTime, 40);
        upstream.left = 0xffff0000;
        // As it is, at once; and fetched behind it.
        QCOMPARE(left_of(seat.ask(key)), 0xffffffffu);
        QTRY_COMPARE(upstream.paths.size(), 2);
        QTRY_COMPARE(left_of(seat.ask(key)), 0xffff0000u);
        QCOMPARE(upstream.paths.size(), 2);
    }
    void an_old_tile_is_shown_while_the_way_out_is_cut_data() {
        QTest::addColumn<bool>("answers");
        QTest::newRow("nobody there") << false;
        QTest::newRow("a sign-in page") << true;
    }
    void an_old_tile_is_shown_while_the_way_out_is_cut() {
        QFETCH(bool, answers);
        Upstream upstream;
        Seat seat(upstream.source());
        const TileKey key{5, 3, 4};
        QCOMPARE(seat.ask(key).status, 200);
        age(seat.kept()[0], QFileDevice::FileModificationTime, 400);
        if (answers)
            upstream.status = "302 Found";
        else
            upstream.close();
        for (int run = 0; run < 2; ++run) {
            seat.start();
            const Answer answer = seat.ask(key);
            QCOMPARE(answer.status, 200);
            QCOMPARE(left_of(answer), 0xffffffffu);
        }
    }

    void what_left_the_view_is_given_up() {
        Upstream upstream;
        upstream.silent = {"/5/3/4", "/5/3/5"};
        Seat seat(upstream.source());
        QNetworkAccessManager other;
        const auto first = seat.want({5, 3, 4});
        const std::unique_ptr<QNetworkReply> second(
            other.get(QNetworkRequest(QUrl(seat.path({5, 3, 4})))));
        const auto third = seat.want({5, 3, 5});
        QTRY_COMPARE(upstream.hanging.size(), 2); // two want one and the same
        third->abort();
        QTRY_COMPARE(upstream.stillHanging(), 1);
        first->abort();
        // It has been heard when a later request was.
        QCOMPARE(seat.ask({5, 9, 9}).status, 200);
        QCOMPARE(upstream.stillHanging(), 1);
        second->abort();
        QTRY_COMPARE(upstream.stillHanging(), 0);
        // And it can be had again.
        upstream.silent.clear();
        QCOMPARE(seat.ask({5, 3, 4}).status, 200);
    }
    void parts_of_a_gcj02_tile_are_given_up() {
        Upstream upstream;
        const TileKey key = key_at({114.05, 30.55}, 13);
        for (int x = -1; x <= 1; ++x)
            for (int y = -1; y <= 1; ++y)
                upstream.silent.insert("/13/" + QByteArray::number(key.x + x) + '/' +
                                       QByteArray::number(key.y + y));
        Seat seat(gcj02(upstream.source()));
        const auto reply = seat.want(key);
        QTRY_COMPARE(upstream.stillHanging(), 4);
        reply->abort();
        QTRY_COMPARE(upstream.stillHanging(), 0);
    }

    /// The map has six connections to an address.
    void what_is_slow_holds_up_nothing_that_is_here() {
        Upstream upstream;
        Seat seat(upstream.source());
        QCOMPARE(seat.ask({5, 3, 4}).status, 200);
        std::vector<std::unique_ptr<QNetworkReply>> slow;
        for (int x = 0; x < 12; ++x) {
            upstream.silent.insert("/6/" + QByteArray::number(x) + "/7");
            slow.push_back(seat.want({6, x, 7}));
        }
        QTRY_VERIFY(upstream.hanging.size() >= 6);
        QCOMPARE(seat.ask({5, 3, 4}).status, 200);
        QCOMPARE(get(seat.network,
                     tile_path(*seat.server, QStringLiteral("chengyun-zh-dark"), {0, 0, 0}))
                     .status,
                 200);
        for (const auto& reply : slow)
            QVERIFY(!reply->isFinished());
    }

    void what_was_wanted_longest_ago_goes_first() {
        QTemporaryDir folder;
        const auto put = [&](const QString& name, int days) {
            const QString path = folder.filePath(name);
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, 'x')); // two blocks of a disk
            file.close();
            age(path, QFileDevice::FileAccessTime, days);
        };
        put(QStringLiteral("a/5/3/4"), 1);
        put(QStringLiteral("b/5/3/4"), 30);
        put(QStringLiteral("b/5/9/4"), 2);
        std::atomic<bool> stop = false;
        QCOMPARE(prune_tiles(folder.path(), 3 * 8192, stop), 3 * 8192);
        QCOMPARE(files_in(folder.path()).size(), 3);
        QCOMPARE(prune_tiles(folder.path(), 2 * 8192, stop), 2 * 8192);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("b/5/3"))));
        QCOMPARE(files_in(folder.path()).size(), 2);
        QCOMPARE(prune_tiles(folder.path(), 8192, stop), 8192);
        QCOMPARE(files_in(folder.path()), QStringList{folder.filePath(QStringLiteral("a/5/3/4"))});
        stop = true;
        prune_tiles(folder.path(), 0, stop);
        QCOMPARE(files_in(folder.path()).size(), 1);
    }
    void the_disk_is_not_filled() {
        constexpr int most = 16;
        Upstream upstream;
        Seat seat(upstream.source(), most * 4096);
        QCOMPARE(seat.ask({9, 0, 0}).status, 200);
        age(seat.kept()[0], QFileDevice::FileAccessTime, 9);
        QCOMPARE(seat.ask({9, 0, 0}).status, 200);
        // It was wanted now.
        QVERIFY(QFileInfo(seat.kept()[0]).lastRead().secsTo(QDateTime::currentDateTime()) < 600);
        for (int x = 1; x < 3 * most; ++x)
            QCOMPARE(seat.ask({9, x, 0}).status, 200);
        QTRY_VERIFY(seat.kept().size() <= most + 1);
        QVERIFY(seat.kept().size() >= most / 2);
    }
};

QTEST_MAIN(RemoteTilesTest)
#include "remote_tiles_test.moc"
