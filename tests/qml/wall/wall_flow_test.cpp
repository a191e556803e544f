// A wall from end to end: a real hub, a real seat that feeds it, and the wall's program in a
// process of its own. What it shows is read off the screen.
#include "tests/qml/test_seat.h"
#include "tests/support/hub_under_test.h"

#include "app/link/session.h"
#include "app/wall/wall_commands.h"
#include "app/wall/wall_model.h"
#include "app/wall/wall_store.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QScreen>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chengyun::console;
using chengyun::test::HubUnderTest;

namespace {

const QRect place(0, 700, 960, 270);
// Of levels I and II, as Theme has them.
const QColor red(0xE5, 0x48, 0x4D), orange(0xF7, 0x6B, 0x15);

QImage seen() {
    return QGuiApplication::primaryScreen()
        ->grabWindow(0, place.x(), place.y(), place.width(), place.height())
        .toImage();
}

/// How many of a thousand pixels have about this colour.
int shareOf(const QImage& image, const QColor& colour) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            found += qAbs(here.red() - colour.red()) < 8 &&
                     qAbs(here.green() - colour.green()) < 8 &&
                     qAbs(here.blue() - colour.blue()) < 8;
        }
    return image.isNull() ? 0 : found * 1000 / (image.width() * image.height());
}

bool isDark(const QImage& image) {
    return shareOf(image, Qt::black) > 900;
}

/// The wall's program on its machine; ends with it.
class Machine {
public:
    ~Machine() { end(); }
    void start(const QString& folder, const QStringList& more) {
        process_.setProcessChannelMode(QProcess::MergedChannels);
        process_.start(HubUnderTest::program(u"chengyun"_s),
                       QStringList{u"--wall"_s, u"main"_s, u"--state-dir"_s, folder, u"--lang"_s,
                                   u"en"_s, u"--geometry"_s, u"960x270+0+700"_s} +
                           more);
    }
    void end() {
        if (process_.state() == QProcess::NotRunning)
            return;
        process_.kill();
        process_.waitForFinished();
    }
    [[nodiscard]] bool runs() const { return process_.state() == QProcess::Running; }
    QByteArray said() { return process_.readAll(); }

private:
    QProcess process_;
};

QVariantMap announcement(const QString& level) {
    return {{u"kind"_s, u"announcement"_s},
            {u"text"_s, u"!"_s},
            {u"options"_s, QVariantMap{{u"level"_s, level}}}};
}

} // namespace

class WallFlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void from_a_seat_onto_the_wall() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        const auto admin = hub.signIn(u"admin"_s);
        const auto walls = hub.get(u"/api/v1/walls"_s, admin);
        const auto wall = walls.json()[u"items"_s][0][u"id"_s].toString();
        QVERIFY2(!wall.isEmpty(), walls.body.constData());
        const auto device =
            hub.request("POST", u"/api/v1/walls/%1/device"_s.arg(wall), admin, "{}");
        const auto code = device.json()[u"code"_s].toString();
        QVERIFY2(!code.isEmpty(), device.body.constData());

        // The seat lies beside the wall's window, and feeds it.
        TestSeat seat(false);
        seat.window().setMinimumSize({});
        seat.window().setGeometry(0, 0, 1024, 640);
        auto& session = seat.hall->session();
        auto& commands = *qobject_cast<WallCommands*>(seat.made("wall.commands"));
        WallModel board;
        board.setStore(qobject_cast<WallStore*>(seat.made("wall.store")));
        board.setWall(wall);
        session.signIn(hub.url({}).toString(), u"operator"_s, hub.password(u"operator"_s));
        QTRY_VERIFY_WITH_TIMEOUT(session.isOnline() && board.isKnown(), 20000);
        const auto screen = board.screens().constFirst().toMap()[u"name"_s].toString();
        QVERIFY(commands.setLayout(wall, screen, u"1"_s));
        QTRY_COMPARE(board.screens().constFirst().toMap()[u"layout"_s].toString(), u"1"_s);

        // A machine without a keyboard: the code once, and from then on by itself.
        QTemporaryDir folder;
        const auto kept = folder.filePath(u"walls/main/session.json"_s);
        Machine machine;
        machine.start(folder.path(), {u"--url"_s, hub.url({}).toString(), u"--code"_s, code});
        QVERIFY(commands.putUp(wall, screen, 0, announcement(u"I"_s), 0));
        QTRY_VERIFY2_WITH_TIMEOUT(shareOf(seen(), red) > 10, machine.said().constData(), 30000);
        QTRY_VERIFY(QFileInfo::exists(kept));
        QCOMPARE(QFileInfo(kept).permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());

        // The hub is killed: all stays. It is back: what is put up is seen.
        hub.kill();
        QTRY_VERIFY_WITH_TIMEOUT(!session.isOnline(), 20000);
        QVERIFY(shareOf(seen(), red) > 10);
        QVERIFY2(hub.start(), hub.log().constData());
        QTRY_VERIFY_WITH_TIMEOUT(session.isOnline(), 30000);
        QVERIFY(commands.putUp(wall, screen, 0, announcement(u"II"_s), 0));
        QTRY_VERIFY_WITH_TIMEOUT(shareOf(seen(), orange) > 10, 40000);
        QCOMPARE(shareOf(seen(), red), 0);

        // A machine that starts again needs no code.
        machine.end();
        machine.start(folder.path(), {});
        QTRY_VERIFY_WITH_TIMEOUT(shareOf(seen(), orange) > 10, 30000);

        // Revoked it shows nothing of the hall any more, and stays.
        const auto fresh = hub.signIn(u"admin"_s);
        QCOMPARE(hub.command("DELETE", u"/api/v1/walls/%1/device"_s.arg(wall), fresh, {}).status,
                 200);
        QTRY_VERIFY_WITH_TIMEOUT(isDark(seen()), 30000);
        QVERIFY(machine.runs());
        QVERIFY(!machine.said().contains(".qml:"));
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    WallFlowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "wall_flow_test.moc"
