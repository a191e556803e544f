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
    void playsOnInOrder();
    void noKeyPictureForLong();
    void changes_data();
    void changes();
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
        std::string("audiotestsrc num-buffers=100 samplesperbuffer=160 ! audio/x-raw,rate=8000 ! ") +
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
    const auto row = [this](const char* name, const std::function<void(HardManner&)>& change = {}) {
        HardManner manner;
        manner.tracks = {track_of({clip_})};
        if (change)
            change(manner);
        QTest::newRow(name) << manner;
    };
    row("as it should be");
    for (const auto* way : {"stamps jump a day to and fro", "stamps jump a day back and forth"})
        row(way, [&](HardManner& manner) {
            manner.jump = std::chrono::hours(QByteArray(way).contains("back") ? -24 : 24);
            manner.jump_every = 13;
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
    row("B-frames beside sound", [&](HardManner& manner) {
        manner.tracks = {track_of({b_frames}), track_of({sound_})};
    });
    row("sound first",
        [this](HardManner& manner) { manner.tracks.insert(manner.tracks.begin(), track_of({sound_})); });
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
    described("empty sprop-parameter-sets", replace_rest("sprop-parameter-sets=", "sprop-parameter-sets="));
    described("sprop-parameter-sets of commas", replace_rest("sprop-parameter-sets=", "sprop-parameter-sets=,,"));
    described("sprop-parameter-sets of nonsense",
              replace_rest("sprop-parameter-sets=", "sprop-parameter-sets=!!!!,AAAA"));
    described("no a=fmtp", leave_out("a=fmtp"));
    described("lines end in LF", replace("\r\n", "\n"));
    described("the whole address in a=control", [](QByteArray text) {
        return text.replace("a=control:track0", "a=control:rtsp://10.0.0.1:554/camera/track0");
    });
    const QByteArray metadata = "m=application 0 RTP/AVP 107\r\na=rtpmap:107 vnd.onvif.metadata/90000\r\n"
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
    HardLooked one(manner);
    QVERIFY(one.open);
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= 5, 20000);
    QCOMPARE(one.player.resolution(), QSize(320, 240));
    // It goes on, longer than a jump or a round of the clip takes, in one connection.
    one.states.clear();
    const int before = one.player.frames();
    QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() >= before + 50, 20000);
    QCOMPARE(one.states, QSet<State>());
    QCOMPARE(one.camera.plays(), 1);
    if (manner.jump_every > 0)
        QVERIFY(one.camera.jumps() >= 3);
}

void HardStreamsTest::playsOnInOrder() {}
void HardStreamsTest::noKeyPictureForLong() {}
void HardStreamsTest::changes_data() {}
void HardStreamsTest::changes() {}
void HardStreamsTest::signIn_data() {}
void HardStreamsTest::signIn() {}
void HardStreamsTest::transport_data() {}
void HardStreamsTest::transport() {}
void HardStreamsTest::saysWhich_data() {}
void HardStreamsTest::saysWhich() {}

QTEST_MAIN(HardStreamsTest)
#include "hard_streams.moc"
