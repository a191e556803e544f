// Clips in memory, and the real RTSP server with a real GStreamer client.
#include "media/demo/cameras.h"
#include "media/rtsp/server.h"
#include "tests/media/test_clips.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace chengyun;

class DemoCamerasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void clip_data();
    void clip();
    void notAClip();
    void dealing();
    void whatLeadsNowhereHoldsUpNothing();
    void missingFolder();
    void plays_data();
    void plays();
    void portTaken();
    void quietConnectionsAreClosed();
    void aViewerStays();

private:
    QTemporaryDir dir_;
    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return std::filesystem::path(dir_.path().toStdString()) / name;
    }
};

namespace {

/// Counts pictures of an RTSP stream until it has `wanted` of them or an error comes. Runs the
/// default main context, on which the server answers.
int pictures_of(const std::string& address, int wanted) {
    const auto line = "rtspsrc protocols=tcp latency=0 location=" + address +
                      " ! decodebin ! fakesink name=end sync=false signal-handoffs=true";
    const media::ElementPtr pipeline(gst_parse_launch(line.c_str(), nullptr));
    if (!pipeline)
        return -1;
    std::atomic<int> count = 0;
    const media::ElementPtr end(gst_bin_get_by_name(GST_BIN(pipeline.get()), "end"));
    g_signal_connect(end.get(), "handoff",
                     G_CALLBACK(+[](GstElement*, GstBuffer*, GstPad*, gpointer counter) {
                         ++*static_cast<std::atomic<int>*>(counter);
                     }),
                     &count);
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    const media::BusPtr bus(gst_element_get_bus(pipeline.get()));
    QElapsedTimer clock;
    clock.start();
    while (count < wanted && !clock.hasExpired(30000)) {
        g_main_context_iteration(nullptr, FALSE);
        if (const media::MessagePtr error(
                gst_bus_timed_pop_filtered(bus.get(), GST_MSECOND, GST_MESSAGE_ERROR));
            error)
            break;
    }
    // Shutting down talks to the server, which answers on this thread's context.
    std::atomic<bool> down = false;
    std::thread closer([&] {
        gst_element_set_state(pipeline.get(), GST_STATE_NULL);
        down = true;
    });
    while (!down)
        g_main_context_iteration(nullptr, FALSE);
    closer.join();
    return count;
}

} // namespace

namespace {

/// Whether a sequence parameter set is among the NAL units of a byte-stream access unit.
bool has_settings(GstBuffer* unit, bool h265) {
    GstMapInfo map;
    if (!gst_buffer_map(unit, &map, GST_MAP_READ))
        return false;
    bool found = false;
    for (gsize i = 0; i + 3 < map.size && !found; ++i)
        if (map.data[i] == 0 && map.data[i + 1] == 0 && map.data[i + 2] == 1) {
            const auto head = map.data[i + 3];
            found = h265 ? ((head >> 1) & 0x3f) == 33 : (head & 0x1f) == 7;
        }
    gst_buffer_unmap(unit, &map);
    return found;
}

} // namespace

void DemoCamerasTest::initTestCase() {
    QVERIFY(dir_.isValid());
    QVERIFY(media::write_clip(file("a.mp4"), media::ClipCodec::h264, 40));
    QVERIFY(media::write_clip(file("b.mp4"), media::ClipCodec::h265, 30));
    QFile text(QString::fromStdString(file("c.mp4").string()));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("this is no film");
}

void DemoCamerasTest::clip_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("h265");
    QTest::addColumn<int>("frames");
    QTest::newRow("H.264 with B pictures") << QByteArray("a.mp4") << false << 40;
    QTest::newRow("H.265") << QByteArray("b.mp4") << true << 30;
}

