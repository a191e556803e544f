// What a media server may say, and what it may not.
#include "app/consult/media/janus_message.h"
#include "app/consult/media/sdp_check.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

namespace {

/// As Janus 1.1.2 offers two lines, shortened.
const std::string offer = "v=0\r\n"
                          "o=- 1 1 IN IP4 127.0.0.1\r\n"
                          "s=room\r\n"
                          "t=0 0\r\n"
                          "a=group:BUNDLE 0 1\r\n"
                          "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"
                          "c=IN IP4 127.0.0.1\r\n"
                          "a=sendonly\r\n"
                          "a=mid:0\r\n"
                          "a=rtcp-mux\r\n"
                          "a=ice-ufrag:abcd\r\n"
                          "a=ice-pwd:secretsecretsecretsecret\r\n"
                          "a=rtpmap:111 opus/48000/2\r\n"
                          "a=candidate:1 1 udp 2015363327 10.0.0.2 40000 typ host\r\n"
                          "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\n"
                          "a=sendonly\r\n"
                          "a=mid:1\r\n"
                          "a=rtpmap:96 H264/90000\r\n"
                          "a=rtpmap:97 rtx/90000\r\n";

std::string with(std::string text, std::string_view from, std::string_view to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

} // namespace

class JanusMessageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_was_made() {
        const auto read = read_janus_message(
            R"({"janus":"success","transaction":"7","data":{"id":7325243436783871}})");
        QVERIFY(read.has_value());
        QVERIFY(read->kind == JanusMessage::Kind::success);
        QCOMPARE(read->transaction, std::string("7"));
        QCOMPARE(read->id, std::uint64_t(7325243436783871));
    }

