// A camera's password on its whole way: typed into the hub, asked for by a seat, tried at a camera
// that refuses it and at one that takes it. In nothing that is written on that way does it stand.
#include "app/video/camera_player.h"
#include "tests/hard_streams/hard_camera.h"
#include "tests/support/hub_under_test.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

#include <mutex>

using namespace Qt::StringLiterals;
using chengyun::console::CameraPlayer;
using chengyun::console::StreamPipeline;
using chengyun::test::HardCamera;
using chengyun::test::HardManner;
using chengyun::test::HubUnderTest;

namespace {

/// All that the program writes through Qt.
struct Said {
    std::mutex mutex;
    QByteArray text;
};

Said& said() {
    static Said all;
    return all;
}

void hear(QtMsgType, const QMessageLogContext&, const QString& text) {
    const std::scoped_lock lock(said().mutex);
    said().text += text.toUtf8() + '\n';
}

/// In each way in which a program may write it.
QByteArrayList forms(const QString& user, const QString& password) {
    const auto bytes = password.toUtf8();
    QByteArray escaped;
    for (const auto c : password)
        escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return {bytes,
            bytes.toPercentEncoding(),
            bytes.toPercentEncoding().toLower(),
            bytes.toBase64(),
            (user.toUtf8() + ':' + bytes).toBase64(),
            bytes.toHex(),
            escaped};
}

} // namespace

class CameraSecretTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;

    [[nodiscard]] QString put_camera(const QByteArray& token, const QString& address) {
        const auto list = hub.get(u"/api/v1/resources?layer=camera&limit=1"_s, token)
                              .json()[u"items"_s]
                              .toArray();
        auto camera = list.isEmpty() ? QJsonObject() : list.first().toObject();
        const auto id = camera[u"id"_s].toString();
        camera[u"stream"_s] = address;
        const auto answer = hub.command("PUT", u"/api/v1/resources/"_s + id, token, camera);
        if (answer.status >= 300)
            qFatal("%s", answer.body.constData());
        return id;
    }
    static QByteArray all_files(const QString& folder, const QStringList& names) {
        QByteArray out;
        QDirIterator files(folder, names, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                out += file.readAll();
        }
        return out;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(hub.start(), hub.log().constData()); }

    void nowhere_data() {
        QTest::addColumn<HardManner::SignIn>("how");
        QTest::addColumn<QString>("password");
        QTest::newRow("Basic") << HardManner::SignIn::basic << u"geheim#@:/%7p"_s;
        QTest::newRow("MD5") << HardManner::SignIn::md5 << u"口令#@:/%"_s;
        QTest::newRow("SHA-256") << HardManner::SignIn::sha256 << u"密码@一#二:三/%四"_s;
    }

    void nowhere() {
        QFETCH(HardManner::SignIn, how);
        QFETCH(QString, password);
        const auto user = u"值班员"_s;
        const auto clip = chengyun::test::record_h264("width=320,height=240");
        QVERIFY(clip.has_value());
        HardManner manner;
        manner.tracks.resize(1);
        manner.tracks[0].clips = {*clip};
        manner.sign_in = how;
        manner.user = user.toUtf8();
        manner.password = "another";
        HardCamera camera(manner);
        QVERIFY(camera.open());

        said().text.clear();
        const auto before = qInstallMessageHandler(hear);
        const auto token = hub.signIn(u"commander"_s);
        const auto id =
            put_camera(token, camera.address().replace(u"//"_s, u"//%1:%2@"_s.arg(user, password)));
        const auto given = hub.get(u"/api/v1/resources/"_s + id + u"/stream"_s, token).json();
        const auto address = given[u"address"_s].toString();
        CameraPlayer player;
        player.setSource(address);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Waiting, 20000);
        QCOMPARE(player.reason(), CameraPlayer::Reason::Unauthorized);
        auto told = player.detail().toUtf8();
        manner.password = password.toUtf8();
        camera.set_manner(manner);
        player.retryNow();
        // It is the password that was typed.
        QTRY_VERIFY_WITH_TIMEOUT(player.frames() >= 3, 20000);
        camera.hang_up(false);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), CameraPlayer::State::Waiting, 20000);
        told += player.detail().toUtf8();
        player.setActive(false);
        QVERIFY(StreamPipeline::wait_for_shut_down(20000));
        qInstallMessageHandler(before);

        for (const auto* path : {"resources?layer=camera&limit=1000", "snapshot",
                                 "journal?after=0&limit=1000", "journal/search?q=rtsp", "hall"})
            told += hub.get(u"/api/v1/"_s + QLatin1StringView(path), token).body;
        told += hub.get(u"/api/v1/resources/"_s + id, token).body;
        // The test reads what it means to read.
        QVERIFY(told.contains(id.toUtf8()));
        QVERIFY(told.contains(camera.address().toUtf8()));
        const auto log = hub.log() + hub.output();
        QVERIFY(!log.isEmpty());
        const auto stored = all_files(hub.dataDir(), {u"*.sqlite*"_s, u"*.log"_s, u"*.jsonl"_s});
        QVERIFY(stored.contains(camera.address().toUtf8()));
        for (const auto& form : forms(user, password))
            for (const auto& text : {told, log, stored, said().text})
                QVERIFY2(!text.contains(form), form.constData());
    }
};

QTEST_MAIN(CameraSecretTest)
#include "camera_secret_test.moc"