void DemoCamerasTest::clip() {
    QFETCH(QByteArray, name);
    QFETCH(bool, h265);
    QFETCH(int, frames);
    const auto clip = media::Clip::load(file(name.constData()));
    QVERIFY(clip);
    QCOMPARE(clip->is_h265(), h265);
    QCOMPARE(int(clip->units().size()), frames);
    QCOMPARE(clip->duration() / GST_MSECOND, guint64(frames) * 40);
    GstClockTime before = 0;
    for (const auto& unit : clip->units()) {
        QVERIFY(GST_BUFFER_DTS(unit.get()) >= before);
        QVERIFY(GST_BUFFER_PTS(unit.get()) < clip->duration() + GST_SECOND);
        before = GST_BUFFER_DTS(unit.get());
    }
    // A receiver may begin at any key picture, so each carries the decoder's settings.
    for (const auto& unit : clip->units())
        if (!GST_BUFFER_FLAG_IS_SET(unit.get(), GST_BUFFER_FLAG_DELTA_UNIT))
            QVERIFY(has_settings(unit.get(), clip->is_h265()));
}

void DemoCamerasTest::notAClip() {
    const auto clip = media::Clip::load(file("c.mp4"));
    QVERIFY(!clip);
    QCOMPARE(clip.error().kind, FailureKind::wrong_type);
    QCOMPARE(clip.error().field, std::string("c.mp4"));
}

void DemoCamerasTest::dealing() {
    const auto demo = media::make_demo_cameras(dir_.path().toStdString(), 5);
    QVERIFY(demo);
    QCOMPARE(int(demo->cameras.size()), 5);
    QCOMPARE(int(demo->refused.size()), 1);
    QCOMPARE(demo->cameras[4].path, std::string("/demo/5"));
    QCOMPARE(demo->cameras[0].clip, demo->cameras[2].clip);
    QVERIFY(demo->cameras[0].clip != demo->cameras[1].clip);
    QVERIFY(demo->cameras[0].start != demo->cameras[2].start);
}

void DemoCamerasTest::whatLeadsNowhereHoldsUpNothing() {
    QTemporaryDir folder;
    const std::filesystem::path clips(folder.path().toStdString());
    std::filesystem::copy_file(file("a.mp4"), clips / "a.mp4");
    std::filesystem::create_symlink(clips / "nowhere.mp4", clips / "dangling.mp4");
    std::filesystem::create_symlink("round.mp4", clips / "round.mp4");
    std::filesystem::create_symlink(file("b.mp4"), clips / "linked.mp4");
    std::filesystem::create_directory(clips / "folder.mp4");
    const auto demo = media::make_demo_cameras(clips, 2);
    QVERIFY(demo);
    QVERIFY(demo->cameras[0].clip && demo->cameras[1].clip);
    QVERIFY(demo->cameras[0].clip != demo->cameras[1].clip);
    std::vector<std::string> refused;
    for (const auto& failure : demo->refused)
        refused.push_back(failure.field);
    std::ranges::sort(refused);
    QCOMPARE(refused, (std::vector<std::string>{"dangling.mp4", "round.mp4"}));
}

void DemoCamerasTest::missingFolder() {
    const auto demo = media::make_demo_cameras(file("nowhere"), 5);
    QVERIFY(!demo);
    QCOMPARE(demo.error().kind, FailureKind::not_found);
}

void DemoCamerasTest::plays_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("exists");
    // More pictures than the clip has: it must go round.
    QTest::newRow("H.264 clip") << QByteArray("/demo/1") << true;
    QTest::newRow("H.265 clip") << QByteArray("/demo/2") << true;
    QTest::newRow("the same clip from its middle") << QByteArray("/demo/3") << true;
    QTest::newRow("synthetic") << QByteArray("/demo/9") << true;
    QTest::newRow("no such camera") << QByteArray("/demo/10") << false;
}

