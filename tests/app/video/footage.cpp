// What is kept of a camera: the picture of the moment with its words, the last while as an MP4 of
// the camera's own coded pictures, their sums, and nothing of what could not be written.
#include "app/video/footage.h"

#include "app/video/picture_image.h"
#include "launch_camera.h"

#include <QCryptographicHash>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gst/pbutils/pbutils.h>

#include <csignal>
#include <sys/resource.h>

using namespace chengyun;
using namespace chengyun::console;

namespace {

constexpr auto pictures = "videotestsrc is-live=true pattern=smpte75 ! "
                          "video/x-raw,width=320,height=240,framerate=20/1,format=I420 ! ";

constexpr auto h264 = "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10 ! "
                      "rtph264pay name=pay0 config-interval=-1";

/// A camera that may be asked for a clip.
struct Recorded {
    explicit Recorded(const std::string& line) : camera(line) {
        player.setVideoSink(&sink);
        player.setRecorded(true);
        player.setSource(camera.address());
        footage.setProperty("who", QStringLiteral("值班员 Li"));
    }
    [[nodiscard]] std::size_t held() const {
        return player.feed() ? player.feed()->clip().units.size() : 0;
    }
    /// What was taken, or an empty one and why in `why`.
    Enclosure take(bool clip) {
        QSignalSpy taken(&footage, &Footage::taken), failed(&footage, &Footage::failed);
        if (clip)
            footage.clip(&player, QStringLiteral("汉阳大道 #12"), {});
        else
            footage.snapshot(&player, QStringLiteral("汉阳大道 #12"), {});
        if (!QTest::qWaitFor([&] { return taken.size() + failed.size() > 0; }, 20000))
            return {};
        if (taken.isEmpty()) {
            why = failed.at(0).at(0).toString();
            return {};
        }
        seconds = taken.at(0).at(1).toInt();
        return taken.at(0).at(0).value<QVariant>().value<Enclosure>();
    }

