// One camera of a patrol group follows another without a black picture between them: cameras of one
// colour each at real RTSP servers, and the window as it is drawn.
#include "tests/app/video/launch_camera.h"
#include "tests/qml/patrol/patrol_sample.h"
#include "tests/qml/test_seat.h"

#include "app/link/session.h"
#include "app/patrol/patrol_round.h"
#include "app/patrol/shown_log.h"
#include "app/video/stream_pipeline.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QQuickItem>
#include <QTcpServer>
#include <QTest>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

std::string colour(const char* pattern) {
    return std::string("videotestsrc is-live=true pattern=") + pattern +
           " ! video/x-raw,width=320,height=180,framerate=10/1"
           " ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10"
           " ! rtph264pay name=pay0 config-interval=-1";
}

/// "red", "green", "blue", or "black" for what is none of them.
QByteArray nameOf(QColor seen) {
    const int most = std::max({seen.red(), seen.green(), seen.blue()});
    if (most < 80)
        return "black";
    return seen.red() == most ? "red" : seen.green() == most ? "green" : "blue";
}

struct Watching {
    TestSeat seat{false};
    QQuickItem* view = nullptr;
    PatrolRound* round = nullptr;

    explicit Watching(const QStringList& addresses) {
        putPatrolInto(seat.hub.snapshot, addresses, 4);
    }
    [[nodiscard]] bool isReady() {
        if (!seat.hall->session().signInWithFile(seat.hub.sessionFile(seat.folder.path())) ||
            !QTest::qWaitFor([this] { return seat.ready(); }, 60000))
            return false;
        QMetaObject::invokeMethod(seat.seat(), "run", Q_ARG(QString, u"go.patrol"_s),
                                  Q_ARG(QVariant, QVariant()));
        view = seat.item("PatrolView");
        round = qobject_cast<PatrolRound*>(seat.part("patrol.page.view.round"));
        return view && round;
    }
    /// The colour in the middle of the picture, as the window is drawn.
    [[nodiscard]] QByteArray seen() {
        const auto image = seat.window().grabWindow();
        const auto scale = image.devicePixelRatio();
        const auto middle = view->mapToScene({view->width() / 2, view->height() / 2});
        return nameOf(image.pixelColor((middle * scale).toPoint()));
    }
    /// What is seen from the first picture on until `enough` says so; each colour once where it
    /// follows itself.
    QByteArrayList watch(const std::function<bool(const QByteArrayList&)>& enough) {
        QByteArrayList colours;
        (void)QTest::qWaitFor(
            [&] {
                const auto now = seen();
                if ((!colours.isEmpty() || now != "black") &&
                    (colours.isEmpty() || colours.constLast() != now))
                    colours.append(now);
                return enough(colours);
            },
            60000);
        return colours;
    }
};

} // namespace

class PatrolGapTest : public QObject {
    Q_OBJECT
    /// The machine tells the hub what was seen: each camera in its turn, one after another.
    static void compareToldWith(Watching& watching) {
        auto& hub = watching.seat.hub;
        qobject_cast<ShownLog*>(watching.seat.made("patrol.shownLog"))->tell();
        QTRY_VERIFY_WITH_TIMEOUT(hub.commands.contains("POST /api/v1/sessions/current/shown"),
                                 20000);
        const auto told = chengyun::json::read<chengyun::ReportShown>(
            hub.bodies[hub.commands.indexOf("POST /api/v1/sessions/current/shown")].toStdString());
        QVERIFY(told.has_value() && chengyun::check(*told).has_value());
        const auto& spans = told->spans;
        QVERIFY(spans.size() >= 5);
        const auto& cameras = hub.snapshot.values<chengyun::PatrolGroup>().front().cameras;
        const auto first = std::ranges::find(cameras, spans.front().camera) - cameras.begin();
        for (std::size_t i = 0; i < spans.size(); ++i) {
            QCOMPARE(spans[i].camera, cameras[(std::size_t(first) + i) % cameras.size()]);
            QVERIFY(i == 0 || spans[i].from == spans[i - 1].to);
        }
    }

private Q_SLOTS:
    void cleanup() { QVERIFY(StreamPipeline::wait_for_shut_down(20000)); }

    void no_black_between_two() {
        LaunchCamera red(colour("red"));
        LaunchCamera green(colour("green"));
        LaunchCamera blue(colour("blue"));
        Watching watching({red.address(), green.address(), blue.address()});
        QVERIFY(watching.isReady());
        const auto colours =
            watching.watch([](const QByteArrayList& seen) { return seen.size() >= 5; });
        QVERIFY2(!colours.contains("black"), colours.join(' ').constData());
        QCOMPARE(colours.size(), 5);
        for (qsizetype i = 3; i < colours.size(); ++i)
            QCOMPARE(colours[i], colours[i - 3]);
        compareToldWith(watching);
    }

    /// The one before stays until the next one that is alive, and the words say who is dead.
    void none_where_one_is_dead() {
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        const auto dead = u"rtsp://127.0.0.1:%1/camera"_s.arg(nobody.serverPort());
        nobody.close();
        LaunchCamera red(colour("red"));
        LaunchCamera blue(colour("blue"));
        Watching watching({red.address(), dead, blue.address()});
        QVERIFY(watching.isReady());
        bool said = false;
        const auto colours = watching.watch([&](const QByteArrayList& seen) {
            said = said || (watching.round->passedNumber() == 2 &&
                            watching.view->property("notice").toString().contains(u"摄像机 2"_s));
            return seen.size() >= 4 && said;
        });
        QVERIFY2(!colours.contains("black"), colours.join(' ').constData());
        QVERIFY(colours.size() >= 4 && said);
    }

    /// On duty: one key for each camera, once its picture is there.
    void one_key_confirms_what_is_seen() {
        LaunchCamera red(colour("red"));
        LaunchCamera blue(colour("blue"));
        Watching watching({red.address(), blue.address()});
        QVERIFY(watching.isReady());
        auto& seat = watching.seat;
        auto* page = seat.part("patrol.page");
        QMetaObject::invokeMethod(page, "forceActiveFocus");
        QTRY_VERIFY(page->property("activeFocus").toBool());
        const auto pictured = [&] { return page->property("pictured").toBool(); };
        seat.key(Qt::Key_D);
        QVERIFY(page->property("serving").toBool());
        for (int looked = 0; looked < 2; ++looked) {
            if (!pictured()) {
                seat.key(Qt::Key_Return); // what is not seen is not confirmed
                QCOMPARE(seat.part("patrol.page.duty")->property("seen").toInt(), looked);
            }
            QTRY_VERIFY_WITH_TIMEOUT(pictured(), 20000);
            seat.key(Qt::Key_Return);
        }
        QTRY_VERIFY(!page->property("serving").toBool());
        QTRY_COMPARE_WITH_TIMEOUT(seat.hub.commands.count("POST /api/v1/patrol_looks"), 2, 20000);
        QVERIFY(!watching.round->isHeld());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    PatrolGapTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "patrol_gap_test.moc"
