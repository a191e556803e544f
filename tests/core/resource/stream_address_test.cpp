// Addresses of streams as people write them: where they lead and who may fetch what is there.
#include "core/resource/stream_address.h"

#include <QTest>

using namespace chengyun;

class StreamAddressTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void leaves_out_what_it_cannot_read();
    void compares_servers();
};

void StreamAddressTest::reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const auto row = [](const char* text, const char* place, const char* user = "",
                        const char* password = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(place)
                            << QString::fromUtf8(user) << QString::fromUtf8(password);
    };
    row("rtsp://10.1.2.3:554/Streaming/101?x=1", "rtsp://10.1.2.3:554/Streaming/101?x=1");
    row("RTSPS://Cam.Example/A", "rtsps://cam.example/A");
    row("rtsp://cam/live", "rtsp://cam/live");
    row("rtsp://admin@5/a@10.1.2.3/b", "rtsp://5/a%4010.1.2.3/b", "admin");
    row("rtsp://a:i/@cam#c", "rtsp://cam/%23c", "a", "i/");
    row("RTSPU://admin:secret@10.1.2.3/a", "rtspu://10.1.2.3/a", "admin", "secret");
    row("rtsp://[fe80::1]:554/a", "rtsp://[fe80::1]:554/a");
    row("rtsp://admin:secret@10.1.2.3/a", "rtsp://10.1.2.3/a", "admin", "secret");
    row("rtsp://admin@10.1.2.3/a", "rtsp://10.1.2.3/a", "admin");
    row("rtsp://admin:se%40cret@10.1.2.3/a", "rtsp://10.1.2.3/a", "admin", "se@cret");
    row("rtsp://admin:##@10.1.2.3/a", "rtsp://10.1.2.3/a", "admin", "##");
    row("rtsp://admin:@:/%@10.1.2.3:8554/a", "rtsp://10.1.2.3:8554/a", "admin", "@:/%");
    row("rtsp://admin:a@b/c?d#e@cam/a", "rtsp://b/c?d%23e@cam/a", "admin", "a");
    row("rtsp://admin:a@b/c?d#e@cam.example/a", "rtsp://cam.example/a", "admin", "a@b/c?d#e");
    row("rtsp://admin:12/34@10.1.2.3/a", "rtsp://10.1.2.3/a", "admin", "12/34");
    row("rtsp://admin:12/34@cam/a", "rtsp://admin:12/34@cam/a");
    row("rtsp://admin:pass#1@cam/a", "rtsp://cam/a", "admin", "pass#1");
    row("rtsp://u:100%@cam/a", "rtsp://cam/a", "u", "100%");
    row("rtsp://u:p@10.1.2.3/a@10.9.9.9", "rtsp://10.1.2.3/a@10.9.9.9", "u", "p");
    row("rtsp://cam/live?mail=a@b.example", "rtsp://cam/live?mail=a@b.example");
    row("rtsp://u:口令@cam/一 号", "rtsp://cam/%E4%B8%80%20%E5%8F%B7", "u", "口令");
    row("rtsp://cam/a#b", "rtsp://cam/a%23b");
    row("rtsp://@cam/a", "rtsp://cam/a");
}

void StreamAddressTest::reads() {
    QFETCH(QString, text);
    QFETCH(QString, place);
    QFETCH(QString, user);
    QFETCH(QString, password);
    const auto address = read_stream_address(text.toStdString());
    QVERIFY2(address.has_value(), address ? "" : address.error().detail.c_str());
    QCOMPARE(QString::fromStdString(address->place), place);
    QCOMPARE(QString::fromStdString(address->sign_in.user), user);
    QCOMPARE(QString::fromStdString(address->sign_in.password), password);
    QCOMPARE(address->says_none, text.contains(QStringLiteral("//@")));
    QCOMPARE(QString::fromStdString(without_sign_in(text.toStdString())), place);
    // What is made of it is read alike.
    auto again = read_stream_address(text_of(*address));
    QVERIFY(again.has_value());
    again->says_none = address->says_none;
    QVERIFY(*again == *address);
}

void StreamAddressTest::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "10.1.2.3", "http://10.1.2.3/", "rtsp://", "rtsp:///a", "rtsp://admin:##/a",
          "rtsp://cam:0/a", "rtsp://cam:70000/a", "rtsp://cam:/a", "rtsp://u:p@/a",
          "rtsp://u:p%0A@cam/a", "rtsp://[::1/a", "rtsp://u:p@ca m/a", "rtsp://-cam/a"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void StreamAddressTest::refuses() {
    QFETCH(QByteArray, text);
    const auto address = read_stream_address(text.toStdString());
    QVERIFY(address.has_error());
    QCOMPARE(address.error().field, std::string("stream"));
    // A failure goes into reports and logs.
    QVERIFY(address.error().detail.find("##") == std::string::npos);
}

void StreamAddressTest::leaves_out_what_it_cannot_read() {
    QCOMPARE(without_sign_in("rtsp://u:p@ca m/a"), std::string("rtsp://ca m/a"));
    QCOMPARE(without_sign_in("u:p@"), std::string());
    QCOMPARE(without_sign_in("no address"), std::string("no address"));
}

void StreamAddressTest::compares_servers() {
    QVERIFY(is_same_server("rtsp://cam:554/a", "rtsp://cam:554/b?x"));
    QVERIFY(is_same_server("rtsp://cam", "rtsp://cam/"));
    QVERIFY(!is_same_server("rtsp://cam:554/a", "rtsp://cam:555/a"));
    QVERIFY(!is_same_server("rtsp://cam/a", "rtsps://cam/a"));
    QVERIFY(!is_same_server("rtsp://cam/a", "rtsp://cam.evil.example/a"));
    QVERIFY(!is_same_server("", "rtsp://cam/a"));
}

QTEST_GUILESS_MAIN(StreamAddressTest)
#include "stream_address_test.moc"
