// Cameras as they are: each hard stream plays, or the tile says which of them it is.
#include "hard_looked.h"

#include <QGuiApplication>
#include <QTest>

using namespace chengyun::console;
using namespace chengyun::test;
using State = CameraPlayer::State;
using Reason = CameraPlayer::Reason;

class HardStreamsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void plays_data();
    void plays();
    void noKeyPictureForLong();
    void changes_data();
    void changes();
    void turned_data();
    void turned();
    void signIn_data();
    void signIn();
    void transport_data();
    void transport();
    void saysWhich_data();
    void saysWhich();

private:
    RtpClip clip_, other_, sound_;
};

namespace {

RtpClip clip_of(const chengyun::Result<RtpClip>& recorded) {
    if (recorded)
        return *recorded;
    qWarning("%s", recorded.error().detail.c_str());
    return {};
}

constexpr auto small = "width=320,height=240";

RtpClip sound_clip(const char* codec = "alawenc ! rtppcmapay") {
    return clip_of(record_clip(
        std::string(
            "audiotestsrc num-buffers=100 samplesperbuffer=160 ! audio/x-raw,rate=8000 ! ") +
            codec,
        0));
}

using Description = std::function<QByteArray(QByteArray)>;

Description replace(const QByteArray& what, const QByteArray& by) {
    return [=](QByteArray text) { return text.replace(what, by); };
}

/// Replaces the rest of each line behind `begin`.
Description replace_rest(const QByteArray& begin, const QByteArray& by) {
    return [=](const QByteArray& text) {
        auto lines = text.split('\n');
        for (auto& line : lines)
            if (const auto at = line.indexOf(begin); at >= 0)
                line = line.first(at) + by + '\r';
        return lines.join('\n');
    };
}

Description leave_out(const QByteArray& begin) {
    return [=](const QByteArray& text) {
        auto lines = text.split('\n');
        lines.removeIf([&](const QByteArray& line) { return line.startsWith(begin); });
        return lines.join('\n');
    };
}

Description add(const QByteArray& more) {
    return [=](const QByteArray& text) { return text + more; };
}

} // namespace

void HardStreamsTest::initTestCase() {
    clip_ = clip_of(record_h264(small));
    other_ = clip_of(record_h264("width=640,height=360"));
    sound_ = sound_clip();
    QVERIFY(!clip_.packets.empty() && !other_.packets.empty() && !sound_.packets.empty());
}

void HardStreamsTest::cleanup() {
    QVERIFY(StreamPipeline::wait_for_shut_down(20000));
}

