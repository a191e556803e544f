#include "app/map/http_request.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

class TileRequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addresses_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("good");
        QTest::newRow("world") << QByteArray("/tiles/a/0/0/0.png") << true;
        QTest::newRow("last of its zoom") << QByteArray("/tiles/a/3/7/7.png") << true;
        QTest::newRow("deepest") << QByteArray("/tiles/a/22/4194303/4194303.png") << true;
        QTest::newRow("column beyond") << QByteArray("/tiles/a/3/8/0.png") << false;
        QTest::newRow("row beyond") << QByteArray("/tiles/a/3/0/8.png") << false;
        QTest::newRow("zoom beyond") << QByteArray("/tiles/a/23/0/0.png") << false;
        QTest::newRow("huge") << QByteArray("/tiles/a/3/99999999999999999999/0.png") << false;
        QTest::newRow("negative") << QByteArray("/tiles/a/3/-1/0.png") << false;
        QTest::newRow("plus") << QByteArray("/tiles/a/3/+1/0.png") << false;
        QTest::newRow("leading zero") << QByteArray("/tiles/a/3/01/0.png") << false;
        QTest::newRow("empty number") << QByteArray("/tiles/a/3//0.png") << false;
        QTest::newRow("letters") << QByteArray("/tiles/a/3/x/0.png") << false;
        QTest::newRow("traversal") << QByteArray("/tiles/../../etc/passwd.png") << false;
        QTest::newRow("encoded traversal") << QByteArray("/tiles/%2e%2e/3/0/0.png") << true;
        QTest::newRow("no source") << QByteArray("/tiles//3/0/0.png") << false;
        QTest::newRow("too deep") << QByteArray("/tiles/a/3/0/0/0.png") << false;
        QTest::newRow("other suffix") << QByteArray("/tiles/a/3/0/0.jpg") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }
    void addresses() {
        QFETCH(QByteArray, path);
        QFETCH(bool, good);
        QCOMPARE(tile_address(path).has_value(), good);
    }

    void an_encoded_name_stays_as_it_is() {
        // It is looked up by name, so "%2e%2e" is simply no source.
        const auto address = tile_address("/tiles/%2e%2e/3/1/2.png");
        QVERIFY(address);
        QCOMPARE(address->source, QByteArray("%2e%2e"));
        QCOMPARE(address->key.z, 3);
        QCOMPARE(address->key.x, 1);
        QCOMPARE(address->key.y, 2);
    }

    void requests_come_in_pieces() {
        const QByteArray whole = "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b?q=1 HTTP/1.0\r\n\r\n";
        QByteArray buffer;
        QList<QByteArray> paths;
        for (const char c : whole) {
            buffer.append(c);
            const auto request = take_request(buffer);
            QVERIFY(request.has_value());
            if (!*request)
                continue;
            paths.append((*request)->path);
            QCOMPARE((*request)->keep_alive, paths.size() == 1);
        }
        QCOMPARE(paths, (QList<QByteArray>{"/a", "/b"}));
        QVERIFY(buffer.isEmpty());
    }

    void bad_requests_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::newRow("not http") << QByteArray("hello\r\n\r\n") << int(FailureKind::malformed);
        QTest::newRow("http 2") << QByteArray("GET / HTTP/2\r\n\r\n")
                                << int(FailureKind::malformed);
        QTest::newRow("absolute form")
            << QByteArray("GET http://x/ HTTP/1.1\r\n\r\n") << int(FailureKind::malformed);
        QTest::newRow("header without colon")
            << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << int(FailureKind::malformed);
        QTest::newRow("body") << QByteArray("GET / HTTP/1.1\r\nContent-Length: 4\r\n\r\n")
                              << int(FailureKind::malformed);
        QTest::newRow("chunks") << QByteArray(
                                       "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
                                << int(FailureKind::malformed);
        QTest::newRow("endless head")
            << QByteArray(max_http_head + 1, 'a') << int(FailureKind::too_large);
    }
    void bad_requests() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const auto request = take_request(text);
        QVERIFY(request.has_error());
        QCOMPARE(int(request.error().kind), kind);
    }
};

QTEST_GUILESS_MAIN(TileRequestTest)
#include "tile_request_test.moc"