void DemoCamerasTest::plays() {
    QFETCH(QByteArray, path);
    QFETCH(bool, exists);
    auto demo = media::make_demo_cameras(dir_.path().toStdString(), 4);
    QVERIFY(demo);
    media::DemoCamera synthetic;
    synthetic.path = "/demo/9";
    synthetic.number = 9;
    demo->cameras.push_back(synthetic);
    const auto server = media::RtspServer::start("127.0.0.1", 0, {}, demo->cameras);
    QVERIFY(server);
    QVERIFY((*server)->port() > 0);
    const auto address =
        "rtsp://127.0.0.1:" + std::to_string((*server)->port()) + path.toStdString();
    const int wanted = 60;
    const int got = pictures_of(address, wanted);
    if (exists)
        QVERIFY2(got >= wanted, qPrintable(QString::number(got)));
    else
        QCOMPARE(got, 0);
}

void DemoCamerasTest::portTaken() {
    const auto demo = media::make_demo_cameras({}, 1);
    QVERIFY(demo);
    const auto first = media::RtspServer::start("127.0.0.1", 0, {}, demo->cameras);
    QVERIFY(first);
    const auto second = media::RtspServer::start("127.0.0.1", (*first)->port(), {}, demo->cameras);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, FailureKind::unavailable);
}

namespace {

/// A connection to the server that says what one tells it to.
class Caller {
public:
    explicit Caller(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
            qFatal("cannot connect");
    }
    ~Caller() { ::close(socket_); }
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;

    void say(const std::string& text) {
        if (::send(socket_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
            qFatal("cannot send");
    }
    /// What has come so far.
    std::string& heard() {
        char text[4096];
        for (ssize_t size = 1; size > 0 && !closed_;) {
            size = ::recv(socket_, text, sizeof text, MSG_DONTWAIT);
            closed_ = size == 0;
            if (size > 0)
                heard_.append(text, static_cast<std::size_t>(size));
        }
        return heard_;
    }
    bool closed() {
        heard();
        return closed_;
    }

private:
    int socket_;
    std::string heard_;
    bool closed_ = false;
};

/// Lets the server answer, on the default main context, until it is so.
template <class Condition>
bool comes(Condition is_so) {
    return QTest::qWaitFor(
        [&] {
            g_main_context_iteration(nullptr, FALSE);
            return is_so();
        },
        30000);
}

} // namespace

void DemoCamerasTest::quietConnectionsAreClosed() {
    const auto demo = media::make_demo_cameras({}, 1);
    QVERIFY(demo);
    media::RtspLimits limits;
    limits.max_quiet = 2;
    limits.quiet_seconds = 3000; // the test's own time decides
    const auto server = media::RtspServer::start("127.0.0.1", 0, limits, demo->cameras);
    QVERIFY(server);
    const auto now = std::chrono::steady_clock::now();
    const auto port = (*server)->port();
    Caller first(port);
    QVERIFY(comes([&] { return (*server)->connections() == 1; }));
    (*server)->tend(now);
    Caller second(port), third(port);
    // One beyond the limit: the oldest goes.
    QVERIFY(comes([&] { return first.closed(); }));
    QCOMPARE((*server)->connections(), 2U);
    QVERIFY(!second.closed() && !third.closed());
    (*server)->tend(now + std::chrono::hours(1));
    QVERIFY(comes([&] { return second.closed() && third.closed(); }));
    QCOMPARE((*server)->connections(), 0U);
}

void DemoCamerasTest::aViewerStays() {
    const auto demo = media::make_demo_cameras({}, 1);
    QVERIFY(demo);
    const auto server = media::RtspServer::start("127.0.0.1", 0, {}, demo->cameras);
    QVERIFY(server);
    Caller viewer((*server)->port());
    viewer.say("SETUP rtsp://127.0.0.1:" + std::to_string((*server)->port()) +
               demo->cameras.front().path +
               "/stream=0 RTSP/1.0\r\nCSeq: 1\r\n"
               "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n");
    QVERIFY(comes([&] { return viewer.heard().find("RTSP/1.0 200") != std::string::npos; }));
    const auto now = std::chrono::steady_clock::now();
    (*server)->tend(now);
    (*server)->tend(now + std::chrono::hours(1));
    QCOMPARE((*server)->connections(), 1U);
    QVERIFY(!viewer.closed());
}

QTEST_GUILESS_MAIN(DemoCamerasTest)
#include "demo_cameras.moc"
