// A hub that is restored from a backup and goes on: its journal has the same numbers for other
// entries, and whoever knows the old ones is told.
#include "tests/support/hub_under_test.h"

#include <QFile>
#include <QJsonArray>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;
using chengyun::test::newKey;

namespace {

struct Position {
    qint64 seq = 0;
    QString hash;
};

} // namespace

class RestoreTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;
    QString unit_;
    Position before_, ghost_; ///< from before the backup, and from after it

    [[nodiscard]] Position position() {
        const auto snapshot = hub.get(u"/api/v1/snapshot"_s, token()).json();
        return {snapshot["seq"_L1].toInteger(), snapshot["hash"_L1].toString()};
    }
    /// Of a new session: the old one's end was not in the backup, but its beginning may not be
    /// either.
    [[nodiscard]] QByteArray token() {
        if (token_.isEmpty())
            token_ = hub.signIn(u"operator"_s);
        return token_;
    }
    void issue(int count) {
        for (int i = 0; i < count; ++i) {
            const auto done = hub.command(
                "POST", u"/api/v1/orders"_s, token(),
                {{"id"_L1, QString::fromLatin1(newKey())},
                 {"title"_L1, u"积水"_s},
                 {"text"_L1, u""_s},
                 {"kind"_L1, "flood"_L1},
                 {"level"_L1, "III"_L1},
                 {"limits"_L1,
                  QJsonObject{{"acknowledge"_L1, 10}, {"report"_L1, 60}, {"complete"_L1, 240}}},
                 {"recipients"_L1,
                  QJsonArray{QJsonObject{{"unit"_L1, unit_}, {"role"_L1, "lead"_L1}}}}});
            QVERIFY2(done.status == 200, done.body.constData());
        }
    }
    /// The kinds of frames that a seat gets until it is level with the hub or told to reload.
    [[nodiscard]] QStringList framesFrom(const Position& from) {
        QWebSocket socket;
        QStringList kinds;
        bool over = false;
        const auto head = position();
        connect(&socket, &QWebSocket::textMessageReceived, this, [&](const QString& text) {
            const auto frame = QJsonDocument::fromJson(text.toUtf8()).object();
            kinds << frame["t"_L1].toString();
            over = kinds.last() == "reload"_L1 || frame["hash"_L1].toString() == head.hash;
        });
        auto url = hub.url(u"/api/v1/stream?from=%1"_s.arg(from.seq) +
                           (from.hash.isEmpty() ? QString() : u"&hash="_s + from.hash));
        url.setScheme(u"ws"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token());
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.open(request);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(over, 20000); }();
        kinds.removeDuplicates();
        return kinds;
    }
    [[nodiscard]] int run(const QStringList& arguments) {
        QProcess process;
        process.start(HubUnderTest::program(u"chengyun-hub"_s), arguments);
        process.waitForFinished(60000);
        return process.exitCode();
    }
    QByteArray token_;

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub.start(), hub.log().constData());
        unit_ = hub.get(u"/api/v1/me"_s, hub.signIn(u"unit"_s)).json()["unit"_L1].toString();
        issue(3);
        before_ = position();
        QTemporaryDir folder;
        const auto backup = folder.filePath(u"backup"_s);
        QCOMPARE(run({u"backup"_s, backup, u"--data-dir"_s, hub.dataDir()}), 0);
        issue(5);
        ghost_ = position();
        QCOMPARE(framesFrom(ghost_), QStringList{u"entries"_s});
        QCOMPARE(hub.stop(), 0);
        // The passwords of the demonstration go aside with the rest; they are the backup's as well.
        const auto accounts = hub.dataDir() + u"/demo-accounts.toml"_s;
        QVERIFY(QFile::copy(accounts, folder.filePath(u"accounts"_s)));
        QCOMPARE(run({u"restore"_s, backup, u"--force"_s, u"--data-dir"_s, hub.dataDir()}), 0);
        QVERIFY(QFile::copy(folder.filePath(u"accounts"_s), accounts));
        QVERIFY2(hub.start(), hub.log().constData());
        token_.clear();
        issue(10);
        QVERIFY2(position().seq > ghost_.seq, "the test is too small");
    }

    void a_seat_that_knows_what_is_gone_reloads() {
        QCOMPARE(framesFrom(ghost_), QStringList{u"reload"_s});
    }
    void a_seat_of_before_the_backup_goes_on() {
        QCOMPARE(framesFrom(before_), QStringList{u"entries"_s});
    }
    void a_seat_that_is_level_goes_on() {
        QCOMPARE(framesFrom(position()), QStringList{u"entries"_s});
    }
    void an_old_seat_is_known_by_its_number_only() {
        QCOMPARE(framesFrom({ghost_.seq, {}}), QStringList{u"entries"_s});
    }
    void a_hash_that_is_none_is_refused() {
        QWebSocket socket;
        QSignalSpy refused(&socket, &QWebSocket::errorOccurred);
        auto url = hub.url(u"/api/v1/stream?from=1&hash=abc"_s);
        url.setScheme(u"ws"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token());
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.open(request);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY2(socket.errorString().contains("422"_L1), qPrintable(socket.errorString()));
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"