void HardStreamsTest::plays_data() {
    QTest::addColumn<HardManner>("manner");
    QTest::addColumn<QString>("scheme");
    const auto row = [this](const char* name, const std::function<void(HardManner&)>& change = {}) {
        HardManner manner;
        manner.tracks = {track_of({clip_})};
        if (change)
            change(manner);
        QTest::addRow("%s", name) << manner << QStringLiteral("rtsp");
        // By UDP packets are timed by what they say themselves.
        if (!manner.description)
            QTest::addRow("%s, UDP", name) << manner << QStringLiteral("rtspu");
    };
    row("as it should be");
    for (const auto* way : {"stamps jump a day to and fro", "stamps jump a day back and forth"})
        row(way, [&](HardManner& manner) {
            manner.jump = std::chrono::hours(QByteArray(way).contains("back") ? -24 : 24);
            manner.jump_every = 8;
        });
    row("stamps jump two seconds", [](HardManner& manner) {
        manner.jump = std::chrono::seconds(2);
        manner.jump_every = 7;
    });
    row("stamps stand still", [](HardManner& manner) { manner.stamps_stand_still = true; });
    row("another clock in RTCP", [](HardManner& manner) { manner.other_clock = true; });
    row("no reports", [](HardManner& manner) { manner.sends_reports = false; });
    row("another clock in RTCP beside sound", [this](HardManner& manner) {
        manner.tracks.push_back(track_of({sound_}));
        manner.other_clock = true;
    });
    const auto b_frames = clip_of(record_clip(
        std::string("videotestsrc num-buffers=40 ! video/x-raw,framerate=10/1,") + small +
            " ! x264enc bframes=3 b-adapt=false key-int-max=20 ! rtph264pay config-interval=-1",
        10));
    row("B-frames", [&](HardManner& manner) { manner.tracks = {track_of({b_frames})}; });
    row("B-frames beside sound",
        [&](HardManner& manner) { manner.tracks = {track_of({b_frames}), track_of({sound_})}; });
    row("sound first", [this](HardManner& manner) {
        manner.tracks.insert(manner.tracks.begin(), track_of({sound_}));
    });
    row("two tracks of sound", [this](HardManner& manner) {
        manner.tracks.push_back(track_of({sound_}));
        manner.tracks.push_back(track_of({sound_clip("mulawenc ! rtppcmupay")}));
    });
    row("sound that nobody here can decode", [this](HardManner& manner) {
        manner.tracks.insert(manner.tracks.begin(), track_of({sound_}));
        manner.description = replace("PCMA", "X-CAMERA-VOICE");
    });
    const auto described = [&](const char* name, const Description& description) {
        row(name, [&](HardManner& manner) { manner.description = description; });
    };
    described("c= without address", replace_rest("c=", "c=IN IP4"));
    described("c= of nonsense", replace_rest("c=", "c=IN IP9 camera.local/127/3/x"));
    described("c= of 0.0.0.0 in the track", replace("a=rtpmap", "c=IN IP4 0.0.0.0\r\na=rtpmap"));
    described("no c=", leave_out("c="));
    described("no o=, no s=, no t=", [](const QByteArray& text) {
        return leave_out("o=")(leave_out("s=")(leave_out("t=")(text)));
    });
    described("empty sprop-parameter-sets",
              replace_rest("sprop-parameter-sets=", "sprop-parameter-sets="));
    described("sprop-parameter-sets of commas",
              replace_rest("sprop-parameter-sets=", "sprop-parameter-sets=,,"));
    described("sprop-parameter-sets of nonsense",
              replace_rest("sprop-parameter-sets=", "sprop-parameter-sets=!!!!,AAAA"));
    described("no a=fmtp", leave_out("a=fmtp"));
    described("lines end in LF", replace("\r\n", "\n"));
    described("the whole address in a=control", [](QByteArray text) {
        return text.replace("a=control:track0", "a=control:rtsp://10.0.0.1:554/camera/track0");
    });
    const QByteArray metadata =
        "m=application 0 RTP/AVP 107\r\na=rtpmap:107 vnd.onvif.metadata/90000\r\n"
        "a=control:track9\r\n";
    described("ONVIF metadata behind", add(metadata));
    described("ONVIF metadata first", [=](const QByteArray& text) {
        return QByteArray(text).replace("m=video", metadata + "m=video");
    });
    for (const int place : {0, 19})
        row(place == 0 ? "20 payloads, the first is it" : "20 payloads, the last is it",
            [place](HardManner& manner) {
                QByteArray list, more;
                for (int i = 0; i < 20; ++i) {
                    const auto number = QByteArray::number(i == place ? 96 : 100 + i);
                    list += ' ' + number;
                    if (i != place)
                        more += "a=rtpmap:" + number + " X-CAMERA-" + number + "/90000\r\n";
                }
                manner.description = [=](QByteArray text) {
                    return text.replace("RTP/AVP 96", "RTP/AVP" + list)
                        .replace("a=control:track0", more + "a=control:track0");
                };
            });
}

void HardStreamsTest::plays() {
    QFETCH(HardManner, manner);
    QFETCH(QString, scheme);
    HardLooked one(manner, {}, scheme);
    QVERIFY(one.open);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 5, 20000);
    QCOMPARE(one.player.resolution(), QSize(320, 240));
    // It goes on, longer than a jump or a round of the clip takes, in one connection.
    one.states.clear();
    const int before = one.player.frames();
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= before + 25, 20000);
    QCOMPARE(one.states, QSet<State>());
    QCOMPARE(one.camera.plays(), 1);
    if (manner.jump_every > 0)
        QVERIFY(one.camera.jumps() >= 3);
}