    LaunchCamera camera;
    QVideoSink sink;
    CameraPlayer player;
    Footage footage;
    QString why;
    int seconds = -1;
};

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Told {
    double seconds = 0;
    QString coding, title, artist, comment;
    QSize size;
    int year = 0;
};

/// As GStreamer's discoverer reads the file.
Told told_of(const QString& path) {
    Told out;
    GError* error = nullptr;
    GstDiscoverer* discoverer = gst_discoverer_new(20 * GST_SECOND, &error);
    GstDiscovererInfo* info = gst_discoverer_discover_uri(
        discoverer, QUrl::fromLocalFile(path).toEncoded().constData(), &error);
    g_clear_error(&error);
    if (!info || gst_discoverer_info_get_result(info) != GST_DISCOVERER_OK)
        return out;
    out.seconds = static_cast<double>(gst_discoverer_info_get_duration(info)) / GST_SECOND;
    GList* streams = gst_discoverer_info_get_video_streams(info);
    if (streams) {
        auto* video = GST_DISCOVERER_VIDEO_INFO(streams->data);
        out.size = QSize(static_cast<int>(gst_discoverer_video_info_get_width(video)),
                         static_cast<int>(gst_discoverer_video_info_get_height(video)));
        GstCaps* caps = gst_discoverer_stream_info_get_caps(GST_DISCOVERER_STREAM_INFO(video));
        out.coding = QString::fromUtf8(gst_structure_get_name(gst_caps_get_structure(caps, 0)));
        gst_caps_unref(caps);
    }
    gst_discoverer_stream_info_list_free(streams);
    G_GNUC_BEGIN_IGNORE_DEPRECATIONS
    const GstTagList* tags = gst_discoverer_info_get_tags(info);
    G_GNUC_END_IGNORE_DEPRECATIONS
    const auto text = [tags](const char* tag) {
        gchar* value = nullptr;
        QString read;
        if (tags && gst_tag_list_get_string(tags, tag, &value))
            read = QString::fromUtf8(value);
        g_free(value);
        return read;
    };
    out.title = text(GST_TAG_TITLE);
    out.artist = text(GST_TAG_ARTIST);
    out.comment = text(GST_TAG_COMMENT);
    GstDateTime* date = nullptr;
    if (tags && gst_tag_list_get_date_time(tags, GST_TAG_DATE_TIME, &date)) {
        out.year = gst_date_time_get_year(date);
        gst_date_time_unref(date);
    }
    gst_discoverer_info_unref(info);
    g_object_unref(discoverer);
    return out;
}

/// Decodes all of it; how many pictures there are, or −1 after an error.
int pictures_in(const QString& path) {
    const auto line = QStringLiteral("filesrc location=\"%1\" ! decodebin ! fakesink name=sink "
                                     "sync=false")
                          .arg(path);
    GstElement* pipeline = gst_parse_launch(line.toUtf8().constData(), nullptr);
    GstElement* sink = gst_bin_get_by_name(GST_BIN(pipeline), "sink");
    std::atomic<int> count{0};
    GstPad* pad = gst_element_get_static_pad(sink, "sink");
    gst_pad_add_probe(
        pad, GST_PAD_PROBE_TYPE_BUFFER,
        [](GstPad*, GstPadProbeInfo*, gpointer user) {
            ++*static_cast<std::atomic<int>*>(user);
            return GST_PAD_PROBE_OK;
        },
        &count, nullptr);
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
    GstBus* bus = gst_element_get_bus(pipeline);
    GstMessage* message = gst_bus_timed_pop_filtered(
        bus, 30 * GST_SECOND, GstMessageType(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
    const bool good = message && GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS;
    if (message)
        gst_message_unref(message);
    gst_object_unref(bus);
    gst_element_set_state(pipeline, GST_STATE_NULL);
    gst_object_unref(pad);
    gst_object_unref(sink);
    gst_object_unref(pipeline);
    return good ? count.load() : -1;
}

} // namespace

class FootageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { gst_init(nullptr, nullptr); }
    void cleanup() { QVERIFY(StreamPipeline::wait_for_shut_down(20000)); }

    void clip_data() {
        QTest::addColumn<std::string>("line");
        QTest::addColumn<QString>("coding");
        const auto avc = QStringLiteral("video/x-h264");
        QTest::newRow("H.264") << std::string(pictures) + h264 << avc;
        // Some cameras say what their pictures are coded with once, when they are asked.
        QTest::newRow("H.264, parameter sets once")
            << std::string(pictures) +
                   "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10 ! "
                   "video/x-h264,stream-format=avc ! rtph264pay name=pay0 config-interval=0"
            << avc;
        QTest::newRow("H.264, B-frames")
            << std::string(pictures) + "x264enc bframes=2 b-adapt=false speed-preset=ultrafast "
                                       "rc-lookahead=0 sync-lookahead=0 key-int-max=10 ! "
                                       "rtph264pay name=pay0 config-interval=-1"
            << avc;
        QTest::newRow("H.265") << std::string(pictures) +
                                      "x265enc tune=zerolatency speed-preset=ultrafast "
                                      "key-int-max=10 ! rtph265pay name=pay0 config-interval=-1"
                               << QStringLiteral("video/x-h265");
    }

    void clip() {
        QFETCH(std::string, line);
        QFETCH(QString, coding);
        Recorded one(line);
        QTRY_VERIFY_WITH_TIMEOUT(one.held() >= 45, 30000);
        const auto made = one.take(true);
        QVERIFY2(!made.content.isEmpty(), qPrintable(one.why));
        QCOMPARE(made.type, QByteArray("video/mp4"));
        QVERIFY(made.title.contains(QStringLiteral("汉阳大道 #12")));

        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("片段 1.mp4"));
        QSignalSpy saved(&one.footage, &Footage::saved);
        one.footage.save(QVariant::fromValue(made), QUrl::fromLocalFile(path));
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20000);
        QCOMPARE(read(path), made.content);
        const auto sum = QCryptographicHash::hash(made.content, QCryptographicHash::Sha256).toHex();
        QCOMPARE(saved.at(0).at(1).toByteArray(), sum);
        QCOMPARE(read(path + QStringLiteral(".sha256")),
                 sum + QStringLiteral("  片段 1.mp4\n").toUtf8());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);

        const auto told = told_of(path);
        QCOMPARE(told.coding, coding);
        QCOMPARE(told.size, QSize(320, 240));
        QCOMPARE(told.title, QStringLiteral("汉阳大道 #12"));
        QCOMPARE(told.artist, QStringLiteral("值班员 Li"));
        QVERIFY(told.comment.contains(QLatin1Char('T')));
        QVERIFY(told.year >= 2025);
        const int count = pictures_in(path);
        QVERIFY2(count >= 45, qPrintable(QString::number(count)));
        // 20 pictures a second: the file lasts as long as its pictures.
        QVERIFY2(qAbs(told.seconds - count / 20.) < 0.5, qPrintable(QString::number(told.seconds)));
    }

    void noClip() {
        Recorded one(std::string(pictures) + "jpegenc ! rtpjpegpay name=pay0");
        QVERIFY(one.take(true).content.isEmpty());
        QVERIFY(one.why.contains(QStringLiteral("no clip yet")));
        QTRY_VERIFY_WITH_TIMEOUT(one.held() > 2, 20000);
        QVERIFY(one.take(true).content.isEmpty());
        QVERIFY2(one.why.contains(QStringLiteral("image/jpeg")), qPrintable(one.why));
    }

    void aRingForAllAndNoneForNobody() {
        Recorded one(std::string(pictures) + h264);
        CameraPlayer other;
        other.setSource(one.camera.address());
        QTRY_VERIFY_WITH_TIMEOUT(one.held() > 5, 20000);
        QCOMPARE(other.feed(), one.player.feed());
        QVERIFY(!other.feed()->clip().units.empty());
        one.player.setRecorded(false);
        QVERIFY(other.feed()->clip().units.empty());
        other.setRecorded(true);
        QTRY_VERIFY_WITH_TIMEOUT(one.held() > 5, 20000);
    }

    /// A camera that hangs on its side is kept as it is seen.
    void turned_data() {
        QTest::addColumn<int>("quarters");
        for (int quarters = 1; quarters <= 3; ++quarters)
            QTest::addRow("%d quarters", quarters) << quarters;
    }
    void turned() {
        QFETCH(int, quarters);
        Recorded one(std::string(pictures) + h264);
        QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() > 2, 20000);
        auto picture = *one.player.feed()->picture();
        const auto upright = image_of(picture);
        QCOMPARE(upright.size(), QSize(320, 240));
        turn(picture, quarters);
        QCOMPARE(image_of(picture), upright.transformed(QTransform().rotate(90 * quarters)));
    }

    void snapshot() {
        Recorded one(std::string("videotestsrc is-live=true pattern=smpte75 ! video/x-raw,"
                                 "width=704,height=576,framerate=10/1,format=I420,"
                                 "pixel-aspect-ratio=16/11 ! ") +
                     h264);
        QVERIFY(one.take(false).content.isEmpty());
        QVERIFY(!one.why.isEmpty()); // there is no picture yet
        QTRY_VERIFY_WITH_TIMEOUT(one.player.frames() > 2, 20000);
        const auto made = one.take(false);
        QCOMPARE(made.type, QByteArray("image/jpeg"));
        const auto image = QImage::fromData(made.content, "JPEG");
        if (const auto pictures = qEnvironmentVariable("CHENGYUN_PICTURES"); !pictures.isEmpty())
            image.save(pictures + QStringLiteral("/snapshot.png"));
        QCOMPARE(image.width(), 1024);
        const int strip = image.height() - 576;
        QVERIFY(strip >= 20);
        // The bars from left to right: grey … blue, as the camera saw them.
        const auto near = [](QColor a, QColor b) {
            return qAbs(a.red() - b.red()) < 16 && qAbs(a.green() - b.green()) < 16 &&
                   qAbs(a.blue() - b.blue()) < 16;
        };
        QVERIFY(near(image.pixelColor(73, 200), QColor(191, 191, 191)));
        QVERIFY(near(image.pixelColor(219, 200), QColor(191, 191, 0)));
        QVERIFY(near(image.pixelColor(950, 200), QColor(0, 0, 191)));
        // Below it something is written in white on black.
        int white = 0, black = 0;
        for (int y = 577; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const int grey = qGray(image.pixel(x, y));
                white += grey > 200;
                black += grey < 40;
            }
        QVERIFY(white > 100 && black > 5 * white);
        QVERIFY(image.text().contains(QStringLiteral("汉阳大道 #12")));
        QVERIFY(made.text.contains(QStringLiteral("值班员 Li")));
    }

    /// As a full disk: from some byte on nothing can be written.
    void diskFull() {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("clip.mp4"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit tight = before;
        tight.rlim_cur = 100'000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        Footage footage;
        QSignalSpy not_saved(&footage, &Footage::notSaved);
        footage.save(
            QVariant::fromValue(Enclosure{QByteArray(1'000'000, 'x'), "video/mp4", {}, {}}),
            QUrl::fromLocalFile(path));
        const bool told = QTest::qWaitFor([&] { return not_saved.size() == 1; }, 20000);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(told);
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    /// A file of its final name is whole, whenever the program is killed.
    void killed() {
        for (int round = 0; round < 8; ++round) {
            QTemporaryDir folder;
            const auto path = folder.filePath(QStringLiteral("clip.mp4"));
            QProcess writer;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("FOOTAGE_WRITES"), path);
            writer.setProcessEnvironment(environment);
            writer.start(QCoreApplication::applicationFilePath(), {});
            QVERIFY(writer.waitForStarted());
            QDir dir(folder.path());
            dir.setFilter(QDir::Files | QDir::Hidden);
            // Some are killed early, some late.
            while (writer.state() == QProcess::Running) {
                dir.refresh();
                qint64 written = 0;
                for (const auto& file : dir.entryInfoList())
                    written += file.size();
                if (written > round * 8'000'000LL)
                    break;
                writer.waitForFinished(1);
            }
            writer.kill();
            writer.waitForFinished();
            if (QFile::exists(path)) {
                QCOMPARE(QFile(path).size(), 64'000'000);
                QVERIFY(read(path + QStringLiteral(".sha256")).endsWith("  clip.mp4\n"));
            }
        }
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    if (const auto path = qEnvironmentVariable("FOOTAGE_WRITES"); !path.isEmpty())
        return write_with_sum(path, QByteArray(64'000'000, 'x')) ? 0 : 1;
    FootageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "footage.moc"