    void who_is_there() {
        const auto read = read_janus_message(
            R"({"janus":"event","session_id":1,"sender":12,"transaction":"x","plugindata":{
               "plugin":"janus.plugin.videoroom","data":{"videoroom":"joined","room":"r","id":"li.n.s",
               "private_id":42,"publishers":[{"id":"wang.n.s","streams":[
               {"type":"audio","mindex":0,"mid":"0","codec":"opus","description":"muted"},
               {"type":"video","mindex":1,"mid":"1","codec":"h264","moderated":true},
               {"type":"data","mindex":2,"mid":"2","disabled":true}]}]}}})");
        QVERIFY(read.has_value());
        QCOMPARE(read->sender, std::uint64_t(12));
        QVERIFY(read->room.has_value());
        QCOMPARE(read->room->what, std::string("joined"));
        QCOMPARE(read->room->private_id, std::uint64_t(42));
        const std::vector<Publisher> expected{
            {"wang.n.s",
             {{StreamKind::audio, "0", "opus", "muted", false, false},
              {StreamKind::video, "1", "h264", "", false, true},
              {StreamKind::other, "2", "", "", true, false}}}};
        QVERIFY(read->room->publishers == expected);
        QVERIFY(!read->room->has_streams);
    }

    void what_is_watched() {
        const auto read = read_janus_message(
            R"({"janus":"event","sender":3,"plugindata":{"data":{"videoroom":"attached","streams":[
               {"mindex":0,"mid":"0","type":"audio","feed_id":"wang.n.s","feed_mid":"a"},
               {"mindex":1,"mid":"1","type":"video","active":false}]}},
               "jsep":{"type":"offer","sdp":"v=0\r\n"}})");
        QVERIFY(read.has_value());
        QVERIFY(read->room->has_streams);
        const std::vector<WatchedStream> expected{{0, "wang.n.s", "a"}, {1, "", ""}};
        QVERIFY(read->room->streams == expected);
        QVERIFY(read->sdp_is_offer);
        QCOMPARE(*read->sdp, std::string("v=0\r\n"));
    }

    void refusals() {
        auto read = read_janus_message(
            R"({"janus":"error","transaction":"1","error":{"code":403,"reason":"Unauthorized"}})");
        QVERIFY(read.has_value());
        QCOMPARE(read->error_code, 403);
        QCOMPARE(read->error, std::string("Unauthorized"));
        read = read_janus_message(R"({"janus":"event","sender":1,"plugindata":{"data":
            {"videoroom":"event","error_code":426,"error":"No such room"}}})");
        QVERIFY(read.has_value());
        QCOMPARE(read->room->error_code, 426);
    }

    void nonsense_is_refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("deep") << QByteArray(10'000, '[');
        QTest::newRow("a number as a kind") << QByteArray(R"({"janus":1})");
        QTest::newRow("a negative handle") << QByteArray(R"({"janus":"event","sender":-1})");
        QTest::newRow("a text as an id") << QByteArray(R"({"janus":"success","data":{"id":"x"}})");
        QTest::newRow("a feed without a name") << QByteArray(
            R"({"janus":"event","plugindata":{"data":{"publishers":[{"streams":[]}]}}})");
        QTest::newRow("a number as a feed")
            << QByteArray(R"({"janus":"event","plugindata":{"data":{"publishers":[{"id":5}]}}})");
        QTest::newRow("a line far away") << QByteArray(
            R"({"janus":"event","plugindata":{"data":{"streams":[{"mindex":4000000000}]}}})");
        QTest::newRow("another kind of description")
            << QByteArray(R"({"janus":"event","jsep":{"type":"rollback","sdp":""}})");
        QTest::newRow("a long name")
            << "{\"janus\":\"event\",\"plugindata\":{\"data\":{\"leaving\":\"" +
                   QByteArray(401, 'x') + "\"}}}";
        QByteArray crowd = R"({"janus":"event","plugindata":{"data":{"publishers":[)";
        for (int i = 0; i <= 200; ++i)
            crowd += (i ? "," : "") + QByteArray("{\"id\":\"f") + QByteArray::number(i) + "\"}";
        QTest::newRow("a crowd") << crowd + "]}}}";
        QTest::newRow("too long") << "{\"janus\":\"" + QByteArray(1 << 20, 'x') + "\"}";
    }
    void nonsense_is_refused() {
        QFETCH(QByteArray, text);
        const auto read = read_janus_message({text.constData(), std::size_t(text.size())});
        QVERIFY(!read.has_value());
        QVERIFY(read.error().kind == FailureKind::malformed ||
                read.error().kind == FailureKind::too_large);
    }

    void an_offer() {
        const auto media = check_sdp(offer);
        QVERIFY2(media.has_value(), media ? "" : media.error().detail.c_str());
        const std::vector<SdpMedia> expected{{false, false, "0", {"opus"}},
                                             {true, false, "1", {"h264", "rtx"}}};
        QVERIFY(*media == expected);
        QVERIFY((*check_sdp(with(offer, "m=video 9", "m=video 0")))[1].is_off);
        QVERIFY(
            (*check_sdp(with(offer, "a=sendonly\r\na=mid:1", "a=inactive\r\na=mid:1")))[1].is_off);
        // What is off may be of any format.
        QVERIFY(check_sdp(with(with(offer, "m=video 9", "m=video 0"), "H264", "AV1")).has_value());
    }

    void offers_that_are_refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const std::string& text, FailureKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << int(kind);
        };
        using enum FailureKind;
        row("empty", "", malformed);
        row("no media", "v=0\r\ns=x\r\n", malformed);
        row("wrong sound", with(offer, "opus", "PCMU"), invalid_field);
        row("wrong pictures", with(offer, "H264", "AV1"), invalid_field);
        row("no format at all", with(offer, "a=rtpmap:111 opus/48000/2\r\n", ""), invalid_field);
        row("data", with(offer, "m=video 9", "m=application 9"), invalid_field);
        row("not encrypted", with(offer, "UDP/TLS/RTP/SAVPF 96", "RTP/AVP 96"), invalid_field);
        row("a line that is none", with(offer, "s=room", "room"), malformed);
        row("a control character", with(offer, "s=room", "s=\x01"), malformed);
        row("a port that is none", with(offer, "audio 9", "audio -1"), malformed);
        row("a long line", with(offer, "s=room", "s=" + std::string(5'000, 'x')), too_large);
        row("long", "v=0\r\n" + std::string(600 * 1024, 'x'), too_large);
        std::string lines = offer, media = offer, addresses = offer;
        for (int i = 0; i < 11'000; ++i)
            lines += "a=x\r\n";
        row("many lines", lines, too_large);
        for (int i = 0; i < 300; ++i)
            media += "m=audio 0 UDP/TLS/RTP/SAVPF 111\r\n";
        row("many media", media, too_large);
        for (int i = 0; i < 200; ++i)
            addresses += "a=candidate:1 1 udp 1 10.0.0.2 4 typ host\r\n";
        row("many addresses", addresses, too_large);
        row(
            "many formats",
            [] {
                auto text = offer;
                for (int i = 0; i < 200; ++i)
                    text += "a=rtpmap:96 H264/90000\r\n";
                return text;
            }(),
            malformed);
    }
    void offers_that_are_refused() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const auto media = check_sdp({text.constData(), std::size_t(text.size())});
        QVERIFY(!media.has_value());
        QCOMPARE(int(media.error().kind), kind);
        QVERIFY(media.error().detail.find("secret") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(JanusMessageTest)
#include "janus_message_test.moc"