void HardStreamsTest::noKeyPictureForLong() {
    // Three seconds of pictures, of which only the first is a key picture, and a viewer that comes
    // behind it.
    auto rare = clip_of(record_h264(small, "key-int-max=1000", 60));
    HardManner manner;
    manner.tracks = {track_of({rare})};
    manner.tracks[0].first_packet = rare.packets.size() / 4;
    for (const bool described : {true, false}) {
        manner.description = described ? Description() : leave_out("a=fmtp");
        // Shorter than the wait: nobody gives up, asks anew and waits anew.
        HardLooked one(manner, {.stall = std::chrono::milliseconds(2500),
                                .fresh = std::chrono::milliseconds(600)});
        QTRY_COMPARE_WITH_TIMEOUT(one.player.reason(), Reason::NoKeyPicture, 20000);
        QCOMPARE(one.player.state(), State::Connecting);
        QTRY_COMPARE_WITH_TIMEOUT(one.player.state(), State::Playing, 20000);
        QCOMPARE(one.player.reason(), Reason::None);
        QVERIFY(!one.states.contains(State::Waiting));
        // A picture is lost: the tile says what it waits for, until the next key picture.
        one.states.clear();
        one.camera.set_network({.loss = 1});
        QTRY_COMPARE_WITH_TIMEOUT(one.player.state(), State::Frozen, 20000);
        one.camera.set_network({});
        QTRY_COMPARE_WITH_TIMEOUT(one.player.reason(), Reason::NoKeyPicture, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(one.player.state(), State::Playing, 20000);
        QCOMPARE(one.camera.plays(), 1);
    }
    // For ever it does not wait.
    manner.tracks[0].clips[0].packets.erase(manner.tracks[0].clips[0].packets.begin(),
                                            manner.tracks[0].clips[0].packets.begin() +
                                                std::ssize(rare.packets) / 4);
    HardLooked never(manner, {.stall = std::chrono::milliseconds(900),
                              .fresh = std::chrono::milliseconds(600),
                              .key_wait = std::chrono::milliseconds(1500)});
    QTRY_COMPARE_WITH_TIMEOUT(never.player.state(), State::Waiting, 20000);
    QCOMPARE(never.player.reason(), Reason::NoKeyPicture);
}

void HardStreamsTest::changes_data() {
    QTest::addColumn<RtpClip>("first");
    QTest::addColumn<RtpClip>("second");
    QTest::addColumn<QSize>("resolution");
    QTest::addColumn<bool>("stays"); ///< in the same connection
    const auto h265 = [](int payload) {
        return clip_of(
            record_clip("videotestsrc num-buffers=20 ! video/x-raw,framerate=10/1,width=352,"
                        "height=288 ! x265enc tune=zerolatency speed-preset=ultrafast "
                        "key-int-max=10 ! rtph265pay config-interval=-1 pt=" +
                            std::to_string(payload),
                        10));
    };
    const auto jpeg = clip_of(record_clip(
        "videotestsrc num-buffers=10 ! video/x-raw,format=I420,framerate=10/1,width=352,"
        "height=288 ! "
        "jpegenc ! rtpjpegpay",
        10));
    QTest::newRow("size") << clip_ << other_ << QSize(640, 360) << true;
    QTest::newRow("smaller") << other_ << clip_ << QSize(320, 240) << true;
    QTest::newRow("profile and frame rate")
        << clip_
        << clip_of(record_clip("videotestsrc num-buffers=50 ! video/x-raw,framerate=25/1,width=352,"
                               "height=288 ! x264enc key-int-max=25 bframes=2 ! video/x-h264,"
                               "profile=high ! rtph264pay config-interval=-1",
                               25))
        << QSize(352, 288) << true;
    QTest::newRow("to H.265, another payload") << clip_ << h265(97) << QSize(352, 288) << false;
    QTest::newRow("to H.265, the same payload") << clip_ << h265(96) << QSize(352, 288) << false;
    QTest::newRow("to H.264, the same payload") << h265(96) << clip_ << QSize(320, 240) << false;
    QTest::newRow("to MJPEG") << clip_ << jpeg << QSize(352, 288) << false;
    QTest::newRow("size of MJPEG")
        << jpeg
        << clip_of(
               record_clip("videotestsrc num-buffers=10 ! video/x-raw,format=I420,framerate=10/1,"
                           "width=640,height=480 ! jpegenc ! rtpjpegpay",
                           10))
        << QSize(640, 480) << true;
}

void HardStreamsTest::changes() {
    QFETCH(RtpClip, first);
    QFETCH(RtpClip, second);
    QFETCH(QSize, resolution);
    QFETCH(bool, stays);
    HardManner manner;
    manner.tracks = {track_of({first, second})};
    HardLooked one(manner);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 5, 20000);
    QVERIFY(one.player.resolution() != resolution);
    one.camera.go_on();
    QTRY_COMPARE_WITH_TIMEOUT(one.player.resolution(), resolution, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(one.player.state(), State::Playing, 20000);
    const int before = one.player.frames();
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= before + 15, 20000);
    QCOMPARE(one.player.resolution(), resolution);
    if (stays)
        QCOMPARE(one.camera.plays(), 1);
}

void HardStreamsTest::turned_data() {
    QTest::addColumn<int>("anticlockwise");
    QTest::addColumn<QSizeF>("shape");
    QTest::newRow("upright") << 0 << QSizeF(320, 240);
    QTest::newRow("90") << 90 << QSizeF(240, 320);
    QTest::newRow("180") << 180 << QSizeF(320, 240);
    QTest::newRow("270") << 270 << QSizeF(240, 320);
}

/// The camera hangs on its side and says so (ITU-T H.264 D.2.27, display orientation).
void HardStreamsTest::turned() {
    QFETCH(int, anticlockwise);
    QFETCH(QSizeF, shape);
    const auto turn = static_cast<unsigned>(anticlockwise * 65536 / 360);
    // cancel 0, hor_flip 0, ver_flip 0, 16 bits of rotation, ue(1) = 010, extension 0, a bit to
    // fill
    const unsigned bits = turn << 5 | 0x9U;
    QByteArray unit("\x06\x2f\x03", 3);
    for (int shift = 16; shift >= 0; shift -= 8)
        unit += static_cast<char>(bits >> shift & 0xff);
    unit += static_cast<char>(0x80);
    HardManner manner;
    manner.tracks = {track_of({with_unit(clip_, unit)})};
    HardLooked one(manner);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 5, 20000);
    QCOMPARE(one.player.shape(), shape);
    QCOMPARE(static_cast<int>(one.sink.videoFrame().rotation()), (360 - anticlockwise) % 360);
}

void HardStreamsTest::signIn_data() {
    QTest::addColumn<HardManner::SignIn>("how");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("right");
    const std::pair<const char*, HardManner::SignIn> ways[] = {
        {"Basic", HardManner::SignIn::basic},
        {"MD5", HardManner::SignIn::md5},
        {"SHA-256", HardManner::SignIn::sha256},
        {"MD5, then SHA-256", HardManner::SignIn::both},
        {"SHA-256, then MD5", HardManner::SignIn::both_sha_first},
    };
    for (const auto& [name, way] : ways) {
        const auto row = [&, name = name, way = way](const char* what, const QString& user,
                                                     const QString& password, bool right = true) {
            QTest::addRow("%s, %s", name, what) << way << user << password << right;
        };
        row("plain", QStringLiteral("admin"), QStringLiteral("secret"));
        row("#@:/%?&", QStringLiteral("admin"), QStringLiteral("#@:/%?& p"));
        row("Chinese", QStringLiteral("管理员"), QStringLiteral("口令@一#二"));
        row("wrong", QStringLiteral("admin"), QStringLiteral("secret"), false);
    }
}

void HardStreamsTest::signIn() {
    QFETCH(HardManner::SignIn, how);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(bool, right);
    HardManner manner;
    manner.tracks = {track_of({clip_})};
    manner.sign_in = how;
    manner.user = user.toUtf8();
    manner.password = right ? password.toUtf8() : QByteArray("another");
    HardCamera camera(manner);
    QVERIFY(camera.open());
    CameraPlayer player;
    player.setSource(camera.address().replace(QStringLiteral("//"),
                                              QStringLiteral("//%1:%2@").arg(user, password)));
    if (right) {
        QTRY_VERIFY_WITH_TIMEOUT(player.frames() >= 3, 20000);
        return;
    }
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), State::Waiting, 20000);
    QCOMPARE(player.reason(), Reason::Unauthorized);
    QCOMPARE(camera.sign_ins(), 1);
}

void HardStreamsTest::transport_data() {
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<HardManner>("manner");
    QTest::addColumn<QByteArray>("transport");
    HardManner both;
    both.tracks = {track_of({clip_}), track_of({sound_})};
    const auto row = [&](const char* name, const char* scheme, const char* transport,
                         const std::function<void(HardManner&)>& change = {}) {
        auto manner = both;
        if (change)
            change(manner);
        QTest::newRow(name) << QString::fromLatin1(scheme) << manner << QByteArray(transport);
    };
    row("TCP", "rtsp", "TCP");
    row("UDP is wanted", "rtspu", "UDP");
    row("TCP is refused", "rtsp", "UDP", [](HardManner& manner) { manner.tcp = false; });
    row("UDP is refused", "rtspu", "TCP", [](HardManner& manner) { manner.udp = false; });
    row("UDP is refused at PLAY", "rtspu", "TCP", [](HardManner& manner) {
        manner.udp = false;
        manner.refused_at_play = true;
    });
    row("TCP is refused at PLAY", "rtsp", "UDP", [](HardManner& manner) {
        manner.tcp = false;
        manner.refused_at_play = true;
    });
    row("UDP does not come through", "rtspu", "TCP",
        [](HardManner& manner) { manner.udp_is_lost = true; });
}

void HardStreamsTest::transport() {
    QFETCH(QString, scheme);
    QFETCH(HardManner, manner);
    QFETCH(QByteArray, transport);
    HardLooked one(manner, {}, scheme);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 20, 20000);
    QCOMPARE(one.camera.transport(), transport);
    QCOMPARE(one.player.attempt(), 0);
    QVERIFY(!one.states.contains(State::Waiting));
    // Only the pictures are asked for.
    QCOMPARE(one.camera.setups(1), 0);
    // What works is known when the connection breaks.
    const int setups = one.camera.setups(0);
    one.camera.hang_up(true);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.state() != State::Playing, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(one.player.state(), State::Playing, 20000);
    QCOMPARE(one.camera.setups(0), setups + 1);
}

void HardStreamsTest::saysWhich_data() {
    QTest::addColumn<HardManner>("manner");
    QTest::addColumn<Reason>("reason");
    const auto row = [this](const char* name, Reason reason,
                            const std::function<void(HardManner&)>& change) {
        HardManner manner;
        manner.tracks = {track_of({clip_})};
        change(manner);
        QTest::newRow(name) << manner << reason;
    };
    row("neither TCP nor UDP", Reason::TransportRefused,
        [](HardManner& manner) { manner.tcp = manner.udp = false; });
    row("TCP refused, UDP lost", Reason::TransportRefused, [](HardManner& manner) {
        manner.tcp = false;
        manner.udp_is_lost = true;
    });
    row("sound alone", Reason::NoPictures,
        [this](HardManner& manner) { manner.tracks = {track_of({sound_})}; });
    row("ONVIF metadata alone", Reason::NoPictures, [](HardManner& manner) {
        manner.description = [](const QByteArray& text) {
            return text.first(text.indexOf("m=")) +
                   "m=application 0 RTP/AVP 107\r\na=rtpmap:107 vnd.onvif.metadata/90000\r\n"
                   "a=control:track0\r\n";
        };
    });
    row("an empty description", Reason::NoPictures, [](HardManner& manner) {
        manner.description = [](const QByteArray&) { return QByteArray(); };
    });
    row("a description of nonsense", Reason::NoPictures, [](HardManner& manner) {
        manner.description = [](const QByteArray&) { return QByteArray("<html>no</html>\r\n"); };
    });
    row("a codec of its own", Reason::Undecodable,
        [](HardManner& manner) { manner.description = replace("H264", "X-CAMERA"); });
    row("pictures without their format", Reason::NoPictures,
        [](HardManner& manner) { manner.description = leave_out("a=rtpmap"); });
}

void HardStreamsTest::saysWhich() {
    QFETCH(HardManner, manner);
    QFETCH(Reason, reason);
    HardLooked one(manner);
    QTRY_COMPARE_WITH_TIMEOUT(one.player.state(), State::Waiting, 20000);
    QCOMPARE(one.player.reason(), reason);
    QCOMPARE(one.player.frames(), 0);
}

QTEST_MAIN(HardStreamsTest)
#include "hard_streams.moc"
